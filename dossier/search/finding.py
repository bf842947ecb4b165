"""The search itself: a query and its filters to the best hits and what they can be narrowed by."""

from collections.abc import Callable

from dossier.language import Wording
from dossier.search.candidates import KINDS, gather, limits
from dossier.search.facets import facets
from dossier.search.hits import hits
from dossier.search.query import parse
from dossier.search.ranking import rank
from dossier.store import Reader
from dossier.views.values import Results


def _never() -> bool:
    return False


def search(
    reader: Reader,
    wording: Wording,
    query: str,
    *,
    agency: int | None = None,
    region: int | None = None,
    kind: str | None = None,
    limit: int = 20,
    cancelled: Callable[[], bool] = _never,
) -> Results:
    """The best `limit` hits for what was typed, with the facets and number of all of them.

    Every word must be found, in any order: among names, posts and agencies of one record, or in one text.
    `agency` (an organization) and `region` (a place) stand for all below them too; `kind` is one of `KINDS`.
    No text is an error; an empty one lists what the filters leave. Where `cancelled` turns true the answer is
    empty, since nobody waits for it.
    """
    if kind is not None and kind not in KINDS:
        raise ValueError(f"{kind} is not a kind that search gives")
    nothing = Results(query, (), (), 0)
    typed = parse(query)
    found = rank(
        reader, typed, gather(reader, typed, limits(reader, agency=agency, region=region, kind=kind))
    )
    if cancelled():
        return nothing
    of_all_kinds = found
    if kind is not None:
        wider = limits(reader, agency=agency, region=region, kind=None)
        of_all_kinds = rank(reader, typed, gather(reader, typed, wider))
    if cancelled():
        return nothing
    counted = facets(reader, wording, [item.kind for item in of_all_kinds], [item.pk for item in found])
    if cancelled():
        return nothing
    return Results(query, hits(reader, wording, typed, found[:limit]), counted, len(found))
