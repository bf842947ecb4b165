"""A page in the making: what one view has read so far, and the numbers its facts have been given."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Literal

from dossier.language import Wording
from dossier.model.dates import Date
from dossier.model.records import Text
from dossier.views.citing import Fact, Sources
from dossier.views.lookup import Lookup
from dossier.views.names import acronym_of, learn_names, shown_name, text_record
from dossier.views.values import Line, Run

if TYPE_CHECKING:
    from dossier.store import Reader

Medium = Literal["card", "sheet"]
Notes = Iterable[Run | str]


class Draft:
    """Gives the blocks of one page their links, lines and numbers. Made for one view and thrown away."""

    def __init__(
        self,
        reader: "Reader",
        wording: Wording,
        today: date,
        medium: Medium = "card",
        *,
        standing: bool = False,
    ) -> None:
        self.medium = medium
        self.standing = standing
        """Whether posts tell how surely they were held on the day: where it is another one than today."""
        self.wording = wording
        self.today = today
        self.lookup = Lookup(reader, today)
        self.sources = Sources(self.lookup, wording, final=medium == "card")
        self.told: set[int] = set()
        """Statements that stand above all blocks already, in full: no block repeats them."""

    def learn(self, *groups: Iterable[int], facts: Iterable[int] = ()) -> None:
        """Read names and citations of many records at once, and citations of `facts`; only saves queries."""
        pks = [pk for group in groups for pk in group]
        texts = learn_names(self.lookup, pks)
        self.sources.learn([*pks, *(text.pk for text in texts), *facts])

    def name(self, pk: int, *, short: bool = False) -> str:
        return shown_name(self.lookup, self.wording, pk, short=short)

    def link(self, pk: int, *, short: bool = False, bold: bool = False) -> Run:
        """The name of a record as a link to it."""
        return Run(self.name(pk, short=short), pk, self.lookup.shown_kind(pk), bold)

    def organization(self, pk: int) -> tuple[Run, ...]:
        """An organization by its full name, its acronym behind."""
        link, acronym = self.link(pk), acronym_of(self.lookup, self.wording, pk)
        return (link, Run(f" ({acronym})")) if acronym and acronym != link.text else (link,)

    def links(self, pks: Iterable[int], *, short: bool = False) -> tuple[Run, ...]:
        """Several records as links with commas between."""
        return joined([(self.link(pk, short=short),) for pk in dict.fromkeys(pks)])

    def text(self, pk: int, field: str) -> Text | None:
        return text_record(self.lookup, self.wording, pk, field)

    def when(self, value: Date | None) -> str:
        """A date for the left column."""
        return self.wording.date(value, "long") if value else ""

    def derivation(self, fact: Fact) -> list[str]:
        """By which rule a fact follows from its sources, so that nobody takes it for a stated one."""
        return [self.wording.say("derived: {rule}", rule=rule) for rule in self.sources.rules(fact)]

    def line(
        self,
        runs: Iterable[Run | str],
        facts: Iterable[Fact],
        *,
        texts: Iterable[Text | None] = (),
        also: Iterable[int] = (),
        when: str = "",
        notes: Iterable[Notes | str] = (),
        stale: bool = False,
        rank: int = 0,
    ) -> Line:
        """One line with the numbers of its facts. Each of `notes` is a clause of the muted words beneath.

        Raises nothing: what has no source is said in the note and the state of the line.
        """
        support = self.sources.support(facts, [text for text in texts if text], also)
        clauses = [as_runs([note] if isinstance(note, str) else note) for note in notes]
        clauses += [as_runs([note]) for note in support.notes]
        # That nobody checked a translation stands in the note; that the fact is old has to be seen, too.
        state = "stale" if stale and support.state in ("", "unchecked") else support.state
        return Line(
            as_runs(runs), when, support.numbers, joined([c for c in clauses if c], "; "), state, rank
        )


def as_runs(parts: Iterable[Run | str]) -> tuple[Run, ...]:
    """Runs, with plain words made into runs; empty ones left out."""
    runs = (Run(part) if isinstance(part, str) else part for part in parts)
    return tuple(run for run in runs if run.text)


def joined(groups: Iterable[tuple[Run, ...]], between: str = ", ") -> tuple[Run, ...]:
    """Groups of runs in one row."""
    found: list[Run] = []
    for group in groups:
        found += [Run(between), *group] if found else group
    return tuple(found)
