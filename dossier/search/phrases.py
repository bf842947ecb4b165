"""Exact phrases: the index knows which words a record holds, only its texts say in which order."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from dossier.model.folding import plain, split
from dossier.search.query import Query
from dossier.search.scope import listed
from dossier.store import Reader, terms


def holding_phrases(reader: Reader, query: Query, entries: Collection[int]) -> set[int]:
    """Those of the entries whose record holds every phrase, each within one name, title or text."""
    wanted = [[plain(word) for word in phrase] for phrase in query.phrases]
    texts = defaultdict(list)
    for pk, text in _texts(reader, [terms.pk_of(entry) for entry in entries]):
        texts[pk].append([plain(word) for word in split(text)])
    return {
        entry
        for entry in entries
        if all(any(_holds(words, phrase) for words in texts[terms.pk_of(entry)]) for phrase in wanted)
    }


def _holds(words: list[str], phrase: list[str]) -> bool:
    """Whether the phrase stands in the words; what follows its last word does not matter, as in typing."""
    *whole, last = phrase
    length = len(phrase)
    return any(
        words[at : at + length - 1] == whole and words[at + length - 1].startswith(last)
        for at in range(len(words) - length + 1)
    )


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
        f"SELECT source, original FROM paragraph WHERE original NOTNULL AND source IN {of}",
        f"SELECT source, text FROM paragraph JOIN text ON text.of = paragraph.pk WHERE source IN {of}",
    ):
        yield from reader.each_row(sql)
