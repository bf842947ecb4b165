"""The layout's rules hold, and each of them can fail: a rule that nothing breaks guards nothing."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("dossier", "ui", "resources", "seeds")
CONTRACTS = {
    "The window stands on the core, and the core on files that know neither": ("dossier/cli.py", "import ui"),
    "In the core each layer uses only those below it, and every module belongs to one": (
        "dossier/model/__init__.py",
        "import dossier.store",
    ),
    "The core runs without Qt": ("dossier/views/__init__.py", "import PySide6.QtCore"),
    "A pane takes values and emits signals: it knows neither the window around it nor the store": (
        "ui/panes/__init__.py",
        "import dossier.store",
    ),
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=_all_but_code)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def _all_but_code(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if not (name.endswith(".py") or Path(folder, name).is_dir())]


def broken_contracts(checkout: Path) -> list[str]:
    result = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=checkout,
        env=os.environ | {"COLUMNS": "200"},
        capture_output=True,
        text=True,
    )
    assert "Contracts:" in result.stdout, result.stdout + result.stderr
    assert (result.returncode == 0) == (" BROKEN" not in result.stdout)
    return re.findall(r"^(.*?) BROKEN\b", result.stdout, re.MULTILINE)


def test_every_contract_is_broken_once_below():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    assert {contract["name"] for contract in contracts} == set(CONTRACTS)


def test_the_contracts_hold(copy):
    assert broken_contracts(copy) == []


@pytest.mark.parametrize("contract", CONTRACTS)
def test_an_import_against_a_contract_breaks_it(copy, contract):
    module, offence = CONTRACTS[contract]
    with (copy / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{offence}\n")
    assert contract in broken_contracts(copy)


def test_a_module_outside_the_layers_is_refused(copy):
    (copy / "dossier/helpers.py").write_text("", encoding="utf-8")
    assert broken_contracts(copy) == [
        "In the core each layer uses only those below it, and every module belongs to one"
    ]


def test_a_detour_of_a_pane_through_the_window_is_seen(copy):
    (copy / "ui/detour.py").write_text("import dossier.store\n", encoding="utf-8")
    (copy / "ui/panes/offender.py").write_text("import ui.detour\n", encoding="utf-8")
    assert broken_contracts(copy) == [
        "A pane takes values and emits signals: it knows neither the window around it nor the store"
    ]


def test_each_module_says_why_it_exists_and_stays_short():
    modules = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    assert modules
    faults = []
    for path in modules:
        text = path.read_text("utf-8")
        if text.count("\n") > 300 and path.parent.name != "versions":  # a frozen schema is as long as it is
            faults.append(f"{path.relative_to(ROOT)}: {text.count(chr(10))} lines")
        if text.strip() and not ast.get_docstring(ast.parse(text)):
            faults.append(f"{path.relative_to(ROOT)}: no sentence on top")
    assert faults == []


def test_what_the_code_imports_is_a_declared_dependency():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {canonical(re.match(r"[\w-]+", line)[0]) for line in project["dependencies"]}
    by_import = packages_distributions()
    undeclared = {
        (str(path.relative_to(ROOT)), name)
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
        for name in imported(path) - set(sys.stdlib_module_names) - set(PACKAGES)
        if not declared & {canonical(distribution) for distribution in by_import.get(name, [])}
    }
    undeclared = {(path, name) for path, name in undeclared if name != "shiboken6"}  # it is half of PySide6
    # The script that makes the map is run by hand and says what it needs.
    assert undeclared - {("resources/map/make_map.py", "shapely")} == set()


def imported(path: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and not node.level}
    return {name.split(".")[0] for name in names}


def canonical(distribution: str) -> str:
    return distribution.lower().replace("_", "-")
