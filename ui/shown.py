"""What the panes of the window are given to show, as frozen values."""

from dataclasses import dataclass, field

from dossier.views.periods import Within
from dossier.views.values import Card, ListRow, RegionRow, SourceText
from ui.panes.timeline.items import Arranged
from ui.panes.tree_model import Branches


@dataclass(frozen=True, slots=True)
class Lists:
    """What the panes show of the whole dossier."""

    initiatives: tuple[ListRow, ...]
    regions: tuple[RegionRow, ...]
    timeline: Arranged
    counts: dict[str, int]
    training_mark: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What the reader shows: a source, and the passage at which it is opened."""

    text: SourceText
    passage: int | None


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is chosen: the card of the selected record, what it rests on, and what is related."""

    card: Card | None
    proof: Proof | None
    related: frozenset[int]
    related_counts: dict[str, int]
    way: tuple[int, ...]  # in the tree, to what is selected
    names: tuple[str, ...]  # of all that is chosen


@dataclass(frozen=True, slots=True)
class Shown:
    """What the panes show of a step: what is chosen, and what alone shows."""

    chosen: Chosen
    only: frozenset[int] | None
    only_name: str | None
    branches: Branches = field(default_factory=dict)  # what of the tree is missing on the way there
    around: Branches | None = None  # the tree of what alone is shown, where that is news
    within: Within | None = None  # what lies in the period that alone is shown
