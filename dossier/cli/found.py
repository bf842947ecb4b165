"""What `dossier search` prints: hits as a table for people, as a list of objects for programs."""

import time
from collections.abc import Callable, Iterable

from dossier.cli.printing import echo, json_line, print_json, print_table
from dossier.language import Wording
from dossier.views.values import Hit, Results

_FIELDS = ("id", "kind", "name", "post", "organization", "snippet")


def print_hits(results: Results, wording: Wording, *, as_json: bool) -> None:
    """Print the hits, best first."""
    if as_json:
        print_json([_as_data(hit) for hit in results.hits])
        return
    for remark in results.remarks:
        echo(remark)
    if results.hits:
        print_table([_row(hit, wording) for hit in results.hits])
        left = results.total - len(results.hits)
        if results.more:
            echo(wording.say("and more than {n} others, which --limit shows", n=wording.number(left)))
        elif left:
            echo(wording.say("and {n} more, which --limit shows", n=wording.number(left)))
    elif not results.remarks:
        echo(wording.say("Nothing found for “{query}”.", query=results.query))


def answer_lines(
    lines: Iterable[bytes], ask: Callable[[str], Results], write: Callable[[str], object]
) -> None:
    """Answer each line, a query, with a line of JSON: the query, how many milliseconds it took, the hits."""
    for line in lines:
        query = line.decode("utf-8", "replace").removesuffix("\n").removesuffix("\r")
        start = time.perf_counter()
        results = ask(query)
        taken = round((time.perf_counter() - start) * 1000, 3)
        hits = [{**_as_data(hit), "why": hit.why} for hit in results.hits]
        write(json_line({"query": query, "ms": taken, "hits": hits}))


def _as_data(hit: Hit) -> dict[str, object]:
    return {name: getattr(hit, name) for name in _FIELDS}


def _row(hit: Hit, wording: Wording) -> tuple[str, str, str]:
    said = " · ".join(part for part in (hit.when, hit.detail, hit.why) if part)
    return wording.label("kind", hit.kind), hit.label, said
