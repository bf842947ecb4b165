"""The forms for what can be written of any record: a note, a contact point, a name."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from dossier.language import Wording
from dossier.model.errors import DossierError
from dossier.model.records import ContactPoint, Name, Note
from resources.tokens import TLP
from ui.dialogs.form import Form, chosen

_CONTACT_KINDS = ("phone", "email", "address", "web")
_NAME_KINDS = ("official", "short", "acronym", "former", "alias", "transliteration", "translation")


class NoteForm(Form):
    """A note on a record, with its handling mark."""

    def __init__(self, note: Note, of: str, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(wording.say("Note"), of, wording, parent)
        self._note = note
        say = wording.say
        self.text = self.add_text(say("Text"), note.text)
        marks = [("", say("None")), *((mark, mark) for mark in TLP)]
        self.marking = self.add_choice(say("Marking"), marks, note.marking or "", free=True)
        self.text.setFocus()

    @property
    def record(self) -> Note:
        text = self.text.toPlainText().strip()
        return replace(self._note, text=text, marking=chosen(self.marking) or None)

    def check(self) -> None:
        if not self.record.text:
            raise DossierError(self.wording.say("The note is empty; write something, or cancel."))


class ContactForm(Form):
    """A phone, e-mail, address or web page of a person or organization."""

    def __init__(
        self, contact: ContactPoint, of: str, wording: Wording, parent: QWidget | None = None
    ) -> None:
        super().__init__(wording.say("Contact"), of, wording, parent)
        self._contact = contact
        say = wording.say
        kinds = [(kind, wording.label("contact_kind", kind)) for kind in _CONTACT_KINDS]
        self.kind = self.add_choice(say("Kind"), kinds, contact.contact_kind)
        self.value = self.add_line(say("Number, address or page"), contact.value)
        self.label = self.add_line(say("Label"), contact.label or "", say("office, mobile, assistant …"))
        confirmed = contact.confirmed.text if contact.confirmed else ""
        self.confirmed = self.add_line(say("Last confirmed on"), confirmed, "2024-06-19")
        self.value.setFocus()

    @property
    def record(self) -> ContactPoint:
        return replace(
            self._contact,
            contact_kind=chosen(self.kind),
            value=self.value.text().strip(),
            label=self.label.text().strip() or None,
            confirmed=self.date_of(self.confirmed),
        )

    def check(self) -> None:
        contact = self.record
        if not contact.value:
            raise DossierError(self.wording.say("The contact is empty; write a number, address or page."))
        if contact.contact_kind == "email" and "@" not in contact.value:
            raise DossierError(self.wording.say("An e-mail address has an @ in it; write it whole."))


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
