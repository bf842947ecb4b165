"""What the user has decided of ambiguous rows so far: of one row, or of all that are so for one reason."""

from collections.abc import Mapping

NEW, SKIP = "new", "skip"


class Decisions:
    """A decision is `new`, `skip` or the id of a person; one for a row comes before one for its reason."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        self._rows: dict[int, tuple[str, str]] = {}
        self._reasons: dict[str, str] = {}

    def of(self, row: int, why: str) -> str | None:
        """The decision for a row that is ambiguous for this reason; None while there is none."""
        own = self._rows.get(row)
        return own[1] if own else self._reasons.get(why)

    def decide(self, row: int, why: str, decision: str | None) -> None:
        """Decide of one row, or take its own decision back."""
        if decision is None:
            self._rows.pop(row, None)
        else:
            self._rows[row] = (why, decision)

    def decide_all(self, why: str, decision: str | None) -> None:
        """Decide of every row that is ambiguous for a reason, but for those decided by themselves."""
        if decision is None:
            self._reasons.pop(why, None)
        else:
            self._reasons[why] = decision

    def of_all(self, why: str) -> str | None:
        return self._reasons.get(why)

    @property
    def undecided(self) -> int:
        """How many rows have no decision."""
        open_rows = {why: count for why, count in self._counts.items() if why not in self._reasons}
        return sum(open_rows.values()) - sum(why in open_rows for why, _ in self._rows.values())

    @property
    def taken(self) -> int:
        """How many rows go in by a decision."""
        taken = sum(decision != SKIP for _, decision in self._rows.values())
        for why, decision in self._reasons.items():
            own = sum(reason == why for reason, _ in self._rows.values())
            taken += (self._counts[why] - own) * (decision != SKIP)
        return taken

    def wishes(self) -> dict[str, str]:
        """The decisions as the core takes them."""
        rows = {str(row): decision for row, (_, decision) in self._rows.items()}
        return {**self._reasons, **rows}
