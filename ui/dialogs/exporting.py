"""The form that asks in which format the dossier, or all of an agency, leaves the program."""

from PySide6.QtWidgets import QProgressBar, QWidget

from dossier.export.lists import LISTS, OF_NO_AGENCY
from dossier.language import N_, Wording
from ui.dialogs.form import Form, chosen
from ui.style.tick_box import TickBox

FORMS = {
    "vcard": N_("Contacts for telephones and mail (vCard)"),
    "ics": N_("Events for a calendar (iCalendar)"),
    "xlsx": N_("All lists as a workbook (Excel)"),
    "csv": N_("One list as a table (CSV)"),
    "ftm": N_("The whole dossier for other systems (FollowTheMoney)"),
}
_FINE = 1000


class ExportForm(Form):
    """A format, a list where the format holds but one, and whether it is only of the agency that is meant."""

    def __init__(self, agency: str, wording: Wording, parent: QWidget | None = None) -> None:
        say = wording.say
        subtitle = say(
            "The file is not encrypted: whoever gets it can read it. Marked notes stay in the dossier."
        )
        super().__init__(say("Export"), subtitle, wording, parent)
        self.format = self.add_choice(say("Format"), [(form, say(text)) for form, text in FORMS.items()])
        lists = [(kind, wording.label("kinds", kind)) for kind in LISTS]
        self.list = self.add_choice(say("List"), lists, "person")
        self.only = TickBox(say("Only this agency and all below it:"))
        self.only.setVisible(bool(agency))
        if agency:
            self.add_box(self.only)
            self.only.setAccessibleDescription(agency)
            self.add_words(agency)
        self.bar = QProgressBar()
        self.bar.setRange(0, _FINE)
        self.bar.setTextVisible(False)
        self.bar.hide()
        self._foot.addWidget(self.bar)
        self.format.currentIndexChanged.connect(self._offer)
        self.list.currentIndexChanged.connect(self._offer)
        self.name_work(say("Export…"), say("Exporting …"))
        self._offer()

    @property
    def form(self) -> str:
        return chosen(self.format)

    @property
    def kind(self) -> str:
        """The list, of a format that holds but one."""
        return chosen(self.list)

    @property
    def is_of_agency(self) -> bool:
        return self.only.isEnabled() and self.only.isChecked()

    def show_part(self, part: float) -> None:
        """Show how much is done, from 0 to 1."""
        self.bar.show()
        self.bar.setValue(round(part * _FINE))

    def ask_again(self) -> None:
        """Nothing came of it: the fields can be changed."""
        self.bar.hide()
        self._patience.stop()
        self._notice.hide()
        self._let_write(True)
        self._offer()

    def _offer(self) -> None:
        """Let only that be chosen which goes with the format."""
        is_one_list = self.form == "csv"
        self.list.setEnabled(is_one_list)
        self.only.setEnabled(not (is_one_list and self.kind in OF_NO_AGENCY))
