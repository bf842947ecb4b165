"""What an encryption or a making that was broken off leaves beside a dossier: told by its name, and removed.

A dossier is made in a file that is named after it and after the process that makes it. Where that process
runs no more, nobody waits for the file.

The file that is to take a dossier's place is named after that dossier and its number in the file system.
While the number stands for the dossier still, nothing took its place: the file is a copy that nobody waits
for, or part of one. It is removed only where nobody can be at work on it, with the dossier open or locked.
"""

import os
import re
from contextlib import suppress
from pathlib import Path

from dossier.store.held import BESIDE


def part_of(path: Path) -> Path:
    """The file that is made to take the place of a dossier (the file itself, not a link to it)."""
    return path.with_name(f".{path.name[:40]}.{os.stat(path).st_ino:x}.new")


def prefix_of(path: Path) -> str:
    """How the name of a file begins in which this process makes a dossier."""
    return f".{path.name[:40]}.{os.getpid():x}-"


def remove_unfinished(path: Path) -> bool:
    """Remove what broken-off makings of a dossier left beside it; whether there was any."""
    named = re.compile(rf"{re.escape(f'.{path.name[:40]}.')}([0-9a-f]+)-\w+\.new")
    found = False
    with suppress(OSError):
        for name in os.listdir(path.parent):
            if (match := named.fullmatch(name)) and not _runs(int(match[1], 16)):
                found |= remove_part(path.with_name(name))
    return found


def _runs(process: int) -> bool:
    if os.name != "posix":  # there a file that is open can't be removed, and signals end what they reach
        return process == os.getpid()
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def remove_part(part: Path) -> bool:
    """Remove it with what SQLite keeps beside it; whether it was there."""
    there = part.is_file() and not part.is_symlink()
    if there:
        for leftover in (*(part.with_name(part.name + end) for end in BESIDE), part):
            with suppress(OSError):
                leftover.unlink()
    return there and not part.exists()
