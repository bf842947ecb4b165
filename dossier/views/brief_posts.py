"""Who holds posts, with no more read of them than a row of the tree shows.

A large branch has hundreds of people: their names and posts as whole records take several times as long.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from dossier.language import Wording
from dossier.model.dates import Date, parse_date
from dossier.store import json_list

if TYPE_CHECKING:
    from dossier.store import Reader

_GIVEN = "(SELECT value FROM json_each(:pks))"
_POSTS = f"SELECT pk, person, held FROM post WHERE pk IN {_GIVEN} ORDER BY pk"
_NAMES = f'SELECT "of", pk, text, language, name_kind FROM name WHERE "of" IN {_GIVEN}'
_TITLES = (
    f'SELECT "of", pk, text, language, translated FROM text WHERE "of" IN {_GIVEN} AND field = \'title\''
)


class BriefPost(NamedTuple):
    """A post by what a row tells of it; `title` is "" where none is known."""

    pk: int
    person: int
    held: Date | None
    title: str


def brief_posts(reader: "Reader", wording: Wording, pks: Iterable[int]) -> list[BriefPost]:
    """Some posts by pk, with their titles in the language."""
    rows = reader.rows(_POSTS, pks=json_list(pks))
    titles = _best(reader, _TITLES, (pk for pk, _, _ in rows), wording.text_distance)
    return [
        BriefPost(pk, person, parse_date(held) if held else None, titles.get(pk, ""))
        for pk, person, held in rows
    ]


def names_of_people(reader: "Reader", wording: Wording, people: Iterable[int]) -> dict[int, str]:
    """The names to show of people, as `shown_name` gives them."""
    people = tuple(people)
    names = _best(reader, _NAMES, people, wording.name_distance)
    nameless = wording.label("kind", "person")
    return {pk: names.get(pk, nameless) for pk in people}


def _best(
    reader: "Reader", sql: str, pks: Iterable[int], distance: Callable[[str, Any], tuple[int, ...]]
) -> dict[int, str]:
    """Of each record the text nearest to the language, the first of those equally near."""
    found: dict[int, tuple[tuple[int, ...], int, str]] = {}
    for of, pk, text, language, what in reader.each_row(sql, pks=json_list(pks)):
        known = found.get(of)
        if known is None or (distance(language, what), pk) < known[:2]:
            found[of] = distance(language, what), pk, text
    return {of: text for of, (_, _, text) in found.items()}
