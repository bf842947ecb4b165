"""Index entries of people and agencies just added, made from the records at hand instead of read back."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from dossier.model.folding import tokens
from dossier.model.records import Name, Note, Organization, Person, Post, Record, Text
from dossier.store.reader import Reader

NameEntry = tuple[int, str, str, str]
WordEntry = tuple[int, str]

_MOST_AGENCIES = 20_000


@dataclass(slots=True)
class _Named:
    names: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    agencies: list[int] = field(default_factory=list)


class Fresh:
    """What is to be indexed of records added since the last `entries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._named: dict[int, _Named] = {}
        self._posts: dict[int, _Named] = {}
        self._notes: dict[int, str] = {}
        self._agencies: dict[int, tuple[str, ...]] = {}

    def take(self, pk: int, record: Record) -> bool:
        """Keep what the index needs of a new record; False where its entry has to be read back."""
        if isinstance(record, Name):
            named = self._named.get(record.of)
            if named:
                named.names.append(record.text)
            return named is not None
        if isinstance(record, Text):
            holder = self._posts.get(record.of)
            if holder and record.field == "title":
                holder.titles.append(record.text)
            return holder is not None
        if isinstance(record, Post):
            holder = self._named.get(record.person)
            if holder:
                holder.agencies.append(record.organization)
                self._posts[pk] = holder
            return holder is not None
        if isinstance(record, Note):
            self._notes[pk] = record.text
        elif isinstance(record, Person | Organization):
            self._named[pk] = _Named()
        else:
            return False
        return True

    def forget_agency(self, pk: int) -> None:
        """The names of an organization changed."""
        self._agencies.pop(pk, None)

    def entries(self) -> tuple[list[NameEntry], list[WordEntry]]:
        """The entries of all that was taken, which is then forgotten; the records are written by now."""
        self._learn_agencies({pk for named in self._named.values() for pk in named.agencies})
        names = [
            (
                pk,
                _folded(named.names),
                " ".join(_folded_title(title) for title in named.titles),
                " ".join(dict.fromkeys(key for agency in named.agencies for key in self._agencies[agency])),
            )
            for pk, named in self._named.items()
            if named.names
        ]
        notes = [(pk, _folded([text])) for pk, text in self._notes.items()]
        self._named, self._posts, self._notes = {}, {}, {}
        return names, notes

    def _learn_agencies(self, pks: set[int]) -> None:
        if len(self._agencies) > _MOST_AGENCIES:
            self._agencies.clear()
        missing = [pk for pk in pks if pk not in self._agencies]
        found: dict[int, list[str]] = {pk: [] for pk in missing}
        for name in self._reader.find(Name, of=missing) if missing else ():
            found[name.of].append(name.text)
        self._agencies.update((pk, tuple(_keys(texts))) for pk, texts in found.items())


@lru_cache(maxsize=1 << 12)
def _folded_title(title: str) -> str:
    return _folded([title])


def _folded(texts: Iterable[str]) -> str:
    return " ".join(_keys(texts))


def _keys(texts: Iterable[str]) -> dict[str, None]:
    return dict.fromkeys(key for text in texts for key in tokens(text))
