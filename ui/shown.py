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
class Shown:
    """What the panes show of a step: the selected record's card, what is related, and what alone shows."""

    card: Card | None
    related: frozenset[int]
    related_counts: dict[str, int]
    only: frozenset[int] | None
    only_name: str | None
    way: tuple[int, ...] = ()  # in the tree, to what is selected
    branches: Branches = field(default_factory=dict)  # what of the tree is missing on that way
    around: Branches | None = None  # the tree of what alone is shown, where that is news
    within: Within | None = None  # what lies in the period that alone is shown
    chosen_names: str = ""  # of all that is chosen
