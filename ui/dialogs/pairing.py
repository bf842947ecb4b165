"""The form that asks for the second of two records whose connection is looked for."""

from PySide6.QtWidgets import QWidget

from dossier.language import Wording
from dossier.model.errors import DossierError
from ui.dialogs.form import Form
from ui.dialogs.record_line import RecordLine


class PairForm(Form):
    """Takes the name of a record that the dossier has."""

    def __init__(self, of: str, wording: Wording, parent: QWidget | None = None) -> None:
        say = wording.say
        super().__init__(say("How are these two connected…").rstrip("…"), of, wording, parent)
        self.line = RecordLine("any", hint=say("a person, an organization, an event, an initiative, a place"))
        self.line.remark = self.add(say("And"), self.line, key="name")
        self.line.if_new = say("not in the dossier")
        self.name_work(wording.about("verb", "Show"), say("Searching …"))

    @property
    def named(self) -> tuple[str, int | None]:
        """What was typed, and the record where one was chosen."""
        return next(iter(self.line.names), ("", None))

    def check(self) -> None:
        if not self.named[0]:
            raise DossierError(self.wording.say("Name the other one: type a part of its name and choose."))
