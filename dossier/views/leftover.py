"""What is said where making or opening a dossier removed the remains of something that was broken off."""

from pathlib import Path
from typing import TYPE_CHECKING

from dossier.language import Wording

if TYPE_CHECKING:
    from dossier.store import Dossier


def leftover_words(wording: Wording, dossier: "Dossier") -> str:
    """What was removed beside a dossier; "" for nothing."""
    if dossier.had_leftover:
        return wording.say(
            "An encryption of {path} was broken off; what it had left beside it is removed, the dossier is "
            "whole.",
            path=dossier.path,
        )
    return unfinished_words(wording, dossier.path) if dossier.had_unfinished else ""


def unfinished_words(wording: Wording, path: Path) -> str:
    return wording.say(
        "An earlier making of {path} was broken off; what it had left beside it is removed.", path=path
    )
