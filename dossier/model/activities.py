"""What is done and said: initiatives, events, statements, and who takes part in them."""

from dataclasses import dataclass
from typing import ClassVar

from dossier.model import fields as f
from dossier.model.dates import Date
from dossier.model.record import PARTIES, Record

NATURES = ("said", "stressed", "announced", "asked", "offered", "committed", "discussed", "described")


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative(Record):
    """A project, programme, resolution, proposal, declaration or election; title and aim are `Text`."""

    kind: ClassVar[str] = "initiative"
    initiative_kind: str = f.choice(
        "project", "programme", "resolution", "proposal", "declaration", "election", "policy", "other"
    )
    period: Date | None = f.edtf()


@dataclass(frozen=True, slots=True, kw_only=True)
class Status(Record):
    """What an initiative was on a day, as the source words it; the day may be unknown."""

    kind: ClassVar[str] = "status"
    initiative: int = f.part_of("initiative")
    status: str = f.choice(
        "announced",
        "proposed",
        "described",
        "adopted",
        "declared",
        "elected",
        "opened",
        "closed",
        "withdrawn",
    )
    on: Date | None = f.edtf()


@dataclass(frozen=True, slots=True, kw_only=True)
class Involvement(Record):
    """A person's or organization's part in an initiative."""

    kind: ClassVar[str] = "involvement"
    initiative: int = f.part_of("initiative")
    party: int = f.part_of(*PARTIES)
    role: str = f.choice(
        "proposer", "sponsor", "adopter", "implementer", "partner", "beneficiary", "candidate", "member_of"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage(Record):
    """A place an initiative takes place in or is meant for."""

    kind: ClassVar[str] = "coverage"
    initiative: int = f.part_of("initiative")
    place: int = f.part_of("place")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """Something that happens at a date and place; `announced` when the source only foretells it."""

    kind: ClassVar[str] = "event"
    event_kind: str = f.choice(
        "visit", "meeting", "summit", "trip", "observance", "term", "relations", "other"
    )
    date: Date | None = f.edtf()
    local_time: str | None = f.text()
    zone: str | None = f.text()
    place: int | None = f.reference("place")
    announced: bool = f.flag()
    part_of: int | None = f.reference("event")
    initiative: int | None = f.reference("initiative")


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation(Record):
    """A person's or organization's part in an event."""

    kind: ClassVar[str] = "participation"
    event: int = f.part_of("event")
    party: int = f.part_of(*PARTIES)
    role: str = f.choice("host", "guest", "speaker", "participant", "subject")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Record):
    """What was said, offered, announced; the words are `Text`, who and about what `StatementLink`."""

    kind: ClassVar[str] = "statement"
    nature: str = f.choice(*NATURES)
    on: Date | None = f.edtf()
    event: int | None = f.reference("event")
    place: int | None = f.reference("place")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLink(Record):
    """Who speaks, to whom, and what a statement is about."""

    kind: ClassVar[str] = "statement_link"
    statement: int = f.part_of("statement")
    to: int = f.part_of("person", "organization", "initiative", "event", "place")
    role: str = f.choice("speaker", "addressee", "about")
