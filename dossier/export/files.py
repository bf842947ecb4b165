"""Files written whole or not at all: what was there stays as it was until the new content is on disk."""

import errno
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from dossier.model.errors import DossierError
from dossier.store.files import may_be_dossier, sync_folder
from dossier.store.held import BESIDE


def write_atomically(path: str | os.PathLike[str], data: bytes) -> None:
    """Put `data` at `path`, as `fill_atomically` does."""
    fill_atomically(path, lambda file: file.write(data))


def fill_atomically(path: str | os.PathLike[str], fill: Callable[[BinaryIO], object]) -> None:
    """Put what `fill` writes at `path`, in place of an existing file, once it is all there.

    DossierError, and an existing file as it was, when its folder isn't there or can't be written, when the
    path is a folder, a dossier or a write-protected file, or when the disk is full. A device or pipe is
    written to.
    """
    target = Path(path)
    try:
        target = Path(os.path.realpath(path))  # a link stays a link
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a folder")
        _refuse_dossier(target)
        if target.exists() and not target.is_file():
            with target.open("wb") as file:
                fill(file)
        else:
            _replace(target, fill)
    except OSError as error:
        raise _explained(target, error) from error
    except ValueError:  # a NUL in the name
        raise DossierError("{path} is not a name for a file; choose another.", path=os.fspath(path)) from None


def _refuse_dossier(target: Path) -> None:
    """No output is worth a dossier: neither one nor the log beside it is ever written over."""
    for end in (*BESIDE, ""):
        dossier = target.with_name(target.name.removesuffix(end) or target.name)
        if target.name.endswith(end) and may_be_dossier(dossier):
            raise DossierError(
                "{target} belongs to a dossier and is left as it is; choose another name.", target=target
            )


def _replace(target: Path, fill: Callable[[BinaryIO], object]) -> None:
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EPERM, "write-protected", str(target))
    # In the same folder, since a rename is atomic only within one file system. The name is short, as the
    # target's may already be as long as the file system allows.
    temporary = target.parent / f".dossier-{secrets.token_hex(8)}.tmp"
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with open(descriptor, "wb") as file:
            if target.exists():
                os.chmod(temporary, target.stat().st_mode & 0o777)
            fill(file)
            file.flush()
            os.fsync(descriptor)
        os.replace(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def _explained(target: Path, error: OSError) -> DossierError:
    folder, reason = target.parent, error.strerror or error
    if error.errno == errno.EISDIR:
        return DossierError("{target} is a folder; name a file in it.", target=target)
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return DossierError(
            "The folder {folder} does not exist, so {name} can't be written; make it first.",
            folder=folder,
            name=target.name,
        )
    if error.errno == errno.EPERM:
        return DossierError(
            "{target} is write-protected; choose another name or lift the protection.", target=target
        )
    if error.errno in (errno.EACCES, errno.EROFS):
        return DossierError(
            "{name} can't be written in the folder {folder}; choose a folder in which you may write.",
            name=target.name,
            folder=folder,
        )
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DossierError(
            "The disk is full, so {target} was not written; make room and try again.", target=target
        )
    return DossierError("{target} could not be written: {reason}.", target=target, reason=reason)
