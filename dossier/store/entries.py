"""What the search index holds of each record: its terms, and its place in the order of hits."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Any

from dossier.store import terms
from dossier.store.reader import Reader

NAMED = ("person", "organization", "place", "initiative", "event")
WORDED = ("person", "organization", "place", "initiative", "event", "statement", "source")

_NAMES = (
    "SELECT of, text FROM name WHERE of IN ({pks}) UNION ALL "
    "SELECT of, text FROM text WHERE of IN ({pks}) AND field IN ('title', 'short_title')"
)
_TITLES = (
    "SELECT post.person, text.text FROM post JOIN text ON text.of = post.pk AND text.field = 'title' "
    "WHERE post.person IN ({pks})"
)
# The rows of a list are not words of its own: they would make it a hit for everybody who stands in it.
_WORDS = (
    "SELECT of, text FROM text WHERE of IN ({pks}) "
    "AND field IN ('aim', 'beneficiaries', 'statement', 'summary') UNION ALL "
    "SELECT of, text FROM note WHERE of IN ({pks}) UNION ALL "
    "SELECT post.person, text.text FROM text JOIN post ON post.pk = text.of "
    "WHERE field = 'remit' AND post.person IN ({pks}) UNION ALL "
    "SELECT post.person, note.text FROM note JOIN post ON post.pk = note.of WHERE post.person IN ({pks}) "
    "UNION ALL SELECT pk, title FROM source WHERE pk IN ({pks}) AND title IS NOT NULL UNION ALL "
    "SELECT pk, author FROM source WHERE pk IN ({pks}) AND title IS NULL AND author IS NOT NULL "
    "AND source_kind = 'conversation' UNION ALL "
    "SELECT source, original FROM paragraph JOIN source ON source.pk = source "
    "WHERE source IN ({pks}) AND original IS NOT NULL AND source_kind <> 'list' UNION ALL "
    "SELECT paragraph.source, text.text FROM paragraph JOIN text ON text.of = paragraph.pk "
    "WHERE paragraph.source IN ({pks})"
)
_CONTACTS = (
    "SELECT of, contact_kind, value FROM contact_point "
    "WHERE of IN ({pks}) AND contact_kind IN ('phone', 'email')"
)
_POSTS = "SELECT person, organization, held_latest FROM post WHERE person IN ({pks})"
_HAS = (
    "SELECT DISTINCT of, contact_kind FROM contact_point WHERE of IN ({pks}) UNION ALL "
    "SELECT DISTINCT of, 'note' FROM note WHERE of IN ({pks})"
)
_PLACES = (
    "SELECT pk, 'located', pk FROM place WHERE pk IN ({pks}) UNION ALL "
    "SELECT organization, 'located', place FROM office WHERE organization IN ({pks}) UNION ALL "
    "SELECT pk, 'located', place FROM event WHERE place NOTNULL AND pk IN ({pks}) UNION ALL "
    "SELECT pk, 'located', place FROM statement WHERE place NOTNULL AND pk IN ({pks}) UNION ALL "
    "SELECT person, 'located', place FROM post WHERE place NOTNULL AND person IN ({pks}) UNION ALL "
    "SELECT initiative, 'covers', place FROM coverage WHERE initiative IN ({pks}) UNION ALL "
    "SELECT person, 'covers', remit.place FROM post JOIN remit ON remit.post = post.pk "
    "WHERE person IN ({pks}) UNION ALL "
    "SELECT party, 'takes_part', place FROM involvement JOIN coverage USING (initiative) "
    "WHERE party IN ({pks}) UNION ALL "
    "SELECT statement, 'spoke', place.pk FROM statement_link JOIN place ON place.pk = \"to\" "
    "WHERE statement IN ({pks}) AND role = 'about' UNION ALL "
    "SELECT statement, 'spoke', place FROM statement_link JOIN coverage ON initiative = \"to\" "
    "WHERE statement IN ({pks}) AND role = 'about'"
)
_OFFICES = "SELECT organization, 'located', place FROM office WHERE organization IN ({pks})"
# Apart from the other places, since it asks for statements twice.
_SPOKE = (
    "SELECT speaker.\"to\", 'spoke', coalesce(coverage.place, place.pk) FROM statement_link AS speaker "
    "JOIN statement_link AS topic ON topic.statement = speaker.statement AND topic.role = 'about' "
    'LEFT JOIN coverage ON coverage.initiative = topic."to" LEFT JOIN place ON place.pk = topic."to" '
    "WHERE speaker.role = 'speaker' AND speaker.\"to\" IN ({pks}) "
    "AND coalesce(coverage.place, place.pk) NOTNULL"
)
_AGENCY_NAMES = "SELECT of, text FROM name WHERE of IN ({pks})"
_ABOVE = (
    "WITH RECURSIVE above(pk, unit) AS (SELECT pk, pk FROM {kind} WHERE pk IN ({pks}) UNION "
    "SELECT above.pk, {kind}.parent FROM above JOIN {kind} ON {kind}.pk = unit WHERE {kind}.parent NOTNULL) "
    "SELECT pk, unit FROM above"
)
_DAYS = (
    "SELECT post.person, max(on_latest) FROM post JOIN attestation ON attestation.post = post.pk "
    "WHERE post.person IN ({pks}) GROUP BY 1",
    "SELECT party, max(date_latest) FROM participation JOIN event ON event.pk = event WHERE party IN ({pks}) "
    "GROUP BY 1",
    'SELECT "to", max(on_latest) FROM statement_link JOIN statement ON statement.pk = statement '
    "WHERE role <> 'about' AND \"to\" IN ({pks}) GROUP BY 1",
    "SELECT pk, date_latest FROM event WHERE pk IN ({pks})",
    "SELECT pk, period_latest FROM initiative WHERE pk IN ({pks})",
    "SELECT pk, on_latest FROM statement WHERE pk IN ({pks})",
    "SELECT pk, published_latest FROM source WHERE pk IN ({pks})",
)
_KIND = (
    "SELECT record.pk, CASE WHEN place_kind = 'region' THEN 'region' ELSE record.kind END "
    "FROM record LEFT JOIN place ON place.pk = record.pk WHERE record.pk IN ({pks}) AND deleted = 0"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """The entry of a record: its rowid, and the terms of its names and of its texts (None: has none)."""

    pk: int
    rowid: int
    names: Collection[str] | None
    words: Collection[str] | None


@dataclass(frozen=True, slots=True)
class _Unit:
    """What a person has by belonging to an organization: the words of its names, and marks."""

    words: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)


class Entries:
    """Makes entries. What many records share, organizations and places, is read once and kept."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._units: dict[int, _Unit] = {}
        self._above: dict[int, list[int]] = {}
        newest = reader.rows("SELECT max(at) FROM change")[0][0]
        self.today: str = newest[:10] if newest else ""

    def of(self, pks: Collection[int]) -> Iterator[Entry]:
        """The entries of those of the records that are there and of a kind that has any."""
        names: dict[int, dict[str, None]] = defaultdict(dict)
        self._gather(names, _NAMES, pks, terms.name_terms)
        self._gather(names, _TITLES, pks, _post_terms)
        words: dict[int, dict[str, None]] = defaultdict(dict)
        self._gather(words, _WORDS, pks, lambda text: terms.word_terms(terms.TEXT, text))
        for pk, contact_kind, value in self._rows(_CONTACTS, pks):
            words[pk].update(dict.fromkeys(terms.contact_terms(contact_kind, value)))
        kinds = dict(self._rows(_KIND, pks))
        days = self._days(pks)
        marks, in_post = self._marks(pks, kinds, names)
        for pk, kind in kinds.items():
            if kind not in terms.KINDS:
                continue
            priority = terms.priority_of_day(days.get(pk)) + (terms.IN_POST if pk in in_post else 0)
            rowid = terms.entry_of(kind, priority, pk)
            own = marks.get(pk, {})
            named = kind in NAMED or kind == "region"
            yield Entry(
                pk,
                rowid,
                {**names.get(pk, {}), **own} if named else None,
                {**words[pk], **own} if pk in words else None,
            )

    def located(self, place: int) -> Iterator[str]:
        """The marks of what is in a place, which was learnt."""
        return (terms.belongs("located", above) for above in self._above[place])

    def knows(self, organization: int) -> bool:
        return organization in self._units

    def forget(self, organization: int) -> None:
        """Read it anew when it is needed again."""
        self._units.pop(organization, None)

    def unit(self, organization: int) -> tuple[list[str], list[str]]:
        """The words of a learnt organization's names, and the marks, that all who belong to it have."""
        unit = self._units[organization]
        return unit.words, unit.marks

    def _marks(
        self, pks: Collection[int], kinds: dict[int, str], names: dict[int, dict[str, None]]
    ) -> tuple[dict[int, dict[str, None]], set[int]]:
        """The marks of records; words of agencies go to the names. Also who is in a post."""
        marks: dict[int, dict[str, None]] = defaultdict(dict)
        in_post = set[int]()
        posts = list(self._rows(_POSTS, pks))
        organizations = {pk for pk, kind in kinds.items() if kind == "organization"}
        self.learn_units({organization for _, organization, _ in posts} | organizations)
        for person, organization, until in posts:
            unit = self._units[organization]
            names[person].update(dict.fromkeys(unit.words))
            marks[person].update(dict.fromkeys((*unit.marks, terms.has("post"))))
            if until is None or until >= self.today:
                in_post.add(person)
        for organization in organizations:
            marks[organization].update(dict.fromkeys(self._units[organization].marks))
        for pk, what in self._rows(_HAS, pks):
            marks[pk][terms.has(what)] = None
        for pk, mark in chain(self._placed(_PLACES, pks), self._placed(_SPOKE, pks)):
            marks[pk][mark] = None
        return marks, in_post

    def _placed(self, sql: str, pks: Collection[int]) -> Iterator[tuple[int, str]]:
        """The marks of the places that records belong to, and of all above these."""
        rows = list(self._rows(sql, pks))
        self.learn_above({place for _, _, place in rows})
        for pk, relation, place in rows:
            for above in self._above[place]:
                yield pk, terms.belongs(relation, above)

    def learn_units(self, organizations: Iterable[int]) -> None:
        """Read at once what belonging to organizations gives."""
        missing = {pk for pk in organizations if pk not in self._units}
        self._units.update((pk, _Unit()) for pk in missing)
        for pk, text in self._rows(_AGENCY_NAMES, missing):
            self._units[pk].words.extend(terms.word_terms(terms.AGENCY, text))
        for pk, above in self._rows(_ABOVE.format(kind="organization", pks="{pks}"), missing):
            self._units[pk].marks.append(terms.at(above))
        # Who belongs to an organization is where it sits, but takes no part in all that it does.
        for pk, mark in self._placed(_OFFICES, missing):
            self._units[pk].marks.append(mark)

    def learn_above(self, pks: Iterable[int]) -> None:
        """Read at once what lies above places."""
        missing = {pk for pk in pks if pk not in self._above}
        for pk, above in self._rows(_ABOVE.format(kind="place", pks="{pks}"), missing):
            self._above.setdefault(pk, []).append(above)

    def _days(self, pks: Collection[int]) -> dict[int, str]:
        days: dict[int, str] = {}
        for sql in _DAYS:
            for pk, day in self._rows(sql, pks):
                if day is not None and day > days.get(pk, ""):
                    days[pk] = day
        return days

    def _gather(
        self,
        found: dict[int, dict[str, None]],
        sql: str,
        pks: Collection[int],
        of_text: Callable[[str], Iterable[str]],
    ) -> None:
        for pk, text in self._rows(sql, pks):
            found[pk].update(dict.fromkeys(of_text(text)))

    def _rows(self, sql: str, pks: Collection[int]) -> Iterator[Any]:
        # The pks are our own integers, so they may stand in the statement.
        if pks:
            yield from self._reader.each_row(sql.replace("{pks}", ",".join(map(str, pks))))


@lru_cache(maxsize=1 << 12)
def _post_terms(title: str) -> tuple[str, ...]:
    return tuple(terms.word_terms(terms.POST, title))
