"""Which records leave the dossier: all of a kind, or those that belong to an agency with all below it."""

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.export.lists import LISTS, OF_NO_AGENCY
from dossier.language import Wording
from dossier.model.progress import Progress
from dossier.search.scope import belongs_sql, organization_and_below
from dossier.store import Reader
from dossier.views.lookup import Lookup
from dossier.views.names import learn_names, shown_name

_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Scope:
    """An agency by its pk with all below it, or everything; how it is read and told, and when to stop."""

    reader: Reader
    wording: Wording
    agency: int | None = None
    progress: Progress = Progress()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of which there is a list: places and sources belong to no agency."""
        return LISTS if self.agency is None else tuple(kind for kind in LISTS if kind not in OF_NO_AGENCY)

    @property
    def organizations(self) -> frozenset[int] | None:
        """The agency and all below it; None for everything."""
        return None if self.agency is None else organization_and_below(self.reader, self.agency)

    def pks(self, kind: str) -> list[int]:
        """The records of a kind, in the order of their names."""
        where = "TRUE"
        if self.agency is not None:
            where = belongs_sql(self.reader, [self.agency], [kind]).replace("{pk}", f"{kind}.pk")
        pks = [int(pk) for (pk,) in self.reader.rows(f"SELECT pk FROM {kind} WHERE {where} ORDER BY pk")]
        keys = dict(self._keys(pks))
        return sorted(pks, key=keys.__getitem__)

    def _keys(self, pks: list[int]) -> Iterable[tuple[int, str]]:
        for start in range(0, len(pks), _AT_ONCE):
            self.progress.at("read", start / len(pks))
            lookup = Lookup(self.reader)
            some = pks[start : start + _AT_ONCE]
            learn_names(lookup, some)
            for pk in some:
                yield pk, self.wording.sort_key(shown_name(lookup, self.wording, pk))
