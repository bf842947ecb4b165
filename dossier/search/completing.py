"""What may stand where the cursor is: names of fields, and the values that the dossier has for them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from dossier.language import Wording
from dossier.model.folding import plain, tokens
from dossier.search.expressions import FOLDED_BEGUN, Expressions
from dossier.search.fields import pks_of_kind, things_begun
from dossier.search.limits import KINDS
from dossier.search.query import Field, Query, fields_begun, parse
from dossier.search.scope import listed
from dossier.store import Reader, terms
from dossier.views.lookup import Lookup
from dossier.views.names import full_name, learn_names, shown_name

_MOST = 6
_MOST_READ = 300
_SHORTEST_FIELD = 2


@dataclass(frozen=True, slots=True)
class Completion:
    """A way to go on: `text` stands for what is between `start` and `end`; `detail` says what it is."""

    start: int
    end: int
    text: str
    label: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class _Value:
    text: str
    detail: str = ""
    also: str = ""
    """Another word that means the same."""


def completions(reader: Reader, wording: Wording, text: str, cursor: int) -> tuple[Completion, ...]:
    """The first few ways to complete what stands before the cursor; none within a word."""
    before = text[:cursor]
    if text[cursor : cursor + 1].strip():
        return ()
    fields = parse(before).fields
    if fields and fields[-1].end == cursor:
        gap = "" if text[cursor:] else " "
        typed = plain(fields[-1].value)
        values = islice(_not_whole(_values(reader, wording, fields[-1]), typed), _MOST)
        # What is found by another of its names comes after what is shown by the one that is typed.
        nearest = sorted(values, key=lambda value: not plain(value.text).startswith(typed))
        return tuple(_completed(before, fields[-1], nearest, gap))
    word = before.rsplit(None, 1)[-1] if before and not before[-1].isspace() else ""
    if len(word) < _SHORTEST_FIELD or not word.isalpha():
        return ()
    start = cursor - len(word)
    return tuple(Completion(start, cursor, f"{name}:", f"{name}:") for name in fields_begun(word))


def _not_whole(values: Iterable[_Value], typed: str) -> Iterator[_Value]:
    """Those that aren't there already, in one word or the other."""
    return (value for value in values if not typed or typed not in (plain(value.text), plain(value.also)))


def _completed(before: str, field: Field, values: Iterable[_Value], gap: str) -> Iterator[Completion]:
    start = field.start - before[: field.start].endswith(('"', "“", "«"))
    for value in values:
        text = f'"{value.text}"' if len(value.text.split()) > 1 else value.text
        detail = "" if value.detail == value.text else value.detail
        yield Completion(start, field.end, text + gap, value.text, detail)


def _values(reader: Reader, wording: Wording, field: Field) -> Iterator[_Value]:
    match field.name:
        case "agency":
            return _agencies(reader, wording, field.value)
        case "region" | "city":
            return _places(reader, wording, field.value, city=field.name == "city")
        case "kind":
            return _kinds(wording, field.value)
        case "post":
            return _titles(reader, wording, field.value)
        case "topic":
            return _tags(reader, field.value)
        case "has":
            return map(_Value, things_begun(wording, field.value))
    return iter(())


def _agencies(reader: Reader, wording: Wording, typed: str) -> Iterator[_Value]:
    lookup = Lookup(reader)
    pks = _begun(reader, typed, ("organization",), _MOST)
    learn_names(lookup, pks)
    short = {pk: shown_name(lookup, wording, pk, short=True) for pk in pks}
    for pk, name in short.items():
        # Acronyms of several agencies may be the same.
        alone = list(short.values()).count(name) == 1
        yield _Value(name if alone else shown_name(lookup, wording, pk), full_name(lookup, wording, pk))


def _places(reader: Reader, wording: Wording, typed: str, *, city: bool) -> Iterator[_Value]:
    kinds = "('city')" if city else "('region', 'city')"
    pks = _begun(reader, typed, ("region", "place"), _MOST_READ)
    rows = reader.each_row(
        f"SELECT pk, place_kind FROM place WHERE pk IN {listed(pks)} AND place_kind IN {kinds}"
    )
    lookup, kind_of = Lookup(reader), dict(rows)
    for pk in pks:
        if pk in kind_of:
            yield _Value(shown_name(lookup, wording, pk), wording.label("place_kind", kind_of[pk]))


def _begun(reader: Reader, typed: str, kinds: tuple[str, ...], most: int) -> tuple[int, ...]:
    """Records of some kinds with a name that begins so, the first ones; any where nothing is typed yet."""
    query = parse(typed)
    words = Query("", tuple(word.typed for word in (*query.looked_for, *query.in_phrases)))
    if not words.words:
        first, last = terms.entries_of(kinds[0])[0], terms.entries_of(kinds[-1])[1]
        rows = reader.each_row(
            f"SELECT {terms.PK_OF_ENTRY} FROM name_index WHERE rowid BETWEEN {first} AND {last} "
            f"ORDER BY rowid LIMIT {most}"
        )
        return tuple(pk for (pk,) in rows)
    return pks_of_kind(reader, Expressions(reader).names(words, FOLDED_BEGUN), kinds, most)


def _kinds(wording: Wording, typed: str) -> Iterator[_Value]:
    for kind in KINDS:
        words = wording.label("kind", kind).lower(), wording.label("kinds", kind).lower()
        if any(plain(word).startswith(plain(typed)) for word in words):
            yield _Value(words[0], also=words[1])


def _titles(reader: Reader, wording: Wording, typed: str) -> Iterator[_Value]:
    """Titles of posts with words that begin so, the usual ones first."""
    query = parse(typed)
    looked_for = (*query.looked_for, *query.in_phrases)
    expression = Expressions(reader).anywhere(
        Query("", tuple(word.typed for word in looked_for)), FOLDED_BEGUN, (terms.POST,)
    )
    if expression is None:
        return
    first, last = terms.entries_of("person")
    people = reader.rows(
        f"SELECT {terms.PK_OF_ENTRY} FROM name_index WHERE name_index MATCH :expression "
        "AND rowid BETWEEN :first AND :last ORDER BY rowid LIMIT :most",
        expression=expression,
        first=first,
        last=last,
        most=_MOST_READ,
    )
    titles = reader.each_row(
        "SELECT text, language FROM text JOIN post ON post.pk = text.of "
        f"WHERE person IN {listed(pk for (pk,) in people)} AND field = 'title'"
    )
    found = Counter[str](
        title
        for title, language in titles
        if wording.speaks(language)
        and all(any(token.startswith(word.beginnings) for token in tokens(title)) for word in looked_for)
    )
    yield from (_Value(title) for title, _ in found.most_common(_MOST))


def _tags(reader: Reader, typed: str) -> Iterator[_Value]:
    for (label,) in reader.each_row(
        "SELECT DISTINCT label FROM tag ORDER BY label LIMIT :most", most=_MOST_READ
    ):
        if plain(label).startswith(plain(typed)):
            yield _Value(label)
