"""A typed query as words, phrases and fields; no input is an error: what means nothing is words, or a gap."""

import re
from dataclasses import dataclass
from functools import cached_property

from dossier.model.folding import key, plain, prefixes, split

_MOST_WORDS = 12
_MOST_LETTERS = 60
_MOST_TEXT = _MOST_WORDS * _MOST_LETTERS * 4

FIELDS = ("agency", "region", "city", "topic", "kind", "post", "before", "after", "has")
_ALSO = {
    "агентство": "agency", "орган": "agency", "ведомство": "agency", "ұйым": "agency",
    "регион": "region", "область": "region", "өңір": "region", "облыс": "region",
    "город": "city", "қала": "city",
    "тема": "topic", "тақырып": "topic",
    "вид": "kind", "түрі": "kind",
    "должность": "post", "лауазым": "post",
    "до": "before", "дейін": "before",
    "после": "after", "кейін": "after",
    "есть": "has", "бар": "has",
}  # fmt: skip
"""The fields as they are called in Russian and Kazakh."""

_PIECE = re.compile(
    r"""(?P<minus>-(?=[\w"“«]))?"""
    r"""(?:(?P<field>[^\W\d_]+):)?"""
    r"""(?:["“«](?P<phrase>[^"”»]*)(?P<closed>["”»])?|(?P<word>[^\s"“«]*))"""
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word looked for: as typed, plainly, by its key, and the keys that it may be the beginning of."""

    typed: str
    plain: str
    key: str
    beginnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """What a query asks of a field, such as `agency:undp`; `start` and `end` are where the value stands."""

    name: str
    value: str
    start: int
    end: int


@dataclass(frozen=True)
class Query:
    """What was typed: `text` as it stands, and what is looked for.

    `words` in any order, `phrases` as sequences of words, nothing with one of the `excluded` words, and what
    the `fields` ask; a word is half typed (`half`) when nothing stands after it. `bare` is what was typed for
    the words, with its signs.
    """

    text: str
    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    half: bool = True
    bare: str = ""

    @cached_property
    def looked_for(self) -> tuple[Word, ...]:
        return tuple(as_word(word) for word in self.words)

    @cached_property
    def in_phrases(self) -> tuple[Word, ...]:
        return tuple(as_word(word) for phrase in self.phrases for word in phrase)

    @property
    def shown(self) -> tuple[str, ...]:
        """The words to mark in what was found."""
        return (*self.words, *(word for phrase in self.phrases for word in phrase))

    @property
    def is_empty(self) -> bool:
        return not self.words and not self.phrases


def as_word(typed: str) -> Word:
    return Word(typed, plain(typed), key(typed), prefixes(typed))


def parse(text: str) -> Query:
    """The parts of a query. Signs, quotes and operators of other languages are gaps between words."""
    words, phrases, excluded, fields = list[str](), list[tuple[str, ...]](), list[str](), list[Field]()
    bare = list[str]()
    at, limited = 0, text[:_MOST_TEXT]
    while at < len(limited):
        if limited[at].isspace():
            at += 1
            continue
        piece = _PIECE.match(limited, at)
        assert piece
        at = max(piece.end(), at + 1)
        field = field_of(piece["field"] or "")
        quoted = piece["phrase"] is not None
        said = piece["phrase"] if quoted else piece["word"]
        if field and not piece["minus"]:
            start, end = piece.span("phrase" if quoted else "word")
            fields.append(Field(field, said.strip(), start, end))
            continue
        found = _cut(split(f"{piece['field']} {said}" if piece["field"] else said))
        if piece["minus"]:
            excluded += found
        elif quoted and len(found) > 1 and not piece["field"]:
            phrases.append(found[:_MOST_WORDS])
        else:
            words += found
            bare.append(piece.group())
    return Query(
        text,
        tuple(dict.fromkeys(_without_most_letters(words)))[:_MOST_WORDS],
        tuple(dict.fromkeys(phrases))[:_MOST_WORDS],
        tuple(dict.fromkeys(excluded))[:_MOST_WORDS],
        tuple(dict.fromkeys(fields))[:_MOST_WORDS],
        half=not text[-1:].isspace(),
        bare=" ".join(bare),
    )


def fields_begun(typed: str) -> tuple[str, ...]:
    """The names of fields, in whichever language, that begin with what was typed; one of each field."""
    names = [*FIELDS, *_ALSO]
    begun = {field_of(name): name for name in reversed(names) if name.startswith(typed.casefold())}
    return tuple(sorted(begun.values(), key=names.index))


def field_of(typed: str) -> str | None:
    """The field that a word before a colon names, in one of the languages; None for no field."""
    name = typed.casefold()
    return name if name in FIELDS else _ALSO.get(name)


def _without_most_letters(words: list[str]) -> list[str]:
    """Single letters may be initials; of many only the first and the last are looked for."""
    single = [at for at, word in enumerate(words) if len(word) == 1]
    left_out = set(single[1:-1])
    return [word for at, word in enumerate(words) if at not in left_out]


def _cut(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word[:_MOST_LETTERS] for word in words)
