"""Index entries of people just added, made from the records at hand instead of read back, for imports."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from dossier.model.dates import Date
from dossier.model.fields import specs
from dossier.model.records import Attestation, ContactPoint, Name, Note, Post, Text
from dossier.store import terms
from dossier.store.entries import Entries, Entry
from dossier.store.reader import Reader


def _places(record_class: Any, *fields: str) -> tuple[int, ...]:
    declared = list(specs(record_class))
    return tuple(declared.index(field) for field in fields)


_NAME_OF, _NAME_TEXT = _places(Name, "of", "text")
_TEXT_OF, _TEXT_FIELD, _TEXT_TEXT = _places(Text, "of", "field", "text")
_POST_PERSON, _POST_ORGANIZATION, _POST_PLACE, _POST_HELD = _places(
    Post, "person", "organization", "place", "held"
)
_ATTESTED_POST, _ATTESTED_ON = _places(Attestation, "post", "on")
_CONTACT_OF, _CONTACT_KIND, _CONTACT_VALUE = _places(ContactPoint, "of", "contact_kind", "value")
_NOTE_OF, _NOTE_TEXT = _places(Note, "of", "text")

Values = tuple[Any, ...]


@dataclass(slots=True)
class _Person:
    """What is known of a new person: terms of names and posts, of notes and contacts, agencies, marks."""

    names: dict[str, None] = field(default_factory=dict)
    words: dict[str, None] = field(default_factory=dict)
    agencies: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    marks: dict[str, None] = field(default_factory=dict)
    day: str = ""
    until: str | None = ""
    """The last day in a post; None for an open end, "" for no post."""


class Fresh:
    """What is to be indexed of people added since the last `entries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._entries: Entries | None = None
        self._people: dict[int, _Person] = {}
        self._posts: dict[int, _Person] = {}

    def take(self, pk: int, kind: str, values: Values) -> bool:
        """Keep what the index needs of a new record; False where its entry has to be read back.

        `values` are those of its fields, in their order.
        """
        match kind:
            case "person":
                self._people[pk] = _Person()
                return True
            case "name":
                person = self._people.get(values[_NAME_OF])
                if person:
                    person.names.update(dict.fromkeys(terms.name_terms(values[_NAME_TEXT])))
                return person is not None
            case "post":
                return self._take_post(pk, values)
            case "text":
                return self._take_text(values)
            case "attestation":
                return self._take_attestation(values)
            case "contact_point":
                return self._take_contact(values)
            case "note":
                return self._take_note(values)
        return False

    def knows(self, organization: int) -> bool:
        """Whether an entry was made with what the organization is called by now."""
        return self._entries is not None and self._entries.knows(organization)

    def forget_units(self) -> None:
        """Something about an organization or a place changed."""
        self._entries = None

    def forget_unit(self, organization: int) -> None:
        """The names of an organization changed."""
        if self._entries:
            self._entries.forget(organization)

    def entries(self) -> Iterator[Entry]:
        """The entries of all that was taken, which is then forgotten; the records are written by now."""
        entries = self._entries = self._entries or Entries(self._reader)
        entries.learn_units({agency for person in self._people.values() for agency in person.agencies})
        entries.learn_above({place for person in self._people.values() for place in person.places})
        for pk, person in self._people.items():
            for place in person.places:
                person.marks.update(dict.fromkeys(entries.located(place)))
            for agency in person.agencies:
                words, marks = entries.unit(agency)
                person.names.update(dict.fromkeys(words))
                person.marks.update(dict.fromkeys(marks))
            priority = terms.priority_of_day(person.day or None)
            if person.until is None or (person.until and person.until >= entries.today):
                priority += terms.IN_POST
            rowid = terms.entry_of("person", priority, pk)
            worded = {**person.words, **person.marks} if person.words else None
            yield Entry(pk, rowid, {**person.names, **person.marks}, worded)
        self._people, self._posts = {}, {}

    def _take_post(self, pk: int, values: Values) -> bool:
        person = self._people.get(values[_POST_PERSON])
        if person is None:
            return False
        self._posts[pk] = person
        if values[_POST_PLACE] is not None:
            person.places.append(values[_POST_PLACE])
        person.agencies.append(values[_POST_ORGANIZATION])
        person.marks[terms.has("post")] = None
        held: Date | None = values[_POST_HELD]
        if held is None or held.latest is None:
            person.until = None
        elif person.until is not None:
            person.until = max(person.until, held.latest.isoformat())
        return True

    def _take_text(self, values: Values) -> bool:
        if values[_TEXT_OF] in self._people:
            return True  # how somebody is addressed is not searched for
        person = self._posts.get(values[_TEXT_OF])
        if person and values[_TEXT_FIELD] == "title":
            person.names.update(dict.fromkeys(_title_terms(values[_TEXT_TEXT])))
        elif person and values[_TEXT_FIELD] == "remit":
            person.words.update(dict.fromkeys(terms.word_terms(terms.TEXT, values[_TEXT_TEXT])))
        return person is not None

    def _take_attestation(self, values: Values) -> bool:
        person, on = self._posts.get(values[_ATTESTED_POST]), values[_ATTESTED_ON]
        if person and on and on.latest:
            person.day = max(person.day, on.latest.isoformat())
        return person is not None

    def _take_note(self, values: Values) -> bool:
        person = self._people.get(values[_NOTE_OF])
        of_post = self._posts.get(values[_NOTE_OF])
        if person:
            person.marks[terms.has("note")] = None
        holder = person or of_post
        if holder:
            holder.words.update(dict.fromkeys(terms.word_terms(terms.TEXT, values[_NOTE_TEXT])))
        return holder is not None

    def _take_contact(self, values: Values) -> bool:
        person, contact_kind = self._people.get(values[_CONTACT_OF]), values[_CONTACT_KIND]
        if person:
            person.marks[terms.has(contact_kind)] = None
            person.words.update(dict.fromkeys(terms.contact_terms(contact_kind, values[_CONTACT_VALUE])))
        return person is not None


@lru_cache(maxsize=1 << 12)
def _title_terms(title: str) -> Collection[str]:
    return tuple(terms.word_terms(terms.POST, title))
