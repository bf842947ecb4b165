"""The terms under which records stand in the search index, and by which search asks for them.

A word of a record stands under a mark that says where it is from, so that names, posts and agencies are told
apart without a column each, and every list of the index is as short as it can be:

- `w` a word of a name as it is written, lower case and without diacritics; `n` its key (model.folding);
- `p` the key of a word of a post, `a` of an agency's name, `t` of a text;
- `g` a name of signs alone, as it stands; `e` a word of an e-mail address;
- `zzz…` what is no word and never looked up by its beginning: a whole name, an agency that a person belongs
  to with all above it, a place they are in, what they have, four digits of a phone. No key doubles a letter,
  so none begins so.

The rowid of an entry is its place in the order of hits that match alike: kind, then how likely the record is
meant, then age. So the first entries that the index gives for a query are the best ones.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from zlib import crc32

from dossier.model.folding import key, plain, split, tokens

KINDS = ("person", "organization", "initiative", "event", "region", "place", "statement", "source")
"""The kinds that have an entry, in the order of their groups; a region is a place of that kind."""

TYPED, NAME, POST, AGENCY, TEXT, SIGNS, EMAIL = "wnpatge"

_WHOLE, _AT, _HAS, _INITIAL, _DIGITS = (f"zzz{letter}" for letter in "fohid")

RELATIONS = ("covers", "located", "takes_part", "spoke")
"""How a record belongs to a place, closest first: it answers for it or covers it; it is there; it takes part
in an initiative there; it spoke, or is words, about the place or an initiative there."""

_MARKS = {relation: f"zzz{letter}" for relation, letter in zip(RELATIONS, "clts", strict=True)}

SHORTEST_OF_PHONE = 4
"""Digits by which a phone is found at least."""

_DIGIT = re.compile(r"\d", re.ASCII)
_EXTENSION = re.compile(r"[^\d\s()+.,/–—-]")
_EMAIL_WORD = re.compile(r"[a-z]+|[0-9]+")
_VARIATIONS = "\ufe0e\ufe0f"
_MOST_SIGNS = 40

_KIND_BITS, _PRIORITY_BITS = 56, 32
_MOST_PRIORITY = (1 << 24) - 1
PK_BITS = (1 << _PRIORITY_BITS) - 1
_FIRST_DAY = date(1900, 1, 1).toordinal()

IN_POST = 365
"""A person in a post ranks like one met so many days later."""

PK_OF_ENTRY = f"(rowid & {PK_BITS})"
"""SQL: the pk of the record that an entry is of."""


def entry_of(kind: str, priority: int, pk: int) -> int:
    """The rowid of the entry of a record, smaller for what comes first."""
    behind = _MOST_PRIORITY - max(0, min(priority, _MOST_PRIORITY))
    return KINDS.index(kind) << _KIND_BITS | behind << _PRIORITY_BITS | pk


def pk_of(entry: int) -> int:
    return entry & PK_BITS


def kind_of(entry: int) -> str:
    return KINDS[entry >> _KIND_BITS]


def entries_of(kind: str) -> tuple[int, int]:
    """The first and the last rowid that an entry of a kind may have."""
    first = KINDS.index(kind) << _KIND_BITS
    return first, first + (1 << _KIND_BITS) - 1


def priority_of_day(day: str | None) -> int:
    """The priority of a record by the newest day (ISO 8601) known of it, from 1 for the first of 1900."""
    return max(1, date.fromisoformat(day).toordinal() - _FIRST_DAY) if day else 0


def name_terms(text: str) -> Iterator[str]:
    """The terms of one name."""
    found = split(text)
    if not found:
        yield signs(text)
        return
    for word in found:
        yield from _typed_terms(word)
    for token in tokens(text):
        yield NAME + token
    yield whole(map(key, found))


@lru_cache(maxsize=1 << 16)
def _typed_terms(word: str) -> tuple[str, ...]:
    own = typed(word)
    # A small letter is a preposition.
    return (own, initial(word)) if len(word) == 1 and word.isupper() else (own,)


def typed(word: str) -> str:
    """The term of a word as it is written; what no term may hold, such as signs that stand apart, goes."""
    plainly = plain(word)
    return TYPED + (plainly if plainly.isalnum() else "".join(filter(str.isalnum, plainly)))


def word_terms(mark: str, text: str) -> Iterator[str]:
    """The terms of a post, an agency or a text."""
    return (mark + token for token in tokens(text))


def whole(keys: Iterable[str]) -> str:
    """The term of a name of just these words, in any order."""
    return _WHOLE + "".join(sorted(keys))


def initial(letter: str) -> str:
    """The term of a name in which an initial stands for a word."""
    return _INITIAL + key(letter)


def signs(text: str) -> str:
    """The term of a name that has no letter and no digit, and of what is typed of one."""
    shown = [sign for sign in text if not sign.isspace() and sign not in _VARIATIONS]
    return SIGNS + "".join(f"{ord(sign):05x}" for sign in shown[:_MOST_SIGNS])


def digits_of(phone: str) -> str:
    """The digits of a number, without those of an extension."""
    return "".join(_DIGIT.findall(_EXTENSION.split(phone)[0]))


def phone_terms(digits: str) -> Iterator[str]:
    """The terms of a phone, and of what is typed of one: every four digits that follow each other."""
    return (
        _DIGITS + digits[at : at + SHORTEST_OF_PHONE] for at in range(len(digits) - SHORTEST_OF_PHONE + 1)
    )


def email_words(address: str) -> list[str]:
    """The words of an e-mail address: letters apart from digits, so that there are few different ones."""
    return _EMAIL_WORD.findall(plain(address))


def contact_terms(contact_kind: str, value: str) -> Iterator[str]:
    """The terms of one way to reach somebody."""
    if contact_kind == "phone":
        yield from phone_terms(digits_of(value))
    elif contact_kind == "email":
        yield from (EMAIL + word for word in email_words(value))


def at(organization: int) -> str:
    """The term of all who belong to an organization or to one below it."""
    return f"{_AT}{organization}"


def belongs(relation: str, place: int) -> str:
    """The term of all that belong to a place, or to one within it, by one of the `RELATIONS`."""
    return f"{_MARKS[relation]}{place}"


def has(what: str) -> str:
    """The term of all who have something: a phone, an email, an address, a web page, a note, a post."""
    return _HAS + what


def is_word(term: str) -> bool:
    return not term.startswith("zzz")


_SHORTEST, _SHORTEST_FOR_TWO = 3, 5
_CUT = 7


def shortened(word: str, most: int = 2) -> Iterator[int]:
    """What a key becomes without one or, with `most` two, two of its letters, as numbers: two keys so many
    slips apart (a letter more, less, another, or two the other way round) have one of these in common.

    Only the first letters count, so that long words do not have hundreds; who looks up compares the rest.
    """
    start = word[:_CUT]
    if len(word) >= _SHORTEST:
        found = {start, *_without_one(start)}
        if most > 1 and len(word) >= _SHORTEST_FOR_TWO:
            found |= {shorter for one in _without_one(start) for shorter in _without_one(one)}
        yield from {crc32(short.encode()) for short in found}


def _without_one(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}
