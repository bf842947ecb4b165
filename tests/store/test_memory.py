"""What was found out is kept until somebody changes the dossier; of too much, the least asked for goes."""

import pytest

from dossier.language import wording
from dossier.model.records import Name, Person
from dossier.search import search
from dossier.store import Dossier
from dossier.store import memory as keeping
from dossier.store.memory import Memory


def test_what_was_not_asked_for_the_longest_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "_MOST", 3)
    memory = Memory()
    memory.remember({"a": 1, "b": 2, "c": 3})
    memory.recalled(["a"])
    memory.remember({"d": 4})
    assert memory.recalled("abcd") == {"a": 1, "c": 3, "d": 4}


def test_nothing_is_known_that_nobody_found_out() -> None:
    assert Memory().recalled(["a"]) == {}


def test_a_line_kept_from_an_earlier_letter_follows_a_change(empty: Dossier) -> None:
    with empty.edit("Add") as edit:
        person = edit.add(Person())
        name = edit.add(Name(of=person, text="Akan Rakhmetullin", language="en", name_kind="official"))

    def found() -> str:
        with empty.read() as reader:
            return search(reader, wording("en"), "rakhmet").hits[0].label

    assert found() == "Akan Rakhmetullin"
    with empty.edit("Rename") as edit:
        edit.set(name, text="Aqan Rakhmetullin")
    assert found() == "Aqan Rakhmetullin"
    empty.undo()
    assert found() == "Akan Rakhmetullin"
