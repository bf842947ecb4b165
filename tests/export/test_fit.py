import re
from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from dossier.export.pdf import render_pdf
from dossier.views.values import Block, Line, Run, Sheet
from tests.export.read_pdf import check_layout, one_line, page_count, words
from tests.export.sheets import REGIONS, line, sheet, source, wawiernia

LONG = "spoke at some length about joint projects in the regions and what is to come of them"


def facts(name: str, count: int, words: str = LONG, **changes: object) -> tuple[Line, ...]:
    """Facts that can be told apart in the text of a page: `name-0`, `name-1` and so on."""
    return tuple(line(f"{name}-{number} {words}", **changes) for number in range(count))  # type: ignore[arg-type]


def shown(data: bytes, name: str) -> list[int]:
    """The numbers of the facts of that name on the page."""
    return [int(number) for number in re.findall(rf"\b{name}-(\d+)\b", one_line(data))]


def left_out(data: bytes) -> int:
    found = re.search(r"left out for space: (\d+)", one_line(data))
    assert found or "nothing left out" in one_line(data)
    return int(found[1]) if found else 0


def body_size(data: bytes, text: str) -> float:
    return next(word.size for word in words(data) if word.text.startswith(text))


def test_type_goes_down_before_anything_is_left_out() -> None:
    """The more facts, the smaller the type, never below 9 pt; only then do they go."""
    sizes = []
    for count in range(20, 50):
        data = render_pdf([sheet("A", Block("a", "Said", facts("fact", count, "short")))])
        size, out = round(body_size(data, "fact-"), 2), left_out(data)
        assert out + len(shown(data, "fact")) == count
        assert not out or size == 9
        sizes.append(size)
        check_layout(data)
    assert sizes == sorted(sizes, reverse=True)
    assert set(sizes) == {10.5, 10, 9.5, 9}
    assert out


def test_the_least_important_block_goes_first_and_from_its_bottom() -> None:
    blocks = (
        Block("late", "Third", facts("third", 10), priority=6),
        Block("first", "First", facts("first", 10), priority=1),
        Block("middle", "Second", facts("second", 20), priority=3),
        Block("side", "Side", facts("side", 14, LONG[:60]), priority=1, side=True),
    )
    data = render_pdf([sheet("A", *blocks)])
    assert shown(data, "first") == list(range(10))
    assert shown(data, "side") == list(range(14))
    assert shown(data, "second") == list(range(len(shown(data, "second"))))
    assert 0 < len(shown(data, "second")) < 20
    assert not shown(data, "third")
    assert "Third" not in one_line(data)
    assert left_out(data) == 30 - len(shown(data, "second"))
    # What is kept stands in the order of the sheet, not in that of the priorities.
    assert one_line(data).index("First") < one_line(data).index("Second")


def test_nothing_less_important_slips_in_where_a_fact_had_no_room() -> None:
    """What was left out matters more than a short line for which there would be room."""
    for length in range(3, 9):
        blocks = (
            Block("long", "Long", facts("long", 30, f"{LONG}, " * length), priority=1),
            Block("short", "Short", facts("short", 1, ""), priority=2),
            Block("side", "Side", facts("side", 30, LONG), priority=1, side=True),
        )
        data = render_pdf([sheet("A", *blocks)])
        assert 0 < len(shown(data, "long")) < 30
        assert not shown(data, "short")


@pytest.mark.parametrize("full", [False, True], ids=["main is full", "side is full"])
def test_the_last_block_of_a_full_column_goes_to_the_other_one(full: bool) -> None:
    blocks = (
        Block("a", "Alpha", facts("alpha", 8 if full else 14), priority=1, side=full),
        Block("b", "Bravo", facts("bravo", 8), priority=2, side=full),
        Block("c", "Charlie", facts("charlie", 1), priority=3, side=not full),
    )
    data = render_pdf([sheet("A", *blocks)])
    places = {word.text: word for word in words(data)}
    assert left_out(data) == 0
    assert (places["Alpha"].left > places["Charlie"].left) == full
    assert abs(places["Bravo"].left - places["Charlie"].left) < 2
    assert places["Bravo"].top < places["Charlie"].top
    check_layout(data)


def test_names_and_sources_without_end_leave_room_for_facts() -> None:
    sources = (source(1, "s " * 900, head="h " * 900), source(2, "t " * 900))
    block = Block("a", "B", (line("a fact", cites=(1, 2)),))
    data = render_pdf([sheet("N" * 5000, block, sources=sources)])
    assert "a fact" in one_line(data)
    assert one_line(data).count("…") == 5  # the name in band and foot, the document, both passages
    check_layout(data)


def test_a_full_column_leaves_the_other_one_alone() -> None:
    blocks = (
        Block("main", "Main", facts("main", 60, "short"), priority=2),
        Block("side", "Side", facts("side", 3), priority=9, side=True),
    )
    data = render_pdf([sheet("A", *blocks)])
    assert shown(data, "side") == [0, 1, 2]
    assert left_out(data) == 60 - len(shown(data, "main")) > 0


def test_sources_of_facts_left_out_are_left_out_too() -> None:
    blocks = tuple(
        Block(
            name,
            name,
            tuple(line(f"{name}-{n} {LONG}", cites=(first + n,)) for n in range(25)),
            priority=first,
        )
        for name, first in (("kept", 1), ("gone", 26))
    )
    sources = tuple(source(number, f"par. {number}") for number in range(1, 51))
    data = render_pdf([sheet("A", *blocks, sources=sources)])
    cited = [1 + number for number in shown(data, "kept")] + [26 + number for number in shown(data, "gone")]
    listed = sorted(int(number) for number in re.findall(r"par\. (\d+)", one_line(data)))
    assert listed == cited
    assert len(listed) < 50


def test_numbers_have_no_gaps_when_sources_are_left_out() -> None:
    """Facts of every other source have no room; those that are there are numbered from 1 on, as listed."""
    said = tuple(
        replace(line(f"fact-{number} {LONG}", cites=(number,)), rank=number % 2) for number in range(1, 61)
    )
    listed = tuple(source(number, f"par. of fact {number}") for number in range(1, 61))
    found = one_line(render_pdf([sheet("A", Block("a", "B", said, priority=1), sources=listed)]))
    texts = re.findall(r"(?<!\d)(\d+) par\. of fact (\d+)", found)
    assert [int(number) for number, _ in texts] == list(range(1, len(texts) + 1))
    assert 10 < len(texts) < 60
    cited = dict(re.findall(rf"fact-(\d+) {LONG}\s(\d+)", found))
    assert cited == {fact: number for number, fact in texts}


def test_what_goes_for_all_lines_stands_under_the_heading() -> None:
    block = Block("a", "Posts", facts("post", 2, "held"), note="not confirmed since 20 June 2024")
    found = one_line(render_pdf([sheet("A", block)]))
    assert found.index("Posts") < found.index("not confirmed since") < found.index("post-0")


def test_the_map_shrinks_before_a_fact_goes_and_takes_what_room_there_is() -> None:
    widths, outs = [], []
    for count in range(1, 45):
        blocks = (
            Block("said", "Said", facts("fact", count), priority=1),
            Block("map", "Where", facts("where", 1, ""), "map", 2, codes=REGIONS),
        )
        data = render_pdf([sheet("A", *blocks)])
        check_layout(data)
        names = {word.text: word for word in words(data)}
        if "Abai" in names:
            assert left_out(data) == 0
            widths.append(names["Abai"].left - names["Ulytau"].left)
        else:
            outs.append(left_out(data))
    assert outs[0] == 0  # the map goes before its fact does
    assert outs[-1]
    assert outs == sorted(outs)
    assert len(widths) + len(outs) == 44
    assert 1.5 < max(widths) / min(widths) <= 2.01  # from 300 pt to no less than 150
    assert widths[0] == max(widths)
    assert len({round(width) for width in widths}) > 2


def test_blocks_stand_over_the_full_width_before_a_fact_goes() -> None:
    """Main blocks that are too long for their column above all others, and these side by side."""
    blocks = (
        Block("said", "Said", facts("fact", 24), priority=1),
        Block("posts", "Posts", facts("post", 6), priority=2, side=True),
        Block("others", "Others", facts("other", 6), priority=3, side=True),
    )
    data = render_pdf([sheet("A", *blocks)])
    places = {word.text: word for word in words(data)}
    assert left_out(data) == 0
    assert places["Posts"].top < min(word.bottom for word in words(data) if word.text.startswith("fact-"))
    assert abs(places["Posts"].top - places["Others"].top) < 1
    assert places["Others"].left > places["Posts"].left + 200
    check_layout(data)


def test_lines_of_a_higher_rank_go_first_and_the_rest_keeps_its_order() -> None:
    """Everybody's first statement is kept before anybody's second one."""
    said = [
        replace(line(f"{who}-{turn} {LONG}", when="19 June 2024"), rank=turn)
        for who in ("alpha", "bravo", "charlie")
        for turn in range(25)
    ]
    data = render_pdf([sheet("A", Block("said", "Said", tuple(said), "dated", 1))])
    kept = [shown(data, who) for who in ("alpha", "bravo", "charlie")]
    assert all(turns == list(range(len(turns))) for turns in kept)
    assert 1 < max(map(len, kept)) < 25
    assert max(map(len, kept)) - min(map(len, kept)) <= 1
    assert one_line(data).count("19 June 2024") == 1
    assert one_line(data).index("alpha-1") < one_line(data).index("bravo-0")


def test_no_heading_stands_alone() -> None:
    for count in range(1, 30):
        blocks = (
            Block("a", "Alpha", facts("alpha", count), priority=1),
            Block("b", "Bravo", facts("bravo", 5), priority=2),
            Block("c", "Charlie", (), priority=3, empty="None in the dossier."),
        )
        found = one_line(render_pdf([sheet("A", *blocks)]))
        assert ("Bravo" in found) == ("bravo-0" in found)
        assert ("Charlie" in found) == ("None in the dossier." in found)


def test_five_hundred_statements() -> None:
    base = wawiernia()
    said = tuple(
        line(f"said-{n} {LONG}", when=f"{1 + n % 28} June 2024", cites=(1 + n % 40, 41 + n % 7))
        for n in range(500)
    )
    sources = tuple(source(n, f"par. {n}", document=n % 5, head=f"Article {n % 5}") for n in range(1, 50))
    data = render_pdf(
        [replace(base, blocks=(replace(base.blocks[0], lines=said), *base.blocks[1:]), sources=sources)]
    )
    assert page_count(data) == 1
    assert left_out(data) >= 500 - len(shown(data, "said")) > 400
    check_layout(data)


@pytest.mark.parametrize(
    "made",
    [
        sheet("Nobody"),
        sheet(""),
        sheet("Константин " * 27),
        sheet(
            "W" * 400,
            kind_label="k" * 400,
            as_of="a" * 400,
            printed="p" * 400,
            marking="For official use only " * 9,
        ),
        sheet(
            "A", lead=(Run("lead " * 400),), other_names="name " * 400, gist=line("why " * 900, cites=(1,))
        ),
        sheet("A", Block("a", "B", (line("x" * 400, when="y" * 90, note="z" * 400),), "dated")),
        sheet("A", Block("a", "T" * 400, (line("x" * 400, note="z" * 400),), "bullets", side=True)),
        sheet("A", Block("a", "B", empty="q" * 400, side=True)),
        sheet("A", Block("a", "B", tuple(line(f"tag{n}") for n in range(300)), "tags", side=True)),
        sheet("A", Block("a", "B", (line("t" * 400), line("u")), "tags")),
        sheet("A", Block("a", "B", (line("C", cites=tuple(range(1, 301))),)), sources=()),
        sheet("A", Block("m", "Map", (), "map", codes=("XX-1",))),
        sheet("A", Block("m", "Map", (), "map", codes=REGIONS, side=True)),
        sheet(
            "A",
            gist=line("C", cites=tuple(range(1, 301))),
            sources=tuple(source(n, "p") for n in range(1, 301)),
        ),
        sheet("A", gist=line("C"), sources=(source(1, "s " * 900, head="h " * 900), source(2, "t" * 400))),
        sheet("A", Block("a", "B", (line("A story. " * 900), line("short")))),
        sheet("\x00\ud800\ufeff\n\t", Block("a", "\n", (line("\n\n", "a\nb\tc", note="\n"),))),
        sheet("A", Block("a", "B", (line(""), Line(()), line(" ", when=" ")), "dated")),
    ],
    ids=range(18),
)
def test_extremes(made: Sheet) -> None:
    data = render_pdf([made])
    assert page_count(data) == 1
    check_layout(data)


def test_a_fact_longer_than_the_page_is_left_out_and_counted() -> None:
    data = render_pdf([sheet("A", Block("a", "B", (line("A story. " * 900), line("short"))))])
    assert left_out(data) == 2


def test_all_regions_on_the_map_keep_their_names_apart() -> None:
    codes = (
        "KZ-10 KZ-11 KZ-15 KZ-19 KZ-23 KZ-27 KZ-31 KZ-33 KZ-35 KZ-39 KZ-43 KZ-47 KZ-55 KZ-59 KZ-61 KZ-62 "
        "KZ-63 KZ-71 KZ-75 KZ-79"
    ).split()
    labels = {**wawiernia().labels, **{code: f"Name of {code}" for code in codes}}
    block = Block("m", "Map", (), "map", codes=tuple(codes[::2]), also=tuple(codes[1::2]))
    data = render_pdf([sheet("A", block, labels=labels)])
    check_layout(data)
    assert one_line(data).count("Name of") > 10


texts = st.text(st.sampled_from("abc ЖҚ,ұ.-\n🙂Wi王"), max_size=90) | st.sampled_from(
    ["", "word " * 60, "x" * 150]
)
lines = st.builds(
    lambda text, bold, when, cites, note, state: Line(
        (Run(text), Run(text[:9], bold=bold)), when, tuple(sorted(set(cites))), (Run(note),), state
    ),
    texts,
    st.booleans(),
    texts,
    st.lists(st.integers(1, 60), max_size=4),
    texts,
    st.sampled_from(["", "stale", "unsourced"]),
)
blocks = st.builds(
    Block,
    st.just("key"),
    texts,
    st.lists(lines, max_size=9).map(tuple),
    st.sampled_from(["list", "dated", "bullets", "tags", "map"]),
    st.integers(1, 9),
    st.booleans(),
    texts,
    codes=st.sampled_from([(), REGIONS]),
)
sources = tuple(
    source(n, f"par. {n} " * (n % 9), document=n % 7, head=f"Article {n % 7}") for n in range(1, 51)
)


# Without shrinking, which would take minutes of drawing pages.
@settings(max_examples=60, deadline=None, derandomize=True, phases=[Phase.generate])
@given(texts, texts, st.lists(blocks, max_size=8), st.sampled_from(["", "TLP:RED", "own words"]))
def test_any_sheet_is_one_page_with_nothing_over_anything(
    name: str, lead: str, made: list[Block], marking: str
) -> None:
    data = render_pdf(
        [sheet(name, *made, lead=(Run(lead),), gist=line(lead), marking=marking, sources=sources)]
    )
    assert page_count(data) == 1
    check_layout(data)
