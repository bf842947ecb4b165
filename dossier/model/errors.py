"""Expected failures, apart from bugs: each carries one sentence that may be shown to the user as it is."""

from collections.abc import Sequence


class DossierError(Exception):
    """Something the user can mend, in one clear sentence: what is wrong, where, what to do.

    The sentence is a text of the catalogue with the values of its placeholders, worded in the reader's
    language by `Wording.error`; `str(error)` is its English. What is worded already has no values.
    """

    def __init__(self, sentence: str, /, **values: object) -> None:
        super().__init__(sentence.format(**values) if values else sentence)
        self.sentence = sentence
        self.values = values


class ReadOnlyError(DossierError):
    """An edit was tried in a dossier that lies on a read-only place."""


class DamagedError(DossierError):
    """What is read of the file is not what was written; nothing shown of it can be relied on."""


class PassphraseError(DossierError):
    """A protected file was opened without its passphrase, or with another one; `file` is its name."""

    def __init__(self, sentence: str, file: str, /, **values: object) -> None:
        super().__init__(sentence, **values)
        self.file = file


class GivenUpError(DossierError):
    """An edit was cancelled before it began; nothing was changed."""


class FileGoneError(DossierError):
    """The file of an open dossier was deleted, moved or replaced; what is open can only be copied."""


class AmbiguousNameError(DossierError):
    """A name fits more than one record; `candidates` holds their pks, best first."""

    def __init__(self, sentence: str, candidates: Sequence[int], /, **values: object) -> None:
        super().__init__(sentence, **values)
        self.candidates = tuple(candidates)


class UnknownNameError(DossierError):
    """A name fits no record; `nearest` holds the pks of those that come close, best first."""

    def __init__(self, sentence: str, nearest: Sequence[int] = (), /, **values: object) -> None:
        super().__init__(sentence, **values)
        self.nearest = tuple(nearest)
