"""What every form checks of what was typed, each refusal with the field it is about."""

from datetime import date

from dossier.language import Wording
from dossier.language.typed_dates import read_date
from dossier.model.dates import Date
from dossier.model.errors import DossierError
from dossier.model.markings import LONGEST, TLP, as_marking, is_meant_for_tlp
from dossier.model.plain_values import can_be_seen


class FieldError(DossierError):
    """Something typed that can't be taken; `field` is the field it stands in."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


def needed(field: str, text: str, sentence: str) -> str:
    """The text without what is around it. Raises FieldError for none, and for what nobody can see."""
    text = " ".join(text.split())
    if not can_be_seen(text):
        raise FieldError(field, sentence)
    return text


def date_in(field: str, text: str, wording: Wording) -> Date | None:
    """The date typed, None for none. Raises FieldError for what is not a date."""
    if not text.strip():
        return None
    try:
        return read_date(text)
    except DossierError as error:
        if "ends before" in str(error):
            sentence = wording.say("“{text}” ends before it starts; write the earlier day first.", text=text)
        else:
            sentence = wording.say(
                "“{text}” is not a date; write 19 June 2024, 19.06.2024, June 2024, 2024 or 2025–2028.",
                text=text,
            )
        raise FieldError(field, sentence) from None


def needed_day(field: str, text: str, wording: Wording, today: date) -> Date:
    """The date typed, which can't lie ahead nor be a span. Raises FieldError for any other."""
    found = date_in(field, text, wording)
    if found is None:
        raise FieldError(field, wording.say("Write the date; today is {day}.", day=_written(today)))
    if found.is_interval:
        raise FieldError(field, wording.say("“{text}” is a span; write one day, month or year.", text=text))
    if found.earliest and found.earliest > today:
        raise FieldError(
            field, wording.say("“{text}” lies ahead; today is {day}.", text=text, day=_written(today))
        )
    return found


def marking_in(field: str, text: str, wording: Wording) -> str | None:
    """The handling mark typed, None for none. Raises FieldError for what can't be one."""
    marking = as_marking(text)
    if marking is not None:
        return marking or None
    if is_meant_for_tlp(text):
        marks = ", ".join(TLP)
        sentence = wording.say("“{text}” is no mark of TLP 2.0; there are {marks}.", text=text, marks=marks)
    else:
        sentence = wording.say("A marking is words of one line, at most {n} letters long.", n=LONGEST)
    raise FieldError(field, sentence)


def _written(today: date) -> str:
    return f"{today:%d.%m.%Y}"
