"""A typed query as words, and as the expressions that the full-text index takes; no input is an error."""

from dataclasses import dataclass
from functools import cached_property

from dossier.model.folding import key, plain, prefixes, split

_MOST_WORDS = 12
_MOST_LETTERS = 60


@dataclass(frozen=True)
class Query:
    """What was typed: `text` as it stands, `words` as they are looked for."""

    text: str
    words: tuple[str, ...]

    @cached_property
    def looked_for(self) -> "tuple[Word, ...]":
        return tuple(Word(word, plain(word), key(word), prefixes(word)) for word in self.words)

    @property
    def as_whole_words(self) -> str:
        """A MATCH expression for records that hold every word whole."""
        return " AND ".join(f'"{word.key}"' for word in self.looked_for)

    @property
    def as_beginnings(self) -> str:
        """A MATCH expression for records in which every word begins some word."""
        return " AND ".join(f"({_any_of(word.beginnings)})" for word in self.looked_for)


@dataclass(frozen=True, slots=True)
class Word:
    """A word looked for: as typed, plainly, by its key, and the keys that it may be the beginning of."""

    typed: str
    plain: str
    key: str
    beginnings: tuple[str, ...]


def parse(text: str) -> Query:
    """The words of a query; signs, quotes and operators of any language are nothing but gaps between them."""
    words = split(text[: _MOST_WORDS * _MOST_LETTERS * 4])
    return Query(text, tuple(dict.fromkeys(word[:_MOST_LETTERS] for word in words))[:_MOST_WORDS])


def _any_of(beginnings: tuple[str, ...]) -> str:
    # Keys are of a to z and digits; in quotes none is taken for a word of FTS5's own language (AND, NEAR).
    return " OR ".join(f'"{beginning}"*' for beginning in beginnings)
