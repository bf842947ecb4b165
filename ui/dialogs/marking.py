"""The form for the marking of a dossier's sheets: the ministry's words, a mark of TLP 2.0, or one of each."""

from PySide6.QtWidgets import QWidget

from dossier.language import Wording
from dossier.model.markings import TLP, as_marking, joined, parted
from ui.dialogs.form import Form, chosen


class MarkingForm(Form):
    """`marking` is the line of both as it is kept, "" for none."""

    def __init__(self, marking: str, wording: Wording, parent: QWidget | None = None) -> None:
        say = wording.say
        subtitle = say("It stands at the head and foot of every sheet of this dossier.")
        super().__init__(say("Marking of the sheets"), subtitle, wording, parent)
        words, mark = parted(marking)
        self.words = self.add_line(say("Marking"), words, say("For official use only"), key="words")
        marks = [("", say("None")), *((each, each) for each in TLP)]
        self.tlp = self.add_choice(say("Mark of TLP 2.0"), marks, mark, key="tlp")

    @property
    def marking(self) -> str:
        return joined((as_marking(self.words.text()) or "", chosen(self.tlp)))

    def check(self) -> None:
        from dossier.intake.forms.checks import FieldError, marking_in

        if marking_in("words", self.words.text(), self.wording) in TLP:
            raise FieldError("words", self.wording.say("Choose the mark of TLP in the field for it."))
