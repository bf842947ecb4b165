"""What the forms for new records share: fields for records, a source with its date, and what they give."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from dossier.language import Wording
from dossier.model.dates import day
from dossier.model.errors import DossierError
from ui.dialogs.deciding import Deciding
from ui.dialogs.form import Form
from ui.dialogs.record_line import RecordLine

if TYPE_CHECKING:
    from dossier.intake.forms import Entry, Named, Origin


class EntryForm(Form):
    """A form whose facts are all cited to one source; the core checks what was typed, and writes it."""

    def __init__(
        self, title: str, subtitle: str, wording: Wording, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, subtitle, wording, parent)
        self.today = today
        self.lines: list[RecordLine] = []
        self.head: QLineEdit | None = None
        """The field for what is to be added is called."""
        self._another = ""

    @property
    def entry(self) -> "Entry":
        """What the form is filled with."""
        raise NotImplementedError

    @property
    def join(self) -> str:
        """What one of that name would get, where it is the one meant; "" for nothing."""
        return ""

    @property
    def another(self) -> bool:
        """Whether it was said that this is another one than those called as the head says."""
        return bool(self.head and self._another and self._another == self.head.text())

    def complain(self, error: DossierError) -> None:
        super().complain(error)
        if namesakes := getattr(error, "namesakes", ()):
            asking = Deciding(str(error), namesakes, self.wording, self, join=self.join)
            asking.same.connect(self._take_known)
            asking.another.connect(self._take_another)
            asking.finished.connect(asking.deleteLater)
            asking.open()

    def _take_known(self, pk: int) -> None:
        if isinstance(self.head, RecordLine):
            self.head.name_record(pk, self.head.text())
            self.submit()

    def _take_another(self) -> None:
        if self.head:
            self._another = self.head.text()
            self.submit()

    def add_record(
        self,
        label: str,
        kind: str,
        *,
        key: str,
        hint: str = "",
        several: bool = False,
        beside: bool = False,
        if_new: str = "",
        if_chosen: str = "",
    ) -> RecordLine:
        """A field for a record of a kind.

        `if_new` says what becomes of a name the dossier doesn't have, `if_chosen` of one that was offered.
        """
        line = RecordLine(kind, several=several, hint=hint)
        line.remark = self.add(label, line, key=key, beside=beside)
        line.if_new, line.if_chosen = if_new, if_chosen
        self.lines.append(line)
        return line

    def add_source(self) -> None:
        """The fields for where all of this is from, and of which day that is."""
        say = self.wording.say
        self.source = self.add_record(
            say("Source"), "source", key="source", hint=say("phone call with …, told by …, a document")
        )
        self.source_date = self.add_date(
            say("Date of the source"), key="source_date", value=self.written(self.today)
        )

    def written(self, date: date) -> str:
        """A day as the forms write it, and read it again."""
        return self.wording.date(day(date))

    def add_date(self, label: str, *, key: str, value: str = "", beside: bool = False) -> QLineEdit:
        return self.add_line(label, value, self.written(self.today), key=key, beside=beside)

    @property
    def origin(self) -> "Origin":
        from dossier.intake.forms import Origin

        ((text, pk),) = self.source.names or (("", None),)
        return Origin(text, self.source_date.text(), pk)


def named(line: RecordLine) -> "Named":
    """The record that a field names."""
    from dossier.intake.forms import Named

    ((text, pk),) = line.names or (("", None),)
    return Named(text, pk)


def all_named(line: RecordLine) -> "tuple[Named, ...]":
    """The records that a field for several names."""
    from dossier.intake.forms import Named

    return tuple(Named(text, pk) for text, pk in line.names)
