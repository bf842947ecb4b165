"""Why a row of a list can't go in, as a value: worded in the reader's language where it is shown."""

from dataclasses import dataclass

from dossier.language import Wording


@dataclass(frozen=True, slots=True)
class Reason:
    """A text of the catalogue with the values of its placeholders."""

    text: str
    values: tuple[tuple[str, str], ...] = ()

    def worded(self, wording: Wording) -> str:
        return wording.say(self.text, **dict(self.values))


class BadRowError(Exception):
    """A row that can't go in; the rest of the list does."""

    def __init__(self, text: str, **values: str) -> None:
        super().__init__(text)
        self.reason = Reason(text, tuple(values.items()))
