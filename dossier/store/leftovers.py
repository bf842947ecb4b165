"""What an encryption that was broken off leaves beside a dossier: told by its name, and removed.

The file that is to take a dossier's place is named after that dossier and its number in the file system.
While the number stands for the dossier still, nothing took its place: the file is a copy that nobody waits
for, or part of one. It is removed only where nobody can be at work on it, with the dossier open or locked.
"""

import os
from contextlib import suppress
from pathlib import Path

from dossier.store.held import BESIDE


def part_of(path: Path) -> Path:
    """The file that is made to take the place of a dossier (the file itself, not a link to it)."""
    return path.with_name(f".{path.name[:40]}.{os.stat(path).st_ino:x}.new")


def remove_part(part: Path) -> bool:
    """Remove it with what SQLite keeps beside it; whether it was there."""
    there = part.is_file() and not part.is_symlink()
    if there:
        for leftover in (*(part.with_name(part.name + end) for end in BESIDE), part):
            with suppress(OSError):
                leftover.unlink()
    return there and not part.exists()
