"""Where nodes of a picture lie: none touches another or leaves the room, and what was placed stays."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from ui.panes.connections.picture import MOST, Edge, Node, Picture
from ui.panes.connections.placing import Placed, Size, place

ROOM = (424.0, 300.0)
SIZES = st.tuples(st.floats(40, 170), st.floats(24, 80))


def star(count: int, *, far: int = 0) -> Picture:
    nodes = [Node(0, "person", "", "")]
    nodes += [Node(pk, "event", "", "", 0) for pk in range(1, count)]
    nodes += [Node(count + pk, "person", "", "", 1 + pk % (count - 1)) for pk in range(far)]
    edges = tuple(Edge(node.near or 0, node.pk, ()) for node in nodes[1:])
    return Picture(tuple(nodes), edges)


def apart(placed: Placed, sizes: dict[int, Size]) -> bool:
    boxes = [(pk, *at) for pk, at in placed.places.items()]
    return all(
        abs(x - u) >= (sizes[one][0] + sizes[other][0]) / 2
        or abs(y - v) >= (sizes[one][1] + sizes[other][1]) / 2
        for number, (one, x, y) in enumerate(boxes)
        for other, u, v in boxes[:number]
    )


@given(sizes=st.lists(SIZES, min_size=2, max_size=40))
@settings(max_examples=60, deadline=timedelta(seconds=5))
def test_no_label_touches_another_or_leaves_the_room(sizes: list[Size]) -> None:
    known = dict(enumerate(sizes))
    placed = place(star(len(sizes)), known, ROOM, {})
    assert 0 in placed.places
    assert len(placed.places) + placed.left_out == len(sizes)
    assert len(placed.places) <= MOST
    assert apart(placed, known)
    for pk, (x, y) in placed.places.items():
        width, height = known[pk]
        assert width / 2 <= x <= ROOM[0] - width / 2
        assert height / 2 <= y <= ROOM[1] - height / 2


@given(sizes=st.lists(SIZES, min_size=12, max_size=12))
@settings(max_examples=30, deadline=timedelta(seconds=5))
def test_a_picture_that_grows_keeps_what_is_placed(sizes: list[Size]) -> None:
    known = dict(enumerate(sizes))
    first = place(star(6), known, ROOM, {})
    grown = place(star(6, far=6), known, ROOM, first.places)
    assert {pk: grown.places[pk] for pk in first.places} == first.places
    assert apart(grown, known)


def test_the_same_nodes_in_the_same_room_lie_the_same() -> None:
    sizes = dict.fromkeys(range(12), (90.0, 30.0))
    assert place(star(12), sizes, ROOM, {}) == place(star(12), sizes, ROOM, {})


def test_the_closest_find_room_first() -> None:
    sizes = dict.fromkeys(range(40), (120.0, 50.0))
    placed = place(star(40), sizes, ROOM, {})
    assert sorted(placed.places) == list(range(len(placed.places)))
    assert placed.left_out > 0


def test_the_ends_of_a_path_lie_left_and_right() -> None:
    nodes = (Node(0, "person", "", ""), Node(1, "event", "", "", 0), Node(2, "person", "", "", 1))
    path = Picture(nodes, (Edge(0, 1, ()), Edge(1, 2, ())), end=2)
    places = place(path, dict.fromkeys(range(3), (90.0, 30.0)), ROOM, {}).places
    assert places[0][0] < places[1][0] < places[2][0]
    assert places[0][1] == places[2][1]
