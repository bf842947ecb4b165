from hypothesis import given
from hypothesis import strategies as st

from dossier.export.flow import Piece, Row, clip, elide, flow, row_width
from dossier.export.fonts import MISSING, printable, width
from dossier.export.paper import Style

BODY = Style(10.5, 15)
BOLD = Style(10.5, 15, bold=True)


def shown(rows: tuple[Row, ...]) -> list[str]:
    return ["".join(piece.text for piece in row) for row in rows]


def test_words_are_wrapped_at_spaces_and_no_line_begins_or_ends_with_one() -> None:
    rows = shown(flow([Piece("one two  three four five six seven", BODY)], 60))
    assert " ".join(rows) == "one two three four five six seven"
    assert all(row == row.strip() and width(row, 10.5, False) <= 60 for row in rows)


def test_words_of_two_styles_stay_together_without_a_space_between() -> None:
    rows = flow([Piece("Sarwar", BOLD), Piece(", the ", BODY), Piece("end", BOLD)], 500)
    assert [piece.text for piece in rows[0]] == ["Sarwar", ", the ", "end"]
    narrow = shown(flow([Piece("aaaa Sarwar", BOLD), Piece(", the end", BODY)], 45))
    assert "Sarwar," in narrow[1]


def test_a_newline_ends_a_line() -> None:
    assert shown(flow([Piece("one\ntwo\n", BODY)], 500)) == ["one", "two"]


def test_a_long_word_is_broken_at_a_better_place_if_there_is_one() -> None:
    address = "https://example.org/a-rather-long-path/to/some-document"
    rows = shown(flow([Piece(address, BODY)], 120))
    assert "".join(rows) == address
    assert all(row[-1] in "/-.:" for row in rows[:-1])
    assert shown(flow([Piece("x" * 90, BODY)], 100))[0] == "x" * 21


def test_a_one_letter_word_does_not_end_a_line() -> None:
    text = "Отметил роль и уровень"
    room = width("Отметил роль и", 10.5, False) + 1
    assert shown(flow([Piece(text, BODY)], room)) == ["Отметил роль", "и уровень"]


def test_no_break_spaces_hold() -> None:
    room = width("20 июня 2024", 10.5, False) + 1
    assert shown(flow([Piece("20 июня 2024\u202fг.", BODY)], room)) == ["20 июня", "2024\xa0г."]


def test_a_space_is_part_of_a_link_only_inside_it() -> None:
    link = "sheet-2"
    (row,) = flow([Piece("see ", BODY), Piece("two words", BODY, link), Piece(" here", BODY)], 500)
    assert [(piece.text, piece.link) for piece in row] == [("see ", ""), ("two words", link), (" here", "")]


def test_clip_ends_in_an_ellipsis_within_the_room() -> None:
    rows = flow([Piece("one two three four five six", BODY)], 40)
    cut = clip(rows, 2, 40)
    assert len(cut) == 2
    assert shown(cut)[1].endswith("…")
    assert all(row_width(row) <= 40 for row in cut)
    assert clip(rows, 99, 40) == rows


def test_elide_keeps_a_short_text_as_it_is() -> None:
    assert elide("short", BODY, 100) == "short"
    long = elide("a rather long text that does not fit", BODY, 100)
    assert long.endswith("…")
    assert width(long, 10.5, False) <= 100


@given(st.lists(st.tuples(st.text(max_size=60), st.booleans()), max_size=6), st.floats(20, 300))
def test_nothing_is_lost_and_nothing_sticks_out(runs: list[tuple[str, bool]], room: float) -> None:
    rows = flow([Piece(text, BOLD if bold else BODY) for text, bold in runs], room)
    expected = "".join(printable(text) for text, _ in runs)
    assert "".join("".join(shown(rows)).split(" ")) == expected.replace(" ", "").replace("\n", "")
    assert all(row_width(row) <= room + 1e-3 for row in rows)


def test_printable_composes_drops_the_invisible_and_shows_what_is_missing() -> None:
    assert printable("и\u0306") == "й"
    assert printable("a\u200b\u00ad\ufeffb\tc\x07") == "ab c "
    assert printable("王\ud800🙂\u200d\ufe0f") == MISSING * 3
    assert printable("Қазақстан – №1, 5 ₸ ≈ “é”") == "Қазақстан – №1, 5 ₸ ≈ “é”"
