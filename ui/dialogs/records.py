"""The forms for what can be written of any record without a source: a note, a name."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from dossier.language import Wording
from dossier.model.errors import DossierError
from dossier.model.markings import as_marking
from dossier.model.records import Name, Note
from resources.tokens import TLP
from ui.dialogs.form import Form, chosen

_NAME_KINDS = ("official", "short", "acronym", "former", "alias", "transliteration", "translation")


class NoteForm(Form):
    """A note on a record, with its handling mark."""

    def __init__(self, note: Note, of: str, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(wording.say("Note"), of, wording, parent)
        self._note = note
        say = wording.say
        self.text = self.add_text(say("Text"), note.text)
        marks = [("", say("None")), *((mark, mark) for mark in TLP)]
        self.marking = self.add_choice(say("Marking"), marks, note.marking or "", key="marking", free=True)
        self.text.setFocus()

    @property
    def record(self) -> Note:
        text = self.text.toPlainText().strip()
        return replace(self._note, text=text, marking=as_marking(chosen(self.marking)) or None)

    def check(self) -> None:
        if not self.record.text:
            raise DossierError(self.wording.say("The note is empty; write something, or cancel."))
        from dossier.intake.forms.checks import marking_in

        marking_in("marking", chosen(self.marking), self.wording)


class NameForm(Form):
    """A name of a person, organization or place, in a language."""

    def __init__(self, name: Name, of: str, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(wording.say("Name"), of, wording, parent)
        self._name = name
        say = wording.say
        self.text = self.add_line(say("Name"), name.text)
        languages = [
            ("en", wording.label("language", "en")),
            ("ru", wording.label("language", "ru")),
            ("kk-Cyrl", say("Kazakh, Cyrillic")),
            ("kk-Latn", say("Kazakh, Latin")),
        ]
        self.language = self.add_choice(say("Language"), languages, name.language, free=True)
        kinds = [(kind, wording.label("name_kind", kind)) for kind in _NAME_KINDS]
        self.name_kind = self.add_choice(say("Kind"), kinds, name.name_kind)
        self.text.setFocus()

    @property
    def record(self) -> Name:
        return replace(
            self._name,
            text=self.text.text().strip(),
            language=chosen(self.language),
            name_kind=chosen(self.name_kind),
        )

    def check(self) -> None:
        name = self.record
        if not name.text:
            raise DossierError(self.wording.say("The name is empty; write it, or cancel."))
        if not name.language:
            raise DossierError(
                self.wording.say("Choose the language of the name, or write its tag (de, tr).")
            )
