"""The key of a protected file, made from a passphrase as SQLCipher 4 does.

Making it takes a good part of a second, on purpose. It is made once for a file that is opened, and given to
each connection as it is; any other program with SQLCipher 4 opens the file by the passphrase.
"""

import hashlib
import os
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from dossier.model.errors import PassphraseError
from dossier.model.passphrases import check_passphrase
from dossier.store.driver import DatabaseError

SALT = 16
"""Bytes at the start of a protected file, which are no part of what is encrypted."""

_ROUNDS = 256_000


@dataclass(frozen=True, slots=True)
class Key:
    """What a file is encrypted with. Never printed."""

    secret: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    @property
    def blob(self) -> str:
        """How SQLCipher takes a key that is made already."""
        return f"x'{self.secret.hex()}{self.salt.hex()}'"


def key_of(passphrase: str, salt: bytes) -> Key:
    """The key of the file that begins with `salt`."""
    letters = unicodedata.normalize("NFC", passphrase).encode()
    return Key(hashlib.pbkdf2_hmac("sha512", letters, salt, _ROUNDS, 32), salt)


def new_key(passphrase: str) -> Key:
    """The key of a new file. Raises DossierError for a passphrase that is too easily guessed."""
    check_passphrase(passphrase)
    return key_of(passphrase, os.urandom(SALT))


@contextmanager
def needing(key: Key | None, path: Path) -> Iterator[None]:
    """Around the first look into a file: raises PassphraseError when its key does not open it."""
    try:
        yield
    except DatabaseError as error:
        if key is None or "not a database" not in str(error):
            raise
        raise PassphraseError(
            "This passphrase does not open {path}; try again. (If it is the right one, the file "
            "is damaged or no dossier.)",
            path.name,
            path=path,
        ) from None
