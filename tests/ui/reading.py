"""What a screen reader would find: the elements that Qt gives for a widget."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from ui.panes.accessible import let_painted_be_read

_NAME, _DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


def element(widget: QWidget) -> QAccessibleInterface:
    let_painted_be_read()
    return QAccessible.queryAccessibleInterface(widget)


def children(widget: QWidget) -> list[QAccessibleInterface]:
    whole = element(widget)
    return [whole.child(place) for place in range(whole.childCount())]


def name(of: QAccessibleInterface) -> str:
    return of.text(_NAME)


def description(of: QAccessibleInterface) -> str:
    return of.text(_DESCRIPTION)


def current(widget: QWidget) -> str:
    """What a screen reader says where the keyboard is within a widget, "" where it is at no part."""
    here = element(widget).focusChild()
    return name(here) if here else ""


def below(of: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """An element and all below it."""
    yield of
    for place in range(of.childCount()):
        child = of.child(place)
        if child is not None:
            yield from below(child)
