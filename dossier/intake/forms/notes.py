"""The form for a note from a call: who said it, when, and how it may be handled."""

from dataclasses import dataclass
from typing import ClassVar

from dossier.intake.forms.checks import marking_in, needed
from dossier.intake.forms.writing import Named, Taking
from dossier.language.labels import N_
from dossier.model.records import Note
from dossier.views.names import name_of


@dataclass(frozen=True, slots=True)
class OwnNote:
    """A note of one's own, which needs no source."""

    label: ClassVar[str] = N_("Add a note")
    of: int
    text: str
    marking: str

    def write(self, taking: Taking) -> int:
        taking.edit.add(_note(taking, self.of, self.text, self.marking))
        return self.of


@dataclass(frozen=True, slots=True)
class CallNote:
    """A note on a record, cited to the call it is from.

    The source only says that there is a note: the words stand in the note alone, under its marking.
    """

    label: ClassVar[str] = N_("Add a note from a call")
    of: int
    who: Named
    on: str
    text: str
    marking: str

    def write(self, taking: Taking) -> int:
        say, reader = taking.wording.say, taking.edit.reader
        who = needed("who", self.who.text, say("Write with whom you spoke."))
        note = _note(taking, self.of, self.text, self.marking)
        taking.cite_call(
            who,
            self.on,
            lambda wording: wording.say("A note on {name}", name=name_of(reader, wording, self.of)),
        )
        taking.add(note)
        return self.of


def _note(taking: Taking, of: int, text: str, marking: str) -> Note:
    needed("text", text, taking.wording.say("The note is empty; write something, or cancel."))
    return Note(of=of, text=text.strip(), marking=marking_in("marking", marking, taking.wording))
