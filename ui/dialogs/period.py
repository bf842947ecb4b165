"""The form that asks for a period: from when until when, of which one may stay open."""

from PySide6.QtWidgets import QWidget

from dossier.language import Wording
from dossier.language.typed_dates import read_date
from dossier.model.dates import Date, parse_date
from dossier.model.errors import DossierError
from ui.dialogs.form import Form


class PeriodForm(Form):
    """Both dates may be days, months or years, as people write them; `period` is what was asked for."""

    def __init__(self, period: Date | None, wording: Wording, parent: QWidget | None = None) -> None:
        say = wording.say
        subtitle = say("What is dated otherwise, or not at all, is hidden until everything is shown again.")
        super().__init__(say("Show only a period"), subtitle, wording, parent)
        first, last = period.ends if period else (None, None)
        hint = say("19 June 2024, June 2024, 2024")
        self.first = self.add_line(say("From"), str(first or ""), hint, key="first")
        self.last = self.add_line(say("Until"), str(last or ""), hint, key="last", beside=True)
        self.name_work(say("Show"), "")
        self.submitted.connect(self.accept)

    def check(self) -> None:
        """Raise DossierError where there is no period in what was typed."""
        _ = self.period

    @property
    def period(self) -> Date:
        first, last = (line.text().strip() for line in (self.first, self.last))
        if not (first or last):
            raise DossierError(self.wording.say("Type from when, until when, or both."))
        return parse_date("/".join(str(read_date(text)) if text else ".." for text in (first, last)))
