"""What the window writes: each form is one Change, thus one step of undo; a refusal is one sentence."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dossier.language import N_, Wording
from dossier.model.records import ContactPoint, Name, Note, Record
from ui.dialogs.form import Form
from ui.dialogs.listing import Listing
from ui.dialogs.records import NameForm, NoteForm
from ui.saving import Saving

if TYPE_CHECKING:
    from dossier.store import Dossier

_GIVEN_BY_STORE = ("pk", "id")


@dataclass(frozen=True, slots=True)
class Part:
    """A kind of record that hangs on another one: its form, and the words of its edits.

    None stands for a form that asks for a source, which is opened elsewhere.
    """

    form: Callable[..., NoteForm | NameForm] | None
    blank: Callable[[int], Record]
    add: str
    change: str
    remove: str
    title: str
    cells: Callable[[Wording, Any], tuple[str, ...]]


PARTS: dict[type[Record], Part] = {
    Note: Part(
        NoteForm,
        lambda of: Note(of=of, text=""),
        N_("Add a note"),
        N_("Change a note"),
        N_("Remove a note"),
        N_("Notes"),
        lambda wording, note: (note.marking or "", note.text),
    ),
    ContactPoint: Part(
        None,
        lambda of: ContactPoint(of=of, contact_kind="phone", value=""),
        N_("Add a contact"),
        N_("Correct a contact"),
        N_("Remove a contact"),
        N_("Contacts"),
        lambda wording, contact: (
            wording.label("contact_kind", contact.contact_kind),
            contact.label or "",
            contact.value,
        ),
    ),
    Name: Part(
        NameForm,
        lambda of: Name(of=of, text="", language="ru", name_kind="transliteration"),
        N_("Add a name"),
        N_("Change a name"),
        N_("Remove a name"),
        N_("Names"),
        lambda wording, name: (name.language, wording.label("name_kind", name.name_kind), name.text),
    ),
}


class Editing(QObject):
    """Opens the forms over a window and writes what they give."""

    refused = Signal(str)
    correcting = Signal(object)  # pk of a part whose form asks for a source

    def __init__(self, dossier: "Dossier", wording: Wording, window: QWidget, saving: Saving) -> None:
        super().__init__(window)
        self._dossier = dossier
        self._wording = wording
        self._window = window
        self._saving = saving

    def add(self, record_class: type[Record], of: int, name: str) -> None:
        """Ask for a new part of a record, and write it."""
        if self.can_write():
            part = PARTS[record_class]
            self._ask(part, part.blank(of), name, self._write_new)

    def manage(self, record_class: type[Record], of: int, name: str) -> None:
        """List the parts of a record, to change or remove one."""
        part = PARTS[record_class]
        with self._dossier.read() as reader:
            found = reader.find(record_class, of=of)
        say = self._wording.say
        listing = Listing(
            f"{say(part.title)}: {name}",
            (say("Kind"), say("Label"), say("Text"))[-len(part.cells(self._wording, part.blank(of))) :],
            [(record.pk, part.cells(self._wording, record)) for record in found],
            self._wording,
            self._window,
            actions=(("change", say("Change…")), ("remove", say("Remove"))),
            empty=say("There are none yet."),
        )
        listing.done_with.connect(lambda what, pk: self._act(part, what, record_class, pk, name))
        listing.open()

    def _act(self, part: Part, what: str, record_class: type[Record], pk: int, name: str) -> None:
        if not self.can_write():
            return
        if what == "remove":
            self._saving.save_at_once(lambda: self._write(part.remove, lambda edit: edit.delete(pk)))
            return
        if part.form is None:
            self.correcting.emit(pk)
            return
        with self._dossier.read() as reader:
            record = reader.get(record_class, pk)
        self._ask(part, record, name, self._write_changed)

    def _ask(self, part: Part, record: Record, name: str, write: Callable[[Part, Record], None]) -> None:
        assert part.form, "what has no form here is corrected elsewhere"
        form = part.form(record, name, self._wording, self._window)
        form.submitted.connect(lambda: self._save(form, partial(write, part, form.record)))
        form.finished.connect(form.deleteLater)
        form.open()

    def _save(self, form: Form, write: Callable[[], None]) -> None:
        self._saving.save(form, self._dossier, write, lambda _: None)

    def _write_new(self, part: Part, record: Record) -> None:
        self._write(part.add, lambda edit: edit.add(record))

    def _write_changed(self, part: Part, record: Record) -> None:
        values = {
            field.name: getattr(record, field.name)
            for field in fields(record)
            if field.name not in _GIVEN_BY_STORE
        }
        self._write(part.change, lambda edit: edit.set(record.pk, **values))

    def _write(self, label: str, action: Callable[[Any], object]) -> None:
        with self._dossier.edit(label) as edit:
            action(edit)

    def can_write(self) -> bool:
        """Refuse before a form is filled in vain."""
        sentence = refusal(self._dossier, self._wording)
        if sentence:
            self.refused.emit(sentence)
        return not sentence


def refusal(dossier: "Dossier", wording: Wording) -> str:
    """Why nothing can be written in a dossier; "" where it can."""
    say, path = wording.say, dossier.path
    if not dossier.read_only:
        return ""
    if dossier.shared_by == "network":
        return say(
            "{path} lies on a network share and is open to read only, since two computers that write it "
            "would spoil it; work on a copy on this computer.",
            path=path,
        )
    if dossier.shared_by:
        return say(
            "{path} lies in a folder that {service} synchronises and is open to read only, since that would "
            "spoil it; work on a copy in another folder.",
            path=path,
            service=dossier.shared_by,
        )
    return say("{path} lies on a read-only place and can't be changed; copy it elsewhere first.", path=path)
