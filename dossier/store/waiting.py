"""Edits wait for each other and for other programs; while one waits, its user may think better of it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from dossier.model.errors import GivenUpError


class Waiting(threading.local):
    """What of the edits of this thread is still wanted."""

    def __init__(self) -> None:
        self._given_up: Callable[[], bool] = bool

    @contextmanager
    def unless(self, given_up: Callable[[], bool]) -> Iterator[None]:
        """An edit begun in here writes nothing when it was given up before its turn came."""
        self._given_up = given_up
        try:
            yield
        finally:
            self._given_up = bool

    def check(self) -> None:
        """Raise GivenUpError when the edit whose turn has come is not wanted any more."""
        if self._given_up():
            raise GivenUpError("This was cancelled while it waited; nothing was changed.")
