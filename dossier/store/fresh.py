"""Index entries of people and agencies just added, made from the records at hand instead of read back."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from dossier.model.fields import specs
from dossier.model.folding import tokens
from dossier.model.records import Name, Note, Post, Text
from dossier.store.reader import Reader

NameEntry = tuple[int, str, str, str]
WordEntry = tuple[int, str]

_MOST_AGENCIES = 20_000


def _places(record_class: Any, *fields: str) -> tuple[int, ...]:
    declared = list(specs(record_class))
    return tuple(declared.index(field) for field in fields)


_NAME_OF, _NAME_TEXT = _places(Name, "of", "text")
_TEXT_OF, _TEXT_FIELD, _TEXT_TEXT = _places(Text, "of", "field", "text")
_POST_PERSON, _POST_ORGANIZATION = _places(Post, "person", "organization")
(_NOTE_TEXT,) = _places(Note, "text")


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

    def take(self, pk: int, kind: str, values: tuple[Any, ...]) -> bool:
        """Keep what the index needs of a new record; False where its entry has to be read back.

        `values` are those of its fields, in their order.
        """
        if kind == "name":
            named = self._named.get(values[_NAME_OF])
            if named:
                named.names.append(values[_NAME_TEXT])
            return named is not None
        if kind == "text":
            holder = self._posts.get(values[_TEXT_OF])
            if holder and values[_TEXT_FIELD] == "title":
                holder.titles.append(values[_TEXT_TEXT])
            return holder is not None
        if kind == "post":
            holder = self._named.get(values[_POST_PERSON])
            if holder:
                holder.agencies.append(values[_POST_ORGANIZATION])
                self._posts[pk] = holder
            return holder is not None
        if kind == "note":
            self._notes[pk] = values[_NOTE_TEXT]
        elif kind in ("person", "organization"):
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
