"""The mark of a training dossier: invented people must not pass for real ones, on no page and in no file."""

from typing import TYPE_CHECKING

from dossier.language import Wording
from dossier.model.markings import joined
from dossier.model.records import Source

if TYPE_CHECKING:
    from dossier.store import Reader


def training_mark(reader: "Reader", wording: Wording) -> str:
    """The words for all that comes from a dossier which holds a fictional source; "" for any other."""
    is_training = reader.remembered(training_mark, lambda: bool(reader.find(Source, fictional=True)))
    return wording.say("TRAINING – fictional") if is_training else ""


def marked(reader: "Reader", wording: Wording, marking: str) -> str:
    """A marking with the one of training before it."""
    return joined((training_mark(reader, wording), marking))
