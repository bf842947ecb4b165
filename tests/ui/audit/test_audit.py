"""Every window and dialog by keyboard and screen reader: names, roles, focus that shows, order, sizes."""

import ast
import inspect
import pkgutil
import re
from collections.abc import Callable
from importlib import import_module
from itertools import cycle
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDockWidget, QMainWindow, QMenu, QWidget

import ui
from tests.ui.audit import rules
from tests.ui.audit.windows import WINDOWS
from tests.ui.conftest import Desk
from ui.panes.fact_text import FactText
from ui.search.panel import SearchPanel

MODULES: list[ModuleType] = [
    import_module(found.name)
    for found in pkgutil.walk_packages(ui.__path__, "ui.")
    if not found.name.endswith("__main__")
]
MADE_ON_THE_SPOT = ("QDialog", "QMessageBox", "QMenu")
OF_QT = ("QFileDialog", "QPrintDialog", "QInputDialog", "QProgressDialog", "QErrorMessage")
SAME_EVERYWHERE = ("OK",)


def opened(desk: Desk, which: str) -> QWidget:
    """A window as it is opened, with the focus in it."""
    window = WINDOWS[which](desk)
    if not isinstance(window, QMenu):
        top = window.window()
        top.activateWindow()
        desk.qtbot.waitUntil(top.isActiveWindow)
        if not (top.focusWidget() and top.focusWidget().hasFocus()):
            desk.qtbot.keyClick(top, Qt.Key.Key_Tab)
    return window


def columns(window: QWidget) -> list[QWidget]:
    """The parts in which one reads down before one goes on to the next."""
    if isinstance(window, SearchPanel):
        return [window.facets, window.preview]
    top = window.window()
    return list(top.findChildren(QDockWidget)) if isinstance(top, QMainWindow) else [top]


def test_no_window_or_dialog_is_forgotten() -> None:
    """Each class of windows, and each place in the code where a box or a menu is made, has an entry."""
    kinds = {
        kind
        for module in MODULES
        for kind in vars(module).values()
        if inspect.isclass(kind)
        and issubclass(kind, (QDialog, QMainWindow))
        and kind.__module__.startswith("ui.")
    }
    leaves = {kind.__name__ for kind in kinds if not any(other in kinds for other in kind.__subclasses__())}
    known = {re.split(r"[ ,]", which)[0] for which in WINDOWS}
    assert leaves - known == set()
    made = {f"{kind} of {place}" for kind, place in calls(MADE_ON_THE_SPOT)}
    assert made - WINDOWS.keys() == set()


def calls(kinds: tuple[str, ...]) -> set[tuple[str, str]]:
    """Where in the code one of these classes of Qt is called: the class, and module and function."""
    found = set()
    for module in MODULES:
        tree = ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8"))
        place = module.__name__.rpartition(".")[2]
        for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
            called = (node.func for node in ast.walk(function) if isinstance(node, ast.Call))
            names = {func.id for func in called if isinstance(func, ast.Name)}
            found |= {(kind, f"{place}.{function.name}") for kind in names.intersection(kinds)}
    return found


@pytest.mark.parametrize("which", WINDOWS)
def test_a_window_holds_the_rules(desk: Desk, which: str) -> None:
    window = opened(desk, which)
    assert rules.nameless(window) == []
    assert rules.mislabelled(window) == []
    assert rules.small(window) == []
    if isinstance(window, QMenu):
        window.close()
        return
    stops = rules.walk(window)
    assert [rules.told(each) for each in rules.focusable(window) if each not in stops] == []
    assert rules.out_of_order(stops, columns(window)) == []
    assert rules.unseen(stops) == []
    stops[0].setFocus(Qt.FocusReason.OtherFocusReason)
    back = rules.walk(window, Qt.Key.Key_Backtab)
    assert [rules.told(each) for each in stops if each not in back] == []


@pytest.mark.parametrize(("which", "language"), list(zip(WINDOWS, cycle(("ru", "kk")), strict=False)))
def test_what_takes_the_focus_is_named_in_the_language(
    open_desk: Callable[..., Desk], seed_file: Path, which: str, language: str
) -> None:
    """A name in Latin letters alone was not translated, unless it is one from the dossier."""
    desk = open_desk(seed_file, language=language)
    window = opened(desk, which)
    latin = [
        rules.told(widget)
        for widget in rules.focusable(window)
        if not isinstance(widget, FactText)
        and (words := rules.spoken(widget)) not in SAME_EVERYWHERE
        and not re.search("[а-яА-ЯәіңғүұқөһӘІҢҒҮҰҚӨҺ]", words)
    ]
    assert latin == []
    if isinstance(window, QMenu):
        window.close()


def test_only_what_qt_brings_is_left_out() -> None:
    """Its dialogs for files and printing are Qt's own, made in two places."""
    assert {place for _, place in calls(OF_QT)} == {"choosing.dialog", "sheets._ask_for_printer"}


def test_no_box_is_made_that_shows_no_tick_and_no_drop_down_without_its_sign() -> None:
    """The style sheet takes Qt's own signs away; `ui.style` has classes that draw them."""
    assert calls(("QCheckBox", "QComboBox")) == set()
