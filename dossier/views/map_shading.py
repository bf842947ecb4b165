"""How strongly the map shades a region: by how much of one thing it has, in at most four equal steps."""

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.views.values import RegionRow

SHADES = ("initiatives", "events", "contacts")
STEPS = 4


@dataclass(frozen=True, slots=True)
class Shading:
    """`by` is one of SHADES, "" for none; `steps` are the least and the most of each step."""

    by: str = ""
    steps: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, by: str, rows: Iterable[RegionRow]) -> "Shading":
        """Steps that reach to the most there is; whole numbers, each step as wide as the others."""
        most = max((getattr(row, by) for row in rows), default=0) if by else 0
        width = -(-most // STEPS)
        firsts = range(1, most + 1, max(width, 1))
        return cls(by, tuple((least, min(least + width - 1, most)) for least in firsts))

    def number(self, row: RegionRow | None) -> int:
        """How much of it a region has."""
        return getattr(row, self.by) if row and self.by else 0

    def strength(self, row: RegionRow | None) -> int:
        """From 1 to STEPS, the most always being STEPS; 0 for a region that has none."""
        number = self.number(row)
        return self.at(next((n for n, (_, most) in enumerate(self.steps, 1) if 0 < number <= most), 0))

    def at(self, step: int) -> int:
        """The strength of a step, counted from 1: few steps lie as far apart as they can."""
        return round(step * STEPS / len(self.steps)) if self.steps else 0
