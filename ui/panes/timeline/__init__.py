"""The timeline: days above, years below, in one painted widget, with a list of the same items."""

from ui.panes.timeline.pane import TimelinePane

__all__ = ["TimelinePane"]
