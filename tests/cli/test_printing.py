"""Columns align in every script, and nothing is cut in a pipe."""

import pytest

from dossier.cli.printing import columns_of, echo, print_json, print_table, print_wrapped


@pytest.mark.parametrize(
    ("text", "columns"), [("Akan", 4), ("Қызылорда", 9), ("中国", 4), ("e\u0301", 1), ("Å\u200d", 1), ("", 0)]
)
def test_columns_count_what_a_terminal_shows(text: str, columns: int) -> None:
    assert columns_of(text) == columns


def test_cells_start_in_one_column(capsys: pytest.CaptureFixture[str]) -> None:
    print_table([("Қазақстан", "state"), ("中国", "state"), ("UN", "body")])
    assert capsys.readouterr().out == "Қазақстан  state\n中国       state\nUN         body\n"


def test_a_pipe_gets_each_row_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    print_table([("a", "word " * 100), ("b", "")])
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_a_terminal_wraps_into_the_last_column(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    print_table([("name", "one two three four five six seven eight nine")])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert all(len(line) <= 40 for line in lines)
    assert lines[1].startswith("      ")


def test_a_narrow_terminal_gets_the_cells_below_each_other(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    print_table([("a name that takes most of it", "detail")])
    assert capsys.readouterr().out == "a name that takes most of it\n  detail\n"


def test_nothing_is_a_table_of_no_lines(capsys: pytest.CaptureFixture[str]) -> None:
    print_table([])
    assert capsys.readouterr().out == ""


def test_a_long_word_stays_whole(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    print_wrapped("see " + "x" * 50, "1 ", "  ")
    assert capsys.readouterr().out == "1 see\n  " + "x" * 50 + "\n"


def test_json_keeps_letters(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"name": "Қызылорда"})
    assert capsys.readouterr().out == '{\n  "name": "Қызылорда"\n}\n'


def test_one_long_cell_does_not_widen_the_column_for_all(capsys: pytest.CaptureFixture[str]) -> None:
    print_table([("x" * 6000, "a"), ("y", "b")])
    long, short = capsys.readouterr().out.splitlines()
    assert long == "x" * 6000 + "  a"
    assert len(short) < 100


@pytest.mark.parametrize("sign", ["\x07", "\x1b[31m", "\x9b31m", "\u202e", "\r"])
def test_a_terminal_obeys_nothing_that_is_in_a_dossier(capsys: pytest.CaptureFixture[str], sign: str) -> None:
    print_table([(f"A{sign}B", f"C{sign}D")])
    echo(f"E{sign}F")
    assert sign[0] not in capsys.readouterr().out
