"""Which dossier a command works on: the file it names, or the user's own, made from the seed on first use."""

from pathlib import Path
from typing import TYPE_CHECKING

from dossier.cli.printing import echo
from dossier.model.clock import Clock
from dossier.model.errors import DossierError

if TYPE_CHECKING:
    from dossier.store import Dossier


def own_path() -> Path:
    """Where the user's own dossier lies: in the folder that the platform keeps for data of programs."""
    from platformdirs import user_data_path

    return user_data_path("dossier", appauthor=False) / "my.dossier"


def open_dossier(
    file: str | None, clock: Clock, *, passphrase: str | None = None, as_it_is: bool = False
) -> "Dossier":
    """Open the file named, or with None the user's own. Raises DossierError as `Dossier.open` does.

    A command asks for the passphrase that a file needs; what is not run by one gets PassphraseError.
    """
    from dossier.store import Dossier
    from dossier.store.files import is_protected

    had_unfinished = file is None and _make_own(own_path(), clock, passphrase)
    path = own_path() if file is None else Path(file)
    import click

    context = click.get_current_context(silent=True)
    if passphrase is None and is_protected(path) and context:
        from dossier.cli.passphrase import passphrase_for

        passphrase = passphrase_for(path)
    dossier = Dossier.open(path, clock=clock, passphrase=passphrase, as_it_is=as_it_is)
    dossier.had_unfinished |= had_unfinished
    if (dossier.had_leftover or dossier.had_unfinished) and context:
        from dossier.cli.settings import settings_of
        from dossier.views.leftover import leftover_words

        echo(leftover_words(settings_of(context).wording(), dossier), err=True)
    return dossier


def new_dossier(
    path: Path,
    clock: Clock,
    *,
    passphrase: str | None = None,
    empty: bool = False,
    training: bool = False,
    seed: Path | None = None,
) -> bool:
    """Make a dossier, from a seed (the program's, the one for training, another) or `empty`.

    With a passphrase it is a protected one. Gives whether what an earlier making, broken off, had left there
    was removed. Raises DossierError where there is a file already, or the seed
    is malformed.
    """
    from dossier.intake.seed import load_seed, training_seed
    from dossier.store import Dossier

    def fill(dossier: Dossier) -> None:
        load_seed(dossier, training_seed() if training else seed)

    with Dossier.create(path, clock=clock, passphrase=passphrase, fill=None if empty else fill) as dossier:
        return dossier.had_unfinished


def _make_own(path: Path, clock: Clock, passphrase: str | None) -> bool:
    if path.exists():
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise DossierError(
            "Your own dossier can't be made in {parent} ({reason}); name a file with -f.",
            parent=path.parent,
            reason=reason,
        ) from None
    try:
        return new_dossier(path, clock, passphrase=passphrase)
    except DossierError:
        # Another start of the program may have made it in the meantime.
        if not path.exists():
            raise
        return False
