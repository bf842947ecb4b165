"""Record ids: UUID version 7 (RFC 9562, 5.7), so that ids sort by the time they were made."""

import os
import threading
import time

_lock = threading.Lock()
_last = (0, 0)
_RAND_B = (1 << 62) - 1
_VARIANT = 0b10 << 62


def new_id() -> str:
    """A fresh UUID version 7 as text; ids made by one process ascend, also within a millisecond."""
    return new_ids(1)[0]


def new_ids(count: int) -> list[str]:
    """Fresh ids in ascending order.

    The 12 bits of `rand_a` count within the millisecond (RFC 9562, 6.2, method 1); a millisecond that is used
    up gives way to the next.
    """
    global _last
    random = os.urandom(8 * count)
    ids = []
    with _lock:
        milliseconds, number = _last
        now = time.time_ns() // 1_000_000
        if now > milliseconds:
            milliseconds, number = now, -1
        for start in range(0, 8 * count, 8):
            number += 1
            if number > 0xFFF:
                milliseconds, number = milliseconds + 1, 0
            low = int.from_bytes(random[start : start + 8]) & _RAND_B | _VARIANT
            text = f"{milliseconds:012x}7{number:03x}{low:016x}"
            ids.append(f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}")
        _last = (milliseconds, number)
    return ids
