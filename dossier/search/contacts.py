"""Whose phone or e-mail is typed, in part and with whatever spaces: found in the second index and compared.

The index has every four digits of a phone and the words of an e-mail, so those that it gives only may be
meant; what they have says which are.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from dossier.model.records import ContactPoint
from dossier.search.expressions import Expression, Expressions, all_of, any_of, term
from dossier.search.passes import Looking
from dossier.search.query import Query
from dossier.search.scope import listed
from dossier.store import terms

_AT_A_TIME = 100

_PHONE = re.compile(r"\+?[\d\s()./–—-]+\Z", re.ASCII)
_EMAIL = re.compile(r"[^\s@]*@[^\s@]*\Z|[\w-]+(?:\.[\w-]+)+\Z", re.ASCII)
_SURELY = 5
"""Digits that are a phone even without a plus: four may be a year."""

_MOST_DIGITS = 20


@dataclass(frozen=True, slots=True)
class Sought:
    """A phone or an e-mail as far as it was typed: `anywhere` in one, or, dialled, what one begins with."""

    contact_kind: str
    anywhere: str
    first: tuple[str, ...] = ()

    def stretch(self, value: str) -> tuple[int, int] | None:
        """Where in a value it stands, None where it does not."""
        if self.contact_kind == "email":
            start = value.lower().find(self.anywhere)
            return (start, start + len(self.anywhere)) if start >= 0 else None
        digits = terms.digits_of(value)
        starts = [(digits.find(self.anywhere), self.anywhere)]
        starts += [(0, form) for form in self.first if digits.startswith(form)]
        start, found = next(((at, form) for at, form in starts if at >= 0), (0, ""))
        if not found:
            return None
        places = [place for place, letter in enumerate(value) if letter.isascii() and letter.isdigit()]
        return places[start], places[start + len(found) - 1] + 1

    def expression(self, expressions: Expressions) -> Expression:
        """For records that may have it."""
        if self.contact_kind == "phone":
            return any_of(all_of(map(term, terms.phone_terms(form))) for form in (self.anywhere, *self.first))
        words = terms.email_words(self.anywhere)
        whole = words if self.anywhere.endswith(("@", ".")) else words[:-1]
        half = words[len(whole) :]
        return all_of(
            (
                *(expressions.known(terms.EMAIL + word) for word in whole),
                *(expressions.begun(terms.EMAIL + word) for word in half),
            )
        )


def sought_in(query: Query) -> Sought | None:
    """The phone or e-mail that was typed; None where it is neither."""
    typed = query.bare
    if query.phrases:
        return None
    if _PHONE.match(typed):
        digits = terms.digits_of(typed)
        if not (_SURELY if typed[0] != "+" else terms.SHORTEST_OF_PHONE) <= len(digits) <= _MOST_DIGITS:
            return None
        return Sought("phone", digits, () if typed[0] == "+" else tuple(_as_dialled(digits)))
    if _EMAIL.match(typed) and terms.email_words(typed):
        return Sought("email", typed.lower())
    return None


def by_contact(looking: Looking, query: Query, most: int) -> list[int]:
    """Entries of those who have the phone or e-mail that was typed, in order."""
    sought = sought_in(query)
    expression = sought.expression(looking.expressions) if sought else None
    if not (sought and expression):
        return []
    entries = looking.entries("text_index", expression, most=looking.examined)
    return looking.left(query, list(islice(_having(looking, sought, entries), most)))


def contact_meant(
    query: Query, points: Iterable[ContactPoint]
) -> tuple[ContactPoint, tuple[int, int]] | None:
    """The phone or e-mail of a record that was typed, and where in it what was typed stands."""
    sought = sought_in(query)
    for point in points if sought else ():
        if sought and point.contact_kind == sought.contact_kind and (stretch := sought.stretch(point.value)):
            return point, stretch
    return None


def _as_dialled(digits: str) -> Iterator[str]:
    """What a number begins with that is written with the digits one dials instead of its country's code."""
    for dialled, code in (("810", ""), ("8", "7"), ("00", "")):
        if digits.startswith(dialled) and len(digits) - len(dialled) >= terms.SHORTEST_OF_PHONE:
            yield code + digits[len(dialled) :]


def _having(looking: Looking, sought: Sought, entries: Iterator[int]) -> Iterator[int]:
    """Those of the entries whose records have it."""
    while some := list(islice(entries, _AT_A_TIME)):
        rows = looking.reader.rows(
            f"SELECT of, value FROM contact_point WHERE of IN {listed(map(terms.pk_of, some))} "
            "AND contact_kind = :kind",
            kind=sought.contact_kind,
        )
        have = {of for of, value in rows if sought.stretch(value)}
        yield from (entry for entry in some if terms.pk_of(entry) in have)
