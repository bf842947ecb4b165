"""Undo, redo and the log: a random walk of edits against a plain Python model, and the refusals."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from dossier.model.errors import DossierError
from dossier.model.folding import key
from dossier.model.records import ContactPoint, Name, Note, Person
from dossier.store import Dossier
from dossier.store.index import Index
from dossier.store.terms import AGENCY, NAME, PK_OF_ENTRY, POST, phone_terms, pk_of, word_terms
from tests.store.conftest import Sample

WORDS = st.sampled_from(["Aigerim", "Bolat", "Тоқаев", "Chan"])
PHONES = st.sampled_from(["+7 701 234 56 78", "+7 7172 55 12 34"])
People = dict[int, tuple[int, str, int, str]]
"""The name and the phone of each person, by their pks and what they are."""

_BY_PHONE = "SELECT rowid FROM text_index WHERE text_index MATCH :q"


class Walk(RuleBasedStateMachine):
    """People with a name and a phone each are added, changed and deleted; undo and redo go through the same
    states."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.dossier = Dossier.create(Path(self.folder.name) / "walk.dossier")
        self.people: People = {}
        self.past: list[People] = []
        self.future: list[People] = []

    def remember(self) -> None:
        self.past.append(dict(self.people))
        self.future.clear()

    @rule(word=WORDS, number=PHONES)
    def add(self, word: str, number: str) -> None:
        self.remember()
        with self.dossier.edit("Add") as edit:
            person = edit.add(Person())
            name = edit.add(Name(of=person, text=word, language="en", name_kind="official"))
            phone = edit.add(ContactPoint(of=person, contact_kind="phone", value=number))
        self.people[person] = (name, word, phone, number)

    @precondition(lambda self: self.people)
    @rule(word=WORDS, data=st.data())
    def rename(self, word: str, data: st.DataObject) -> None:
        person = data.draw(st.sampled_from(sorted(self.people)))
        name, old, phone, number = self.people[person]
        if word == old:
            return
        self.remember()
        with self.dossier.edit("Rename") as edit:
            edit.set(name, text=word)
        self.people[person] = (name, word, phone, number)

    @precondition(lambda self: self.people)
    @rule(number=PHONES, data=st.data())
    def correct(self, number: str, data: st.DataObject) -> None:
        person = data.draw(st.sampled_from(sorted(self.people)))
        name, word, phone, old = self.people[person]
        if number == old:
            return
        self.remember()
        with self.dossier.edit("Correct") as edit:
            edit.set(phone, value=number)
        self.people[person] = (name, word, phone, number)

    @precondition(lambda self: self.people)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        person = data.draw(st.sampled_from(sorted(self.people)))
        self.remember()
        with self.dossier.edit("Delete") as edit:
            edit.delete(person)
        del self.people[person]

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.dossier.undo()
        self.future.append(self.people)
        self.people = self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.dossier.redo()
        self.past.append(self.people)
        self.people = self.future.pop()

    @invariant()
    def records_and_index_agree(self) -> None:
        with self.dossier.read() as reader:
            phones = {phone.of: (phone.pk, phone.value) for phone in reader.all(ContactPoint)}
            found = {name.of: (name.pk, name.text, *phones[name.of]) for name in reader.all(Name)}
            indexed = {pk_of(entry) for (entry,) in reader.rows("SELECT rowid FROM name_index")}
            people = {person.pk for person in reader.all(Person)}
            sql = "SELECT rowid FROM name_index WHERE name_index MATCH :q"
            chans = {pk_of(entry) for (entry,) in reader.rows(sql, q=f'"{NAME}{key("Chan")}"')}
            callers = {pk_of(entry) for (entry,) in reader.rows(_BY_PHONE, q=next(phone_terms("7172")))}
        assert found == self.people
        assert people == indexed == set(self.people)
        assert chans == {pk for pk, (_, text, *_) in self.people.items() if text == "Chan"}
        assert callers == {pk for pk, (*_, number) in self.people.items() if number.startswith("+7 7172")}

    def teardown(self) -> None:
        assert self.dossier.check(deep=True) == ()
        self.dossier.close()
        self.folder.cleanup()


TestWalk = Walk.TestCase
TestWalk.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)


def test_undo_of_the_first_change_leaves_an_empty_dossier(sample: Sample) -> None:
    change = sample.dossier.undo()
    assert (change.label, change.undoes) == ("Undo: Add a contact", 1)
    with sample.dossier.read() as reader:
        assert reader.rows("SELECT count(*) FROM record WHERE deleted = 0") == [(0,)]
        assert reader.rows("SELECT count(*) FROM name_index") == [(0,)]
    with pytest.raises(DossierError, match="nothing to undo"):
        sample.dossier.undo()


def test_undo_refuses_when_a_later_change_touched_the_same_field(sample: Sample) -> None:
    for word in ("First", "Second"):
        with sample.dossier.edit(word) as edit:
            edit.set(sample.name, text=word)
    first = sample.dossier.history()[1]
    with pytest.raises(DossierError, match="“First” can't be undone: “Second” touched"):
        sample.dossier.undo(first.pk)
    with sample.dossier.read() as reader:
        assert reader.get(Name, sample.name).text == "Second"


def test_undo_out_of_order_leaves_other_fields_alone(sample: Sample) -> None:
    with sample.dossier.edit("Text") as edit:
        edit.set(sample.name, text="Other")
    with sample.dossier.edit("Family") as edit:
        edit.set(sample.name, family="Sample")
    sample.dossier.undo(sample.dossier.history()[1].pk)
    with sample.dossier.read() as reader:
        name = reader.get(Name, sample.name)
    assert (name.text, name.family) == ("Aigerim Sample", "Sample")


def test_undo_of_an_insert_never_takes_a_later_note_along(sample: Sample) -> None:
    with sample.dossier.edit("Add a note") as edit:
        edit.add(Note(of=sample.person, text="Asked about the centre"))
    with pytest.raises(DossierError, match="1 note"):
        sample.dossier.undo(1)
    with sample.dossier.read() as reader:
        assert reader.count(Note) == 2


def test_redo_stops_at_a_newer_edit(sample: Sample) -> None:
    with sample.dossier.edit("Rename") as edit:
        edit.set(sample.name, text="Other")
    sample.dossier.undo()
    with sample.dossier.edit("Newer") as edit:
        edit.set(sample.name, family="Sample")
    with pytest.raises(DossierError, match="nothing to redo"):
        sample.dossier.redo()


def test_the_index_rebuilt_equals_the_index_kept(sample: Sample) -> None:
    with sample.dossier.edit("Rename the agency") as edit:
        for name in edit.reader.find(Name, of=sample.organization):
            edit.set(name.pk, text="Department of Weather")
    queries = [f'"{term}"' for text in ("weather", "foreign") for term in word_terms(AGENCY, text)]
    queries += [f'"{term}"' for term in word_terms(POST, "division")]
    with sample.dossier.read() as reader:
        sql = "SELECT rowid FROM name_index WHERE name_index MATCH :q"
        kept = [reader.rows(sql, q=query) for query in queries]
    assert [[pk_of(entry) for (entry,) in rows] for rows in kept] == [[sample.person], [], [sample.person]]
    sample.dossier.rebuild_index()
    with sample.dossier.read() as reader:
        assert [reader.rows(sql, q=query) for query in queries] == kept


def test_a_stale_index_is_made_anew_on_opening(sample: Sample) -> None:
    with sample.dossier._engine.connect() as connection:
        connection.exec_driver_sql(f"DELETE FROM name_index WHERE {PK_OF_ENTRY} = ?", (sample.person,))
        Index(connection).mark(0)
        connection.commit()
    path = sample.dossier.path
    sample.dossier.close()
    with Dossier.open(path) as dossier, dossier.read() as reader:
        assert reader.rows("SELECT count(*) FROM name_index") == [(2,)]
