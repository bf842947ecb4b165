"""Exact phrases: the index knows which words a record holds, only its texts say in which order."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from dossier.model.folding import plain
from dossier.search.query import Query
from dossier.search.scope import listed
from dossier.store import Reader, terms

_WORD = re.compile(r"[^\W_]+")


def holding_phrases(reader: Reader, query: Query, entries: Collection[int]) -> set[int]:
    """Those of the entries whose record holds every phrase, each within one name, title or text.

    What follows the last word of a phrase does not matter, as in typing.
    """
    wanted = [_spelt(" ".join(phrase)) for phrase in query.phrases]
    missing = {terms.pk_of(entry): set(wanted) for entry in entries}
    for pk, text in _texts(reader, missing):
        spelt = _spelt(text)
        missing[pk] -= {phrase for phrase in missing[pk] if phrase in spelt}
    return {entry for entry in entries if not missing[terms.pk_of(entry)]}


@lru_cache(maxsize=1 << 12)
def _spelt(text: str) -> str:
    """The words of a text as they are written, each after a space."""
    return "".join(f" {word}" for word in _WORD.findall(plain(text)))


def _texts(reader: Reader, pks: Collection[int]) -> Iterator[tuple[int, str]]:
    of = listed(pks)
    for sql in (
        f"SELECT of, text FROM name WHERE of IN {of}",
        f"SELECT of, text FROM text WHERE of IN {of}",
        f"SELECT of, text FROM note WHERE of IN {of}",
        f"SELECT person, text FROM post JOIN text ON text.of = post.pk WHERE person IN {of}",
        f"SELECT person, text FROM post JOIN note ON note.of = post.pk WHERE person IN {of}",
        f"SELECT person, text FROM post JOIN name ON name.of = post.organization WHERE person IN {of}",
        f"SELECT pk, title FROM source WHERE title NOTNULL AND pk IN {of}",
        f"SELECT pk, author FROM source WHERE author NOTNULL AND pk IN {of}",
        f"SELECT source, original FROM paragraph WHERE original NOTNULL AND source IN {of}",
        f"SELECT source, text FROM paragraph JOIN text ON text.of = paragraph.pk WHERE source IN {of}",
    ):
        yield from reader.each_row(sql)
