"""The kinds of records that leave a dossier as lists; what asks which one imports nothing else for it."""

from typing import Final

LISTS: Final = ("person", "organization", "initiative", "event", "statement", "place", "source")

OF_NO_AGENCY: Final = ("place", "source")
"""Those of which nothing belongs to an agency."""
