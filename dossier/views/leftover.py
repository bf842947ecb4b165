"""What is said where opening a dossier removed the remains of a broken-off encryption."""

from pathlib import Path

from dossier.language import Wording


def leftover_words(wording: Wording, path: Path) -> str:
    return wording.say(
        "An encryption of {path} was broken off; what it had left beside it is removed, the dossier is "
        "whole.",
        path=path,
    )
