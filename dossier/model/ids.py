"""Record ids: UUID version 7 (RFC 9562, 5.7), so that ids sort by the time they were made."""

import os
import threading
import time

_lock = threading.Lock()
_last = (0, 0)
_VARIANTS = {f"{digit:x}": f"{0b1000 | digit & 0b11:x}" for digit in range(16)}


def new_id() -> str:
    """A fresh UUID version 7 as text; ids made by one process ascend, also within a millisecond."""
    return new_ids(1)[0]


def new_ids(count: int) -> list[str]:
    """Fresh ids in ascending order.

    The 12 bits of `rand_a` count within the millisecond (RFC 9562, 6.2, method 1); a millisecond that is used
    up gives way to the next.
    """
    global _last
    random = os.urandom(8 * count).hex()
    ids = []
    with _lock:
        milliseconds, number = _last
        now = time.time_ns() // 1_000_000
        if now > milliseconds:
            milliseconds, number = now, -1
        head = _head(milliseconds)
        for start in range(0, 16 * count, 16):
            number += 1
            if number > 0xFFF:
                milliseconds, number = milliseconds + 1, 0
                head = _head(milliseconds)
            rest = _VARIANTS[random[start]] + random[start + 1 : start + 16]
            ids.append(f"{head}{number:03x}-{rest[:4]}-{rest[4:]}")
        _last = (milliseconds, number)
    return ids


def _head(milliseconds: int) -> str:
    return f"{milliseconds >> 16:08x}-{milliseconds & 0xFFFF:04x}-7"
