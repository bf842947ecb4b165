"""What the picture of connections shows: records as nodes, the ties between them as lines."""

from dataclasses import dataclass

from dossier.views.connection_values import Connection, Connections, Paths, Way
from dossier.views.values import Line

MOST = 30
"""Nodes of a picture that can still be read."""


@dataclass(frozen=True, slots=True)
class Node:
    """A record. `near` is the node it hangs on."""

    pk: int
    kind: str
    label: str
    name: str
    near: int | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between two nodes; `words` are the ways it stands for."""

    one: int
    other: int
    words: tuple[str, ...]

    def joins(self, pk: int | None) -> bool:
        return pk in (self.one, self.other)


@dataclass(frozen=True, slots=True)
class Picture:
    """The nodes in the order of closeness, and all edges that may be drawn.

    The first node lies in the middle; of paths at the left, and their `end` at the right.
    """

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    end: int | None = None

    def cut(self, shown: frozenset[int]) -> "Picture":
        """Only some of the nodes."""
        return Picture(
            tuple(node for node in self.nodes if node.pk in shown),
            tuple(edge for edge in self.edges if edge.one in shown and edge.other in shown),
            self.end,
        )


def picture_of(found: Connections, entries: tuple[Connection, ...]) -> Picture:
    """A record with some of its connections, each hanging on what lies between where that is shown, too."""
    shown = {found.pk, *(entry.pk for entry in entries)}
    nodes = [Node(found.pk, found.kind, found.label, found.name)]
    edges: dict[tuple[int, int], list[str]] = {}
    for entry in entries:
        ends = [_end(entry, way, found.pk, shown) for way in entry.ways]
        nodes.append(Node(entry.pk, entry.kind, entry.label, entry.name, next(iter(ends), found.pk)))
        for way, end in zip(entry.ways, ends, strict=True):
            _join(edges, end, entry.pk, way)
    return Picture(tuple(nodes), _edges(edges))


def picture_of_paths(found: Paths) -> Picture:
    """The ends of paths and what lies between them."""
    start, end = found.start, found.end
    nodes = {start.pk: Node(start.pk, start.kind, start.label, start.name)}
    edges: dict[tuple[int, int], list[str]] = {}
    for path in found.paths:
        before = start.pk
        for step in path.steps:
            nodes.setdefault(step.pk, Node(step.pk, step.kind, step.label, step.name, before))
            _join(edges, before, step.pk, step.way)
            before = step.pk
    nodes.setdefault(end.pk, Node(end.pk, end.kind, end.label, end.name))
    return Picture(tuple(nodes.values()), _edges(edges), end.pk)


def words_of(line: Line) -> str:
    """A way in one line: its words, its date and the numbers of its sources."""
    numbers = f"[{', '.join(map(str, line.cites))}]" if line.cites else ""
    return " · ".join(part for part in (line.plain, line.when, numbers) if part)


def _end(entry: Connection, way: Way, centre: int, shown: set[int]) -> int:
    if entry.via is not None:
        return entry.via
    return way.through if way.through in shown and way.through is not None else centre


def _join(edges: dict[tuple[int, int], list[str]], one: int, other: int, way: Way) -> None:
    edges.setdefault((min(one, other), max(one, other)), []).append(words_of(way.line))


def _edges(found: dict[tuple[int, int], list[str]]) -> tuple[Edge, ...]:
    return tuple(Edge(one, other, tuple(dict.fromkeys(words))) for (one, other), words in found.items())
