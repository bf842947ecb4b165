"""Times what is painted or done again and again: by the clock, and in processor time of the process."""

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timed:
    """Milliseconds of each time, sorted: `wall` by the clock, `used` of the processor, by all threads."""

    wall: tuple[float, ...]
    used: tuple[float, ...]

    def __add__(self, other: "Timed") -> "Timed":
        return Timed(tuple(sorted(self.wall + other.wall)), tuple(sorted(self.used + other.used)))

    def __str__(self) -> str:
        return f"{_told(self.wall)}   processor {_told(self.used)}"


def timed(do: Callable[[], object], times: int, *, warm: int = 3) -> Timed:
    """Do it so many times, after some to warm up."""
    for _ in range(warm):
        do()
    wall, used = list[float](), list[float]()
    for _ in range(times):
        began, had = time.perf_counter(), time.process_time()
        do()
        wall.append((time.perf_counter() - began) * 1000)
        used.append((time.process_time() - had) * 1000)
    return Timed(tuple(sorted(wall)), tuple(sorted(used)))


def at(values: tuple[float, ...], share: float) -> float:
    """The value below which that share of sorted values lies."""
    return values[min(len(values) - 1, int(len(values) * share))]


def _told(values: tuple[float, ...]) -> str:
    return f"median {at(values, 0.5):8.2f}  p95 {at(values, 0.95):8.2f}  p99 {at(values, 0.99):8.2f} ms"
