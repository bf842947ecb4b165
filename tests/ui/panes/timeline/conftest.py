"""The timeline pane with the sample visit, shown."""

import pytest
from PySide6.QtCore import QSize

from dossier.language import Wording
from tests.ui.panes import samples
from tests.ui.panes.conftest import Show
from ui.panes.timeline import TimelinePane
from ui.style import Theme


@pytest.fixture
def pane(show: Show, theme: Theme, english: Wording) -> TimelinePane:
    pane = TimelinePane(theme, english)
    pane.show_timeline(samples.TIMELINE, samples.TODAY)
    show(pane, QSize(710, 222))
    return pane
