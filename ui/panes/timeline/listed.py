"""The timeline as a list: its items under headings that tell past, present and still to come."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossier.views.timeline_values import TimelineItem
from ui.panes.timeline.items import Arranged

if TYPE_CHECKING:
    from dossier.language import Wording


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that holds no record: its pk is 0."""

    text: str
    pk: int = 0


def listed(arranged: Arranged, walk: Sequence[int], words: "Tenses") -> list[TimelineItem | Heading]:
    """The items the keyboard goes through on the picture, too, each under its heading."""
    groups: dict[str, list[TimelineItem]] = {words.past: [], words.now(arranged): [], words.upcoming: []}
    for position in walk:
        groups[words.of(arranged, position)].append(arranged.items[position])
    found: list[TimelineItem | Heading] = []
    for words_of_it, items in groups.items():
        found += [Heading(words_of_it), *items] if items else []
    return found


def number_of(values: Iterable[TimelineItem | Heading]) -> int:
    """How many items there are in a list, but for the headings."""
    return sum(value.pk != 0 for value in values)


class Tenses:
    """The words for what was over on the day shown, what may have been going on, and what was to come."""

    def __init__(self, wording: "Wording") -> None:
        self.past = wording.say("Past")
        self._now, self._then = wording.say("Now"), wording.say("On this day")
        self.upcoming = wording.say("Upcoming")

    def of(self, arranged: Arranged, position: int) -> str:
        if arranged.starts[position] > arranged.today:
            return self.upcoming
        return self.past if arranged.ends[position] <= arranged.today else self.now(arranged)

    def now(self, arranged: Arranged) -> str:
        return self._now if arranged.today == arranged.now else self._then
