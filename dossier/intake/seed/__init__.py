"""The seed: a dossier written as text, which a person can read and edit, checked and loaded as one Change."""

from importlib.resources import files

from dossier.intake.seed.checking import checked
from dossier.intake.seed.entries import Seed
from dossier.intake.seed.loading import write_seed
from dossier.intake.seed.opening import Folder
from dossier.intake.seed.reading import read_entries
from dossier.language.labels import N_
from dossier.store import Change, Dossier

__all__ = ["Seed", "load_seed", "read_seed", "training_seed"]


def training_seed() -> Folder:
    """The seed of an invented dossier, in which everything can be tried."""
    return files("seeds").joinpath("training")


def read_seed(folder: Folder | None = None) -> Seed:
    """The seed of a folder of *.toml files; of the program's own where none is named.

    Raises DossierError that names file, line and field for anything malformed, unknown or uncited.
    """
    return checked(read_entries(folder or files("seeds").joinpath("kazakhstan-un")))


def load_seed(dossier: Dossier, folder: Folder | None = None) -> Change:
    """Write a seed into a dossier as one Change, which undo takes back whole. Raises as `read_seed` does."""
    seed = read_seed(folder)
    with dossier.edit(N_("Load the seed dossier")) as edit:
        write_seed(edit, seed)
    return dossier.history(limit=1)[0]
