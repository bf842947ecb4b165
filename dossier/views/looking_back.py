"""What a page says that tells the state on another day than that of printing."""

from datetime import date

from dossier.language import Wording
from dossier.model.dates import Date, day


def is_before(today: date, newest: Date | None) -> bool:
    """Whether a day lies before the newest source of what is told of it."""
    return bool(newest and newest.earliest and newest.earliest > today)


def with_state(wording: Wording, known: str, told_of: date | None) -> str:
    """As of when the sources are, and the day whose state they are asked for, where that is not today."""
    if told_of is None:
        return known
    return f"{wording.say('State {on}', on=wording.date(day(told_of), 'on'))} · {known}"
