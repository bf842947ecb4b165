"""What was shown last, kept so that going back to it asks the dossier for nothing."""

import threading
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Recent(Generic[Value]):
    """The values of the latest keys, together no larger than `most`; `size` tells how large one is."""

    def __init__(self, size: Callable[[Value], int], most: int) -> None:
        self._size = size
        self._most = most
        self._taken = 0
        self._values: dict[Hashable, Value] = {}  # the latest last
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of a key, made where it is not kept; what lies back longest makes room for it."""
        with self._lock:
            if key in self._values:
                value = self._values[key] = self._values.pop(key)
                return value
        value = make()
        with self._lock:
            self._taken += self._size(value) - (
                self._size(self._values.pop(key)) if key in self._values else 0
            )
            self._values[key] = value
            while self._taken > self._most and len(self._values) > 1:
                self._taken -= self._size(self._values.pop(next(iter(self._values))))
        return value
