"""A wheel installed in a clean environment does what the checkout does, with every file it needs in it."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("dossier", "ui", "resources", "seeds")
SCRIPTS = Path(sys.executable).parent
CLOCK = {"SOURCE_DATE_EPOCH": "1795478400"}  # 2026-11-24


def run(command: list[str | Path], cwd: Path) -> str:
    result = subprocess.run(command, cwd=cwd, env=os.environ | CLOCK, capture_output=True, text=True)
    assert result.returncode == 0, f"{command}\n{result.stdout}\n{result.stderr}"
    return result.stdout


def files_of_packages(root: Path) -> Iterator[str]:
    for package in PACKAGES:
        for path in (root / package).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                yield str(path.relative_to(root))


@pytest.fixture(scope="module")
def source(tmp_path_factory) -> Path:
    """A copy to build from: a build writes beside its sources."""
    copy = tmp_path_factory.mktemp("source")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, copy / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


@pytest.fixture(scope="module")
def environment(source, tmp_path_factory) -> Path:
    """A virtual environment with the wheel and the dependencies of this one in reach, the checkout not."""
    folder = tmp_path_factory.mktemp("environment")
    offline = ["--no-deps", "--no-index", "-q", "--disable-pip-version-check"]
    pip = [sys.executable, "-m", "pip"]
    run([*pip, "wheel", *offline, "--no-build-isolation", "-w", folder, source], folder)
    (wheel,) = folder.glob("*.whl")
    run([sys.executable, "-m", "venv", "--without-pip", folder / "venv"], folder)
    python = folder / "venv/bin/python"
    run([*pip, "--python", python, "install", *offline, wheel], folder)
    # A folder named in a .pth file has its own .pth files ignored, that of the editable checkout among them.
    ours = run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], folder).strip()
    (Path(ours) / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return folder / "venv"


def test_the_wheel_holds_every_file_of_the_packages(environment):
    installed = run(
        [environment / "bin/python", "-c", "import dossier; print(dossier.__file__)"], environment
    ).strip()
    site = Path(installed).parents[1]
    assert site.is_relative_to(environment)
    assert set(files_of_packages(site)) == set(files_of_packages(ROOT))


def without_ids(value: object) -> object:
    if isinstance(value, dict):
        return {key: without_ids(item) for key, item in value.items() if key != "id"}
    return [without_ids(item) for item in value] if isinstance(value, list) else value


def test_the_installed_command_sees_what_the_checkout_sees(environment, tmp_path):
    seen = {}
    for name, scripts in (("checkout", SCRIPTS), ("wheel", environment / "bin")):
        file, sheet = tmp_path / f"{name}.dossier", tmp_path / f"{name}.pdf"
        run([scripts / "dossier", "new", file], tmp_path)
        records = [
            without_ids(json.loads(run([scripts / "dossier", "list", kind, "--json", "-f", file], tmp_path)))
            for kind in ("person", "organization", "initiative", "event", "region", "statement")
        ]
        run([scripts / "dossier", "sheet", "Katarzyna Wawiernia", "-o", sheet, "-f", file], tmp_path)
        with pypdfium2.PdfDocument(sheet) as document:
            text = [page.get_textpage().get_text_range() for page in document]
        seen[name] = (records, text)
    assert len(seen["checkout"][0][0]) == 6
    assert seen["wheel"] == seen["checkout"]


def test_the_installed_window_finds_what_it_shows(environment, tmp_path):
    run([environment / "bin/dossier", "demo", tmp_path / "demo"], tmp_path)
    assert len(list((tmp_path / "demo").rglob("*.png"))) >= 5
    assert len(list((tmp_path / "demo").rglob("*.pdf"))) >= 5
