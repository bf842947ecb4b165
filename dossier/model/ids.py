"""Record ids: UUID version 7 (RFC 9562, 5.7), so that ids sort by the time they were made."""

import os
import threading
import time
from uuid import UUID

_lock = threading.Lock()
_last = (0, 0)


def new_id() -> str:
    """A fresh UUID version 7 as text; ids made by one process ascend, also within a millisecond.

    The 12 bits of `rand_a` count within the millisecond (RFC 9562, 6.2, method 1).
    """
    global _last
    with _lock:
        milliseconds, count = time.time_ns() // 1_000_000, 0
        if milliseconds <= _last[0]:
            milliseconds, count = _last[0], _last[1] + 1
            if count > 0xFFF:
                milliseconds, count = milliseconds + 1, 0
        _last = (milliseconds, count)
    random = int.from_bytes(os.urandom(8)) & ((1 << 62) - 1)
    return str(UUID(int=milliseconds << 80 | 7 << 76 | count << 64 | 0b10 << 62 | random))
