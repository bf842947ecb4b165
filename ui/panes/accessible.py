"""What a screen reader is told of a widget that paints itself: its parts, as elements that can be pressed.

Such a widget fulfils `HasParts` and calls `parts_changed` whenever its parts, or the keyboard's place among
them, are others. Nothing of this costs anything while no screen reader asks.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Protocol, cast, runtime_checkable

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

Role = QAccessible.Role
Text = QAccessible.Text
_PRESS = QAccessibleActionInterface.pressAction()


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that is painted: what it is called, and where it lies in its widget.

    `key` stays the same while the part is the same; `description` says how it is marked.
    """

    key: Hashable
    name: str
    rect: QRect
    description: str = ""
    role: Role = Role.ListItem
    selected: bool = False
    can_press: bool = True


@runtime_checkable
class HasParts(Protocol):
    """A widget that paints its parts. Of very many it gives those in sight, and the keyboard's place."""

    parts_role: Role

    def parts(self) -> Sequence[Part]:
        """The parts in the order of reading."""

    def current_part(self) -> Hashable | None:
        """The key of the part where the keyboard is."""

    def press_part(self, key: Hashable) -> None:
        """Do what Enter does on a part."""


@cache
def let_painted_be_read() -> None:
    """Let screen readers ask for the parts of every widget that fulfils `HasParts`, once for all."""
    QAccessible.installFactory(_made)


def parts_changed(widget: QWidget) -> None:
    """Tell a screen reader that has asked for the parts of a widget that they are others now."""
    known = _READ.get(id(widget))
    if known is not None:
        known.renew()


class PaintedWidget(QAccessibleWidget):
    """The widget with its parts, and after them the widgets in it."""

    def __init__(self, widget: QWidget) -> None:
        self._has = cast("HasParts", widget)
        super().__init__(widget, self._has.parts_role, "")
        self._widget = widget
        self._parts: dict[Hashable, Part] = {}
        self._elements: dict[Hashable, PaintedPart] = {}
        self._order: tuple[Hashable, ...] = ()
        self._told: tuple[Hashable | None, str] = (None, "")
        self._take()

    def renew(self) -> None:
        """Take the parts anew; a reader hears where the keyboard is now, and what was chosen."""
        selected = {key for key, part in self._parts.items() if part.selected}
        self._take()
        for key in self._elements.keys() - self._parts.keys():
            self._elements.pop(key).end()
        here = self._has.current_part()
        part = self._parts.get(here)
        is_told = part is not None and self._widget.hasFocus()
        told = (here, f"{part.name}, {part.description}") if part and is_told else (None, "")
        if is_told and told[0] != self._told[0]:
            QTimer.singleShot(0, self._widget, self._tell_focus)  # after Qt has told that of the whole
        elif is_told and told != self._told:
            self._tell(QAccessible.Event.NameChanged, here)
        self._told = told
        for key, now in self._parts.items():
            if now.selected and key not in selected:
                self._tell(QAccessible.Event.SelectionAdd, key)

    def part(self, key: Hashable) -> Part | None:
        return self._parts.get(key)

    def place(self, key: Hashable) -> QRect:
        """Where a part lies on the screen."""
        part = self._parts.get(key)
        if part is None or not isValid(self._widget):
            return QRect()
        return part.rect.translated(self._widget.mapToGlobal(QPoint(0, 0)))

    def is_current(self, key: Hashable) -> bool:
        return self._widget.hasFocus() and key == self._has.current_part()

    def press(self, key: Hashable) -> None:
        """Once the reader has its answer: what is pressed may change all parts."""
        QTimer.singleShot(0, self._widget, lambda: self._has.press_part(key))

    def end(self) -> None:
        for element in self._elements.values():
            element.end()
        self._elements.clear()

    # What Qt asks

    def childCount(self) -> int:
        return len(self._order) + super().childCount()

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if 0 <= index < len(self._order):
            return self._element(self._order[index])
        return super().child(index - len(self._order))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if isinstance(child, PaintedPart):
            return self._order.index(child.key) if child.key in self._parts else -1
        place = super().indexOfChild(child)
        return place if place < 0 else place + len(self._order)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        inner = super().childAt(x, y)
        if inner is not None:
            return inner
        at = self._widget.mapFromGlobal(QPoint(x, y))
        key = next((key for key in self._order if self._parts[key].rect.contains(at)), None)
        return None if key is None else self._element(key)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        here = self._has.current_part()
        return self._element(here) if here in self._parts and self._widget.hasFocus() else None

    def _take(self) -> None:
        self._parts = {part.key: part for part in self._has.parts()}
        self._order = tuple(self._parts)

    def _element(self, key: Hashable) -> "PaintedPart":
        if key not in self._elements:
            self._elements[key] = PaintedPart(self, self._widget, key)
        return self._elements[key]

    def _tell_focus(self) -> None:
        here = self._has.current_part()
        if here in self._parts and self._widget.hasFocus():
            self._tell(QAccessible.Event.Focus, here)

    def _tell(self, what: QAccessible.Event, key: Hashable) -> None:
        event = QAccessibleEvent(self._widget, what)
        event.setChild(self._order.index(key))
        QAccessible.updateAccessibility(event)


class PaintedPart(QAccessibleWidget):
    """One part. It is no widget, but as one of Qt's own classes it can be pressed, which Python's can't."""

    def __init__(self, whole: PaintedWidget, widget: QWidget, key: Hashable) -> None:
        super().__init__(widget, Role.ListItem, "")
        self.key = key
        self._whole = whole
        self._widget = widget
        self._id = QAccessible.registerAccessibleInterface(self)

    def end(self) -> None:
        """The part is no more: whoever still asks for it is told so."""
        QAccessible.deleteAccessibleInterface(self._id)

    def isValid(self) -> bool:
        return isValid(self._widget) and self._part is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return QAccessible.queryAccessibleInterface(self._widget) if isValid(self._widget) else None

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def text(self, which: Text) -> str:
        if self._part is None:
            return ""
        return {Text.Name: self._part.name, Text.Description: self._part.description}.get(which, "")

    def rect(self) -> QRect:
        return self._whole.place(self.key)

    def role(self) -> Role:
        return self._part.role if self._part else Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        part = self._part
        if part is None:
            state.invalid = True
            return state
        state.focusable = state.selectable = part.can_press
        state.focused = self._whole.is_current(self.key)
        state.selected = part.selected
        state.invisible = not self._widget.isVisible()
        state.offscreen = not self._widget.rect().intersects(part.rect)
        return state

    def actionNames(self) -> list[str]:
        return [_PRESS] if self._part and self._part.can_press else []

    def doAction(self, name: str) -> None:
        if name == _PRESS:
            self._whole.press(self.key)

    def keyBindingsForAction(self, name: str) -> list[str]:
        return []

    @property
    def _part(self) -> Part | None:
        return self._whole.part(self.key)


# Qt keeps elements by number and does not own them: they have to be held until their widget goes.
_READ: dict[int, PaintedWidget] = {}


def _made(_: str, widget: QObject | None) -> QAccessibleInterface | None:
    if not isinstance(widget, QWidget) or not isinstance(widget, HasParts):
        return None
    made = _READ[id(widget)] = PaintedWidget(widget)
    widget.destroyed.connect(partial(_forget, id(widget)))
    return made


def _forget(key: int, _: QObject | None = None) -> None:
    known = _READ.pop(key, None)
    if known is not None:
        known.end()
