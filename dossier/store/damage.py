"""Which tables of a damaged file are damaged."""

from collections.abc import Iterator
from typing import Any

import sqlcipher3.dbapi2
from sqlalchemy import Connection

from dossier.store.tables import INDEX_TABLES

_MOST_LISTED = 20
_Error = sqlcipher3.dbapi2.DatabaseError


def damage(connection: Connection, *, deep: bool) -> tuple[str, ...]:
    """What of the file is damaged, a sentence for each table; nothing for a sound one."""
    driver: Any = connection.connection.driver_connection
    try:
        tables = [
            name
            for (name,) in driver.execute(
                "SELECT name FROM sqlite_schema WHERE rootpage > 0 AND type = 'table'"
            )
        ]
    except _Error as error:
        return (f"The list of its tables can't be read ({error}); restore the file from a copy.",)
    found = tuple(_damaged_tables(driver, tables, deep))
    return found or tuple(_damaged_pages(driver, deep))


def _damaged_tables(driver: Any, tables: list[str], deep: bool) -> Iterator[str]:
    index: list[str] = []
    for table in tables:
        problem = _problem(driver, f"{_check(deep)}('{table}')")
        if problem and table.startswith(INDEX_TABLES):
            index.append(problem)
        elif problem:
            yield f"The table of “{table}” is damaged: {problem}."
    if index:
        yield f"The search index is damaged: {index[0]}."


def _damaged_pages(driver: Any, deep: bool) -> Iterator[str]:
    """What belongs to no table: the lists of free pages."""
    problem = _problem(driver, f"{_check(deep)}({_MOST_LISTED})")
    if problem:
        yield f"The file is damaged: {problem}."


def _check(deep: bool) -> str:
    return "PRAGMA integrity_check" if deep else "PRAGMA quick_check"


def _problem(driver: Any, sql: str) -> str:
    """What a check of SQLite says first; "" for a sound table."""
    try:
        (words,) = driver.execute(sql).fetchone()
    except _Error as error:
        return str(error)
    return "" if words == "ok" else str(words).splitlines()[-1].rstrip(".")
