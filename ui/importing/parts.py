"""The groups of a plan as lists that are read page by page, since each may hold a million rows."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.intake.contacts import Group, Plan
from dossier.intake.contacts.preview import (
    KnownPerson,
    PreviewRow,
    RemarkLine,
    gone_page,
    preview_page,
    worded,
)
from dossier.language import Wording
from dossier.store import Dossier

PartRow = PreviewRow | RemarkLine | KnownPerson

GROUPS = ("new", "same", "changed", "ambiguous")
REMARKS = ("bad", "remarks")
"""The parts of which each row is a remark, on one that stays out or on one that goes in."""


@dataclass(frozen=True, slots=True)
class Part:
    """One group, or the ambiguous rows of one reason (`within`); `places` are those of its rows."""

    name: str
    count: int
    places: "array[int]"
    within: str = ""

    @property
    def group(self) -> str:
        return self.within or self.name

    @property
    def is_ambiguous(self) -> bool:
        return self.group == "ambiguous"


def parts_of(plan: Plan) -> tuple[Part, ...]:
    """The groups in the order in which they are looked at; of the reasons of doubt only those there are."""
    return tuple(_parts(plan))


def _parts(plan: Plan) -> Iterator[Part]:
    for name in GROUPS:
        places = plan.where(Group[name.upper()])
        yield Part(name, len(places), places)
    by_reason: dict[str, array[int]] = {}
    for place, doubtful in sorted(plan.doubts.items()):
        by_reason.setdefault(doubtful.why.value, array("I")).append(place)
    for why, places in by_reason.items():
        yield Part(why, len(places), places, within="ambiguous")
    yield Part("bad", len(plan.bad), array("I"))
    yield Part("remarks", len(plan.remarks), array("I"))
    yield Part("gone", len(plan.gone), array("I"))


def read_part(
    dossier: Dossier, wording: Wording, plan: Plan, part: Part, start: int, stop: int
) -> list[PartRow]:
    """The rows of a part from `start` to before `stop`."""
    if part.name in REMARKS:
        remarks = plan.bad if part.name == "bad" else plan.remarks
        return [*worded(wording, remarks[start:stop])]
    with dossier.read() as reader:
        if part.name == "gone":
            return [*gone_page(reader, plan, start, stop)]
        return [*preview_page(reader, plan, part.places[start:stop])]
