"""What may be a passphrase: something not guessed in a moment."""

from dossier.model.errors import DossierError

_FEWEST = 8


def check_passphrase(passphrase: str) -> None:
    """Raise DossierError for a passphrase that is too easily guessed."""
    if len(passphrase) < _FEWEST:
        raise DossierError(
            "The passphrase is too short; take at least {fewest} characters, better several words.",
            fewest=_FEWEST,
        )
