"""The short forms that keep a dossier true: replaced by, confirm, a contact, a note from a call."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dossier.language import Wording
from dossier.language.labels import LABELS
from resources.tokens import TLP
from ui.dialogs.entry import EntryForm, named
from ui.dialogs.form import chosen
from ui.style.tick_box import TickBox

if TYPE_CHECKING:
    from dossier.intake.forms import Entry
    from dossier.model.records import ContactPoint


@dataclass(frozen=True, slots=True)
class Item:
    """A post or a contact that can be chosen in a form: `title` is what a post is called."""

    pk: int
    words: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """The person or organization a form is about, with what of it can be handed over or confirmed.

    `forms_of_address` are texts by field and language.
    """

    pk: int
    kind: str
    name: str
    posts: tuple[Item, ...]
    contacts: tuple[Item, ...]
    forms_of_address: Mapping[tuple[str, str], str]


class ReplaceForm(EntryForm):
    """One holder of a post follows another: asks who, since when, and who says so."""

    def __init__(
        self, subject: Subject, wording: Wording, today: date, parent: QWidget | None = None
    ) -> None:
        say = wording.say
        only = subject.posts[0].words if len(subject.posts) == 1 else ""
        about = f"{subject.name} – {only}" if only else subject.name
        super().__init__(say("Replaced by"), about, wording, today, parent)
        self._posts = subject.posts
        self.post = None
        if not only:
            self.post = self.add_choice(say("Post"), [(str(post.pk), post.words) for post in self._posts])
            self.post.currentIndexChanged.connect(self._take_title)
        self.holder = self.add_record(
            say("Who holds it now"), "person", key="holder", if_new=say("new, will be added")
        )
        self.head = self.holder
        self.title = self.add_line(say("Title of the post from now on"), subject.posts[0].title, key="title")
        self.on = self.add_date(say("Since"), key="on", value=self.written(today))
        self.add_source()
        self.holder.setFocus()

    @property
    def entry(self) -> "Entry":
        from dossier.intake.forms import Replacement

        return Replacement(
            self._post.pk, named(self.holder), self.title.text(), self.on.text(), self.origin, self.another
        )

    @property
    def join(self) -> str:
        return self.wording.say("Give them the post")

    @property
    def _post(self) -> Item:
        return self._posts[self.post.currentIndex() if self.post else 0]

    def _take_title(self) -> None:
        self.title.setText(self._post.title)


class ConfirmForm(EntryForm):
    """What is still as it stands here, on which day, and by whom, if there is anybody to name."""

    def __init__(
        self, subject: Subject, wording: Wording, today: date, parent: QWidget | None = None
    ) -> None:
        say = wording.say
        super().__init__(say("Confirm"), subject.name, wording, today, parent)
        self._of = subject.pk
        holds_posts = subject.kind == "person" and bool(subject.posts)
        posts = subject.posts if holds_posts else ()
        # What is chosen beforehand is what one comes here for; a number nobody has tried is not.
        self.posts = {post.pk: _box(post, checked=True) for post in posts}
        self.contacts = {contact.pk: _box(contact, checked=not holds_posts) for contact in subject.contacts}
        boxes = (*self.posts.values(), *self.contacts.values())
        self.add_boxes(say("Still true"), boxes, key="what")
        self.on = self.add_date(say("On"), key="on", value=self.written(today))
        self.source = self.add_record(
            say("Confirmed by (if there is a new source)"),
            "source",
            key="source",
            hint=say("phone call with …, told by …, a document"),
        )
        boxes[0].setFocus()

    @property
    def entry(self) -> "Entry":
        from dossier.intake.forms import Confirmation

        ((text, pk),) = self.source.names or (("", None),)
        posts = tuple(of for of, box in self.posts.items() if box.isChecked())
        contacts = tuple(of for of, box in self.contacts.items() if box.isChecked())
        return Confirmation(self._of, posts, contacts, self.on.text(), text, pk)


class ContactForm(EntryForm):
    """A phone, e-mail, address or web page: a new one, or one to be corrected."""

    def __init__(
        self,
        subject: Subject,
        wording: Wording,
        today: date,
        parent: QWidget | None = None,
        *,
        known: "ContactPoint | None" = None,
    ) -> None:
        say = wording.say
        title = say("Correct a contact") if known else say("Add a contact")
        super().__init__(title, subject.name, wording, today, parent)
        self._of, self._known = subject.pk, known
        self.value = self.add_line(say("Number, address or page"), known.value if known else "", key="value")
        kinds = [(kind, wording.label("contact_kind", kind)) for kind in LABELS["contact_kind"]]
        self.kind = self.add_choice(say("Kind"), kinds, known.contact_kind if known else "phone", key="kind")
        self.label = self.add_line(
            say("Label"), known.label or "" if known else "", say("office, mobile, assistant …"), beside=True
        )
        self.add_source()
        self.value.textEdited.connect(self._guess_kind)

    @property
    def entry(self) -> "Entry":
        from dossier.intake.forms import CorrectedContact, NewContact

        filled = (chosen(self.kind), self.value.text(), self.label.text(), self.origin)
        return CorrectedContact(self._known.pk, *filled) if self._known else NewContact(self._of, *filled)

    def _guess_kind(self, value: str) -> None:
        from dossier.intake.forms import contact_kind_of

        if value.strip():
            self.kind.setCurrentIndex(self.kind.findData(contact_kind_of(value) or "address"))


class CallNoteForm(EntryForm):
    """A note from a call: with whom, when, what was said, and how it may be handled."""

    def __init__(
        self, subject: Subject, wording: Wording, today: date, parent: QWidget | None = None
    ) -> None:
        say = wording.say
        super().__init__(say("Note from a call"), subject.name, wording, today, parent)
        self._of = subject.pk
        self.text = self.add_text(say("Text"), key="text")
        self.who = self.add_record(say("Call with"), "person", key="who")
        if subject.kind == "person":
            self.who.name_record(subject.pk, subject.name)
        self.on = self.add_date(say("On"), key="source_date", value=self.written(today), beside=True)
        marks = [("", say("None")), *((mark, mark) for mark in TLP)]
        self.marking = self.add_choice(say("Marking"), marks, key="marking", free=True)

    @property
    def entry(self) -> "Entry":
        from dossier.intake.forms import CallNote

        return CallNote(
            self._of, named(self.who), self.on.text(), self.text.toPlainText(), chosen(self.marking)
        )


def _box(item: Item, *, checked: bool) -> TickBox:
    box = TickBox(item.words.replace("&", "&&"))
    box.setChecked(checked)
    return box
