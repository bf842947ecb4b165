"""Tells a screen reader where the keyboard is in a pane that paints itself."""

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget


def say_of(widget: QWidget, text: str) -> None:
    """Make `text` the widget's description, and have it read out where it changed."""
    if widget.accessibleDescription() == text:
        return
    widget.setAccessibleDescription(text)
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.DescriptionChanged))
