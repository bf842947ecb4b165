"""What holds for every test: no display, no network, nothing of the user's touched, no unexpected log."""

import atexit
import json
import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # tests of real windows start their own process under Xvfb
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["LANGUAGE"] = "en"
os.environ["TZ"] = "UTC"
for variable in ("SOURCE_DATE_EPOCH", "DISPLAY", "WAYLAND_DISPLAY"):
    os.environ.pop(variable, None)

_home = tempfile.mkdtemp(prefix="dossier-tests-")
atexit.register(shutil.rmtree, _home, ignore_errors=True)
for variable in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
    folder = Path(_home) / variable.lower()
    folder.mkdir(mode=0o700)
    os.environ[variable] = str(folder)


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo"):
        raise AssertionError(f"a test reached for the network: {event} {arguments[1:]}")


sys.addaudithook(_refuse_network)


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test that logs a warning; one that asks for `caplog` looks at its messages itself."""
    collector = _Collector()
    logging.getLogger().addHandler(collector)
    yield
    logging.getLogger().removeHandler(collector)
    if "caplog" not in request.fixturenames and collector.messages:
        pytest.fail("unexpected log: " + "; ".join(collector.messages))


@pytest.fixture
def drop_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Drops a country's map into the resources, which are a copy of the test's own from then on."""
    import resources
    from dossier.views.map_outline import map_outline

    shipped, own = resources.path(), tmp_path / "resources"
    own.mkdir()
    for each in shipped.iterdir():
        if each.name != "map":
            (own / each.name).symlink_to(each)
    shutil.copytree(shipped / "map", own / "map")
    monkeypatch.setattr(resources, "_HERE", own)

    def drop(file: dict[str, Any], country: str = "") -> None:
        path = own / "map" / f"{country or file['country']}.json"
        path.write_text(json.dumps(file), encoding="utf-8")

    yield drop
    map_outline.cache_clear()
