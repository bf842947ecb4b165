"""What the fields of a query and the chosen filters ask, as limits; what they ask in vain is said."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dossier.language import LANGUAGES, Wording, wording
from dossier.model.dates import parse_date
from dossier.model.errors import DossierError
from dossier.model.folding import plain
from dossier.search.expressions import FOLDED_BEGUN, Expressions, term
from dossier.search.limits import KINDS, Limits
from dossier.search.places import places_called
from dossier.search.query import Field, Query, parse
from dossier.search.topics import about_topic
from dossier.store import Reader, terms

_MOST_AGENCIES = 50
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
"""A day, a month or a year: whatever else EDTF knows, nobody searches by, and the library for it is slow."""

_HAS = {
    "phone": ("phone", "телефон", "tel"),
    "email": ("email", "почта", "пошта", "mail"),
    "address": ("address", "адрес", "мекенжай"),
    "web": ("web", "сайт", "site"),
    "note": ("note", "заметка", "жазба"),
    "post": ("post", "должность", "лауазым"),
}
_CONTACTS = ("phone", "email", "address", "web")
_ANY_DAY = parse_date("2025-01-01")
_ALSO_KINDS = {"organization": ("agency", "agencies", "агентство"), "person": ("people", "человек")}

_DATED = """(
    EXISTS (SELECT 1 FROM event WHERE pk = {{pk}} AND date_{end} {sign})
    OR EXISTS (SELECT 1 FROM statement WHERE pk = {{pk}} AND on_{end} {sign})
    OR EXISTS (SELECT 1 FROM initiative WHERE pk = {{pk}} AND period_{end} {sign})
    OR EXISTS (SELECT 1 FROM source WHERE pk = {{pk}} AND published_{end} {sign})
    OR EXISTS (SELECT 1 FROM post WHERE person = {{pk}} AND held_{end} {sign})
    OR EXISTS (SELECT 1 FROM post JOIN attestation ON post = post.pk
               WHERE person = {{pk}} AND on_{end} {sign})
    OR EXISTS (SELECT 1 FROM participation JOIN event ON event.pk = event
               WHERE party = {{pk}} AND date_{end} {sign})
    OR EXISTS (SELECT 1 FROM statement_link JOIN statement ON statement.pk = statement
               WHERE "to" = {{pk}} AND role <> 'about' AND on_{end} {sign})
)"""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked besides the words: limits, and the places (None: any) that what is found must belong to.

    `kind` is the one that the query itself names, whatever the filter by kind is.
    `impossible`: something is asked that the dossier does not know, or nothing can be; `remarks` say what.
    """

    limits: Limits
    places: tuple[int, ...] | None = None
    kind: str | None = None
    impossible: bool = False
    remarks: tuple[str, ...] = ()

    @property
    def is_apart(self) -> bool:
        """Whether the filter by kind leaves nothing of the kind that the query names."""
        return self.kind is not None and self.kind != self.limits.kind


def asked(
    reader: Reader,
    wording: Wording,
    query: Query,
    *,
    agency: int | None,
    region: int | None,
    kind: str | None,
) -> Asked:
    """What the fields ask, beside the filters by an organization, a place and a kind."""
    limits = Limits(agencies=() if agency is None else ((agency,),))
    found = Asked(limits, None if region is None else (region,))
    for field in query.fields:
        if field.value:
            found = _with_field(reader, wording, found, field)
    found = replace(found, limits=replace(found.limits, kind=kind or found.kind))
    if kind and found.kind and found.is_apart:
        return replace(found, remarks=(*found.remarks, _of_two_kinds(wording, found.kind, kind)))
    return found


def _of_two_kinds(wording: Wording, *kinds: str) -> str:
    one, other = (wording.label("kind", kind) for kind in kinds)
    return wording.say("Nothing is both “{one}” and “{other}”; ask for one kind.", one=one, other=other)


def _with_field(reader: Reader, wording: Wording, found: Asked, field: Field) -> Asked:
    limits = found.limits
    match field.name:
        case "agency":
            agencies = agencies_called(reader, field.value)
            if agencies:
                return replace(found, limits=replace(limits, agencies=(*limits.agencies, agencies)))
            return _in_vain(found, wording.say("No agency is called “{name}”.", name=field.value))
        case "region" | "city":
            places = places_called(reader, field.value, city=field.name == "city")
            if places:
                both = places if found.places is None else tuple(set(places) & set(found.places))
                return replace(found, places=both, impossible=found.impossible or not both)
            return _in_vain(found, wording.say("No region or city is called “{name}”.", name=field.value))
        case "kind":
            kinds = kinds_called(field.value)
            if not kinds:
                return _in_vain(found, wording.say("There is no kind “{name}”.", name=field.value))
            if found.kind and found.kind not in kinds:
                return _in_vain(found, _of_two_kinds(wording, found.kind, kinds[0]))
            return replace(found, kind=found.kind or kinds[0])
        case "has":
            things = things_called(field.value)
            if not things:
                return _in_vain(found, wording.say("Nothing has “{name}”.", name=field.value))
            return replace(found, limits=limits.with_terms(_any_term(map(terms.has, things))))
        case "post":
            words = parse(field.value)
            expression = Expressions(reader).anywhere(words, FOLDED_BEGUN, (terms.POST,))
            if expression is None:
                return _in_vain(found, wording.say("No post is called “{name}”.", name=field.value))
            return replace(found, limits=limits.with_terms(expression))
        case "topic":
            about = about_topic(reader, parse(field.value))
            among = about if limits.among is None else limits.among & about
            return replace(found, limits=replace(limits, among=among))
    return _dated(wording, found, field)


def _dated(wording: Wording, found: Asked, field: Field) -> Asked:
    """Before a date is what began before it began; after it, what ended after it ended."""
    try:
        date = parse_date(field.value) if _DAY.fullmatch(field.value) else None
    except DossierError:
        date = None
    day = None if date is None else date.earliest if field.name == "before" else date.latest
    if day is None:
        return _in_vain(found, wording.say("“{text}” is not a date.", text=field.value))
    end, sign = ("earliest", "<") if field.name == "before" else ("latest", ">")
    condition = _DATED.format(end=end, sign=f"{sign} '{day.isoformat()}'")
    return replace(found, limits=replace(found.limits, conditions=(*found.limits.conditions, condition)))


def agencies_called(reader: Reader, name: str) -> tuple[int, ...]:
    """The organizations of that name, else those of a name that begins so; the first of them."""
    query, expressions = parse(name), Expressions(reader)
    words = [word.key for word in (*query.looked_for, *query.in_phrases)]
    whole = term(terms.whole(words)) if words else None
    for expression in (whole, expressions.names(query, FOLDED_BEGUN)):
        found = pks_of_kind(reader, expression, ("organization",), _MOST_AGENCIES)
        if found:
            return found
    return ()


def get_ready() -> None:
    """Load words and ways to write dates, for which the first query to need them would wait 20 to 100 ms."""
    for code in LANGUAGES:
        wording(code).label("kind", KINDS[0])
        wording(code).date(_ANY_DAY, "short")


def kinds_called(name: str) -> tuple[str, ...]:
    """The kinds whose word, in any language, begins with a name typed half."""
    typed = plain(name)
    return tuple(kind for kind in KINDS if any(plain(word).startswith(typed) for word in _words_of(kind)))


def _words_of(kind: str) -> Iterator[str]:
    yield kind
    yield from _ALSO_KINDS.get(kind, ())
    for code in LANGUAGES:
        yield wording(code).label("kind", kind)
        yield wording(code).label("kinds", kind)


def things_called(name: str) -> tuple[str, ...]:
    """What a record may have, by its name typed half; a contact is any way to reach somebody."""
    typed = plain(name)
    found = [thing for thing, words in _HAS.items() if any(word.startswith(typed) for word in words)]
    return _CONTACTS if "contact".startswith(typed) or "контакт".startswith(typed) else tuple(found)


def things_begun(wording: Wording, typed: str) -> tuple[str, ...]:
    """What a record may have, by its name in the language of the window, where that begins so."""
    named = [words[LANGUAGES.index(wording.code)] for words in _HAS.values()]
    return tuple(name for name in named if name.startswith(plain(typed)))


def pks_of_kind(reader: Reader, expression: str | None, kinds: Iterable[str], most: int) -> tuple[int, ...]:
    """The first records of some kinds for which an expression holds among names."""
    if expression is None:
        return ()
    found = list[int]()
    for kind in kinds:
        first, last = terms.entries_of(kind)
        rows = reader.each_row(
            "SELECT rowid FROM name_index WHERE name_index MATCH :expression "
            "AND rowid BETWEEN :first AND :last ORDER BY rowid LIMIT :most",
            expression=expression,
            first=first,
            last=last,
            most=most,
        )
        found += (terms.pk_of(entry) for (entry,) in rows)
    return tuple(found)


def _any_term(found: Iterable[str]) -> str:
    return " OR ".join(map(term, found))


def _in_vain(found: Asked, remark: str) -> Asked:
    return replace(found, impossible=True, remarks=(*found.remarks, remark))
