"""Names given to a command: the record meant, or a failure that lists those it might be."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dossier.cli.group import Failure
from dossier.language import Wording
from dossier.model.errors import AmbiguousNameError, UnknownNameError

if TYPE_CHECKING:
    from dossier.store import Reader


def resolve_name(reader: "Reader", wording: Wording, name: str, kind: str | None = None) -> int:
    """The pk of the record that a name or id means. Raises Failure with the candidates, or the nearest."""
    from dossier.search import resolve

    try:
        return resolve(reader, name, kind=kind)
    except AmbiguousNameError as error:
        raise Failure(wording.error(error), _listed(reader, wording, error.candidates)) from None
    except UnknownNameError as error:
        raise Failure(wording.error(error), _listed(reader, wording, error.nearest)) from None


def _listed(reader: "Reader", wording: Wording, pks: Iterable[int]) -> list[str]:
    """A line for each record: id, kind, name, agency."""
    from dossier.cli.listing import agency_of
    from dossier.views.lookup import Lookup
    from dossier.views.names import shown_name

    lookup = Lookup(reader)
    lines = []
    for pk in pks:
        cells = (
            lookup.record(pk).id,
            wording.label("kind", lookup.shown_kind(pk)),
            shown_name(lookup, wording, pk),
            agency_of(lookup, wording, pk),
        )
        lines.append("  ".join(cell for cell in cells if cell))
    return lines
