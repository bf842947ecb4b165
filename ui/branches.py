"""Which branches of the tree of organizations lie open at first: all of a small dossier, none of a large."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from dossier.views.values import TreeRow
from ui.panes.tree_model import Branches

if TYPE_CHECKING:
    from dossier.language import Wording
    from dossier.store import Dossier

_UNFOLDED = 60
"""Rows that a fresh tree shows at most."""


def first_branches(dossier: "Dossier", wording: "Wording", *, unposted: bool = True) -> Branches:
    """The tree as it is shown first, with people who have no post if they are asked for."""
    from dossier.views.trees import organization_children

    today = dossier.clock().date()
    with dossier.read() as reader:
        return unfolded(lambda pk: organization_children(reader, wording, today, pk, unposted=unposted))


def unfolded(children: Callable[[int | None], tuple[TreeRow, ...]]) -> Branches:
    """Branches, level by level, while no more than so many rows show."""
    branches: dict[int | None, tuple[TreeRow, ...]] = {None: children(None)}
    level = dict(branches)
    shown = len(branches[None])
    while level and shown <= _UNFOLDED:
        below: dict[int | None, tuple[TreeRow, ...]] = {}
        for row in (row for rows in level.values() for row in rows if row.has_children):
            below[row.pk] = children(row.pk)
            shown += len(below[row.pk])
            if shown > _UNFOLDED:
                return branches
        branches |= below
        level = below
    return branches
