"""What the tree of organizations asks of the open dossier, as of the day and of the period that are seen."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING

from dossier.language import Wording
from dossier.model.errors import DossierError
from dossier.views.values import TreeRow
from ui.branches import unfolded
from ui.panes.tree_model import Branches
from ui.session import Step

if TYPE_CHECKING:
    from dossier.store import Dossier, Reader

_ALL = Step()


class TreeContents:
    """One dossier in one language, of which a step's day and period are seen."""

    def __init__(self, dossier: "Dossier", wording: Wording, seen: Step = _ALL) -> None:
        self.dossier = dossier
        self._wording = wording
        self._seen = seen

    def _need(self, reader: "Reader", pk: int) -> None:
        """Raises DossierError where a record is no longer there: another program may have removed it."""
        if not reader.kinds([pk]):
            say = self._wording.say
            raise DossierError(
                say("What was chosen is no longer in the dossier; another program removed it. Choose again.")
            )

    @property
    def today(self) -> date:
        return self.dossier.clock().date()

    @property
    def day(self) -> date:
        """The day whose state is shown."""
        return self._seen.day or self.today

    @property
    def is_other_day(self) -> bool:
        """Whether a day was asked for: then posts tell how surely they were held on it."""
        return self._seen.day is not None

    def children(self, pk: int | None) -> tuple[TreeRow, ...]:
        from dossier import views

        with self.dossier.read() as reader:
            return views.organization_children(
                reader,
                self._wording,
                self.day,
                pk,
                period=self._seen.period,
                standing=self.is_other_day,
            )

    def tree(self, opened: Iterable[int] | None = None) -> Branches:
        """The roots and the branches that are to lie open; None opens what a small dossier has."""
        if opened is None:
            return unfolded(self.children)
        return {pk: self.children(pk) for pk in (None, *opened)}

    def has_unposted(self) -> bool:
        from dossier import views

        with self.dossier.read() as reader:
            return views.has_unposted(reader)

    def around(self, pks: Collection[int]) -> Branches:
        """The tree of some people and organizations, with what holds them."""
        from dossier import views

        with self.dossier.read() as reader:
            if self._seen.period:
                pks = views.parties_within(reader, self._seen.period, pks)
            return views.tree_around(reader, self._wording, self.day, pks, standing=self.is_other_day)

    def path(self, pk: int) -> tuple[int, ...]:
        from dossier import views

        with self.dossier.read() as reader:
            return views.tree_path(reader, pk)
