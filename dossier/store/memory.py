"""What was found out from a dossier and is asked for again: kept until somebody changes the dossier."""

from collections import OrderedDict
from collections.abc import Hashable, Iterable, Mapping
from threading import Lock
from typing import Any, TypeVar

K = TypeVar("K", bound=Hashable)

_MOST = 60_000
"""Values kept; with those of the search that is some 30 MB."""


class Memory:
    """Values by key, for readers in any thread.

    Of too many, those not asked for the longest go one by one: to drop all takes longer than a frame.
    """

    def __init__(self) -> None:
        self._values = OrderedDict[Any, Any]()
        self._lock = Lock()

    def recalled(self, keys: Iterable[K]) -> dict[K, Any]:
        """The values of those of the keys that are known."""
        values = self._values
        with self._lock:
            found = {key: values[key] for key in keys if key in values}
            for key in found:
                values.move_to_end(key)
        return found

    def remember(self, found: Mapping[Any, Any]) -> None:
        values = self._values
        with self._lock:
            values.update(found)
            while len(values) > _MOST:
                values.popitem(last=False)
