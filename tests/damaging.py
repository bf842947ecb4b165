"""Damages a dossier as a failing disk does: whole pages of a table become zeros."""

import sqlite3
from pathlib import Path

PAGE = 4096
_INTERIOR = 5


def zero_table(path: Path, *tables: str) -> None:
    """Zero the page at the root of each table: none of its rows can be read any more."""
    for page in _roots(path, tables):
        _zero(path, page)


def zero_leaf(path: Path, table: str) -> None:
    """Zero one page in the middle of a table of several: some rows before and after it can still be read."""
    (page,) = _roots(path, (table,))
    data = path.read_bytes()
    while data[(page - 1) * PAGE] == _INTERIOR:
        node = data[(page - 1) * PAGE : page * PAGE]
        cells = int.from_bytes(node[3:5])
        assert cells > 1, f"{table} is too small"
        cell = int.from_bytes(node[12 + 2 * (cells // 2) :][:2])
        page = int.from_bytes(node[cell : cell + 4])
    _zero(path, page)


def _roots(path: Path, tables: tuple[str, ...]) -> list[int]:
    connection = sqlite3.connect(path)
    roots = dict(connection.execute("SELECT name, rootpage FROM sqlite_schema WHERE type = 'table'"))
    connection.close()
    return [roots[table] for table in tables]


def _zero(path: Path, page: int) -> None:
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(bytes(PAGE))
