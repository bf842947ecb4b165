"""What an import would do, as frozen values: the same for the window and for the command line."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from dossier.intake.contacts.blocks import SIZE
from dossier.intake.contacts.entries import Entry
from dossier.intake.contacts.facts import Facts, differences, read_facts
from dossier.intake.contacts.matching import Doubt
from dossier.intake.contacts.plan import Group, Plan
from dossier.intake.contacts.remarks import Remark
from dossier.language import Wording
from dossier.language.labels import N_
from dossier.store import Reader, json_list

_PAGE = 1_000


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody of the dossier, told from namesakes by where they are."""

    id: str
    name: str
    organization: str
    post: str


@dataclass(frozen=True, slots=True)
class ChangedValue:
    """What is known beside what the row says; the new value is added, and the old ones stay."""

    field: str
    old: tuple[str, ...]
    new: str


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row: whom it speaks of (or may, when it is ambiguous), and what it would add.

    `text` is the row as it stands in the list; `differences` is what it would add to each of `candidates`.
    """

    row: int
    name: str
    organization: str
    post: str
    text: str
    person: KnownPerson | None = None
    changes: tuple[ChangedValue, ...] = ()
    why: Doubt | None = None
    candidates: tuple[KnownPerson, ...] = ()
    differences: tuple[tuple[ChangedValue, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class RemarkLine:
    """What is told of a row, in words."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class Preview:
    """The groups with how many rows are in each, and the first of these."""

    title: str
    columns: tuple[tuple[str, str], ...]
    ignored: tuple[str, ...]
    counts: dict[str, int]
    new: tuple[PreviewRow, ...]
    same: tuple[PreviewRow, ...]
    changed: tuple[PreviewRow, ...]
    ambiguous: tuple[PreviewRow, ...]
    bad: tuple[RemarkLine, ...]
    remarks: tuple[RemarkLine, ...]
    gone: tuple[KnownPerson, ...]


def preview(reader: Reader, wording: Wording, plan: Plan, *, limit: int = 200) -> Preview:
    """The plan to look at, with at most `limit` rows of each group."""
    new, same, changed, ambiguous = (
        tuple(islice(preview_rows(reader, plan, group), limit))
        for group in (Group.NEW, Group.SAME, Group.CHANGED, Group.AMBIGUOUS)
    )
    return Preview(
        plan.origin.title,
        tuple((column.header, column.field) for column in plan.layout.columns),
        plan.layout.ignored,
        counts(plan),
        new,
        same,
        changed,
        ambiguous,
        tuple(islice(worded(wording, plan.bad), limit)),
        tuple(islice(worded(wording, plan.remarks), limit)),
        tuple(islice(gone(reader, plan), limit)),
    )


def counts(plan: Plan, decided: int = 0) -> dict[str, int]:
    """How many rows are in each group, how many are bad, how many remarks there are, who is gone.

    Of the ambiguous rows those that were `decided` are counted apart.
    """
    groups = (Group.NEW, Group.SAME, Group.CHANGED, Group.AMBIGUOUS)
    rows = {group.name.lower(): plan.count(group) for group in groups}
    rows |= {"ambiguous": rows["ambiguous"] - decided, "decided": decided}
    return {**rows, "bad": len(plan.bad), "remarks": len(plan.remarks), "gone": len(plan.gone)}


def preview_rows(reader: Reader, plan: Plan, group: Group) -> Iterator[PreviewRow]:
    """The rows of a group, read block by block."""
    for _, rows in plan.entries(group):
        pks = {pk for place, _ in rows for pk in _meant(plan, place)}
        facts = read_facts(reader, pks)
        people = _people(reader, plan, facts)
        for place, entry in rows:
            yield _row(plan, place, entry, facts, people)


def preview_page(reader: Reader, plan: Plan, places: Sequence[int]) -> list[PreviewRow]:
    """The rows at these places, which are in their order, for a list that is looked at page by page."""
    facts = read_facts(reader, {pk for place in places for pk in _meant(plan, place)})
    people = _people(reader, plan, facts)
    found = []
    for number, among in groupby(places, key=lambda place: place // SIZE):
        block = plan.blocks.block(number)
        found += [_row(plan, place, block[place % SIZE], facts, people) for place in among]
    return found


def worded(wording: Wording, remarks: Iterable[Remark]) -> Iterator[RemarkLine]:
    """What is told of rows, in words."""
    return (RemarkLine(remark.line, remark.reason.worded(wording)) for remark in remarks)


def gone(reader: Reader, plan: Plan) -> Iterator[KnownPerson]:
    """Who stood in the list before this one of the same origin, and no longer does."""
    for start in range(0, len(plan.gone), _PAGE):
        yield from gone_page(reader, plan, start, start + _PAGE)


def gone_page(reader: Reader, plan: Plan, start: int, stop: int) -> list[KnownPerson]:
    """Some of those who are gone, by their number among them."""
    return list(_people(reader, plan, read_facts(reader, plan.gone[start:stop])).values())


def word_doubt(wording: Wording, why: Doubt) -> str:
    """Why a row is ambiguous, in words."""
    return wording.say(_DOUBTS[why])


_DOUBTS = {
    Doubt.MOVED: N_("moved? the same name at another organization"),
    Doubt.INITIALS: N_("initials alone do not tell who it is"),
    Doubt.NAMESAKES: N_("namesakes: nothing tells which of them it is"),
    Doubt.CONTACT: N_("the same name and organization, but another e-mail or phone"),
    Doubt.EMAIL: N_("the same e-mail under another name"),
}


def _meant(plan: Plan, place: int) -> tuple[int, ...]:
    doubtful = plan.doubts.get(place)
    if doubtful:
        return doubtful.candidates
    target = plan.targets[place]
    if target < 0:
        target = plan.targets[-target - 1]
    return (target,) if target > 0 else ()


def _row(
    plan: Plan, place: int, entry: Entry, facts: dict[int, Facts], people: dict[int, KnownPerson]
) -> PreviewRow:
    agency = plan.agencies[entry.organization].name if entry.organization else ""
    head = (entry.line, entry.names[0].text, agency, entry.title, entry.text)
    meant = _meant(plan, place)
    changes = tuple(_changes(plan, entry, facts[pk]) for pk in meant)
    persons = tuple(people[pk] for pk in meant)
    doubtful = plan.doubts.get(place)
    if doubtful:
        return PreviewRow(*head, why=doubtful.why, candidates=persons, differences=changes)
    if not meant:
        return PreviewRow(*head)
    return PreviewRow(*head, person=persons[0], changes=changes[0])


def _changes(plan: Plan, entry: Entry, facts: Facts) -> tuple[ChangedValue, ...]:
    found = differences(entry, facts, plan.agencies)
    return tuple(ChangedValue(each.field, each.old, each.new) for each in found)


def _people(reader: Reader, plan: Plan, facts: dict[int, Facts]) -> dict[int, KnownPerson]:
    ids = _ids(reader, facts)
    return {pk: _person(plan, ids[pk], each) for pk, each in facts.items()}


def _person(plan: Plan, id: str, facts: Facts) -> KnownPerson:
    name = facts.names[0].text if facts.names else ""
    if not facts.posts:
        return KnownPerson(id, name, "", "")
    post = facts.posts[-1]
    title = next(iter(post.titles.values()), "")
    return KnownPerson(id, name, plan.agencies[post.organization].name, title)


def _ids(reader: Reader, pks: Iterable[int]) -> dict[int, str]:
    sql = "SELECT pk, id FROM record WHERE pk IN (SELECT value FROM json_each(:pks))"
    return {int(pk): str(id) for pk, id in reader.rows(sql, pks=json_list(pks))}
