"""However a seed is spoilt, it loads whole, or one sentence names file and line and nothing is loaded.

`python -m tests.intake.test_seed_fuzz 5000` tries more than the tests have time for.
"""

import random
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from dossier.intake.seed import load_seed
from dossier.model.errors import DossierError
from dossier.store import Dossier
from tests.intake.conftest import GOOD
from tests.intake.spoiling import spoil

SMALL, WHOLE = 250, 60
"""How many ways to spoil a small seed and the program's own."""

DOC = Path(__file__).parents[2] / "docs" / "seed-format.md"
SENTENCE = re.compile(r"[a-z]+\.toml, line [1-9][0-9]*\b.*[.!?]\Z")


def seeds() -> dict[str, dict[str, str]]:
    """The texts of seeds that are good as they stand, by file."""
    blocks = re.findall(r"```toml\n(.*?)```", DOC.read_text(encoding="utf-8"), re.DOTALL)
    own = files("seeds").joinpath("kazakhstan-un")
    return {
        "small": {"all.toml": GOOD},
        "doc": {"all.toml": "\n".join(blocks)},
        "own": {
            item.name: item.read_text(encoding="utf-8") for item in own.iterdir() if ".toml" in item.name
        },
    }


def attempt(dossier: Dossier, folder: Path, texts: dict[str, str], number: int) -> bool:
    """Spoil a seed in the way of a number, and load it; whether it still loads."""
    chance = random.Random(number)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    spoilt = chance.choice(sorted(texts))
    for name, text in texts.items():
        written = spoil(text, chance, chance.choice((1, 1, 1, 2, 4))) if name == spoilt else text
        (folder / name).write_bytes(written.encode("utf-8", "surrogatepass"))
    try:
        load_seed(dossier, folder)
    except DossierError as error:
        message = str(error)
        assert SENTENCE.match(message), (number, message)
        assert message.isprintable(), (number, message)
        return False
    assert dossier.check(deep=True) == ()
    dossier.undo()
    return True


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossier]:
    with Dossier.create(tmp_path_factory.mktemp("fuzz") / "a.dossier") as opened:
        yield opened


@pytest.mark.parametrize(("name", "count"), [("small", SMALL // 2), ("doc", SMALL // 2), ("own", WHOLE)])
def test_a_spoilt_seed_loads_or_says_where(dossier: Dossier, tmp_path: Path, name: str, count: int) -> None:
    before = len(dossier.history())
    texts = seeds()[name]
    loaded = sum(attempt(dossier, tmp_path / "seed", texts, number) for number in range(count))
    assert 0 < loaded < count, "some are spoilt, some are not"
    assert len(dossier.history()) == before + 2 * loaded, "what was refused left nothing"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place, Dossier.create(Path(place) / "a.dossier") as opened:
        for name, texts in seeds().items():
            kept = 0
            for number in range(1000, 1000 + int(sys.argv[1])):
                kept += attempt(opened, Path(place) / "seed", texts, number)
            sys.stdout.write(f"{name}: {sys.argv[1]} tried, {kept} loaded\n")
