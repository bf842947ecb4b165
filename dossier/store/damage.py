"""Which tables of a damaged file are damaged."""

from collections.abc import Iterator
from typing import Any

import sqlcipher3.dbapi2
from sqlalchemy import Connection

from dossier.language import Wording
from dossier.store.tables import INDEX_TABLES

_MOST_LISTED = 20
_Error = sqlcipher3.dbapi2.DatabaseError


def damage(connection: Connection, wording: Wording, *, deep: bool) -> tuple[str, ...]:
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
        return (
            wording.say(
                "The list of its tables can't be read ({reason}); restore the file from a copy.", reason=error
            ),
        )
    found = tuple(_damaged_tables(driver, wording, tables, deep))
    return found or tuple(_damaged_pages(driver, wording, deep))


def _damaged_tables(driver: Any, wording: Wording, tables: list[str], deep: bool) -> Iterator[str]:
    index: list[str] = []
    for table in tables:
        problem = _problem(driver, f"{_check(deep)}('{table}')")
        if problem and table.startswith(INDEX_TABLES):
            index.append(problem)
        elif problem:
            yield wording.say("The table of “{table}” is damaged: {problem}.", table=table, problem=problem)
    if index:
        yield wording.say("The search index is damaged: {problem}.", problem=index[0])


def _damaged_pages(driver: Any, wording: Wording, deep: bool) -> Iterator[str]:
    """What belongs to no table: the lists of free pages."""
    problem = _problem(driver, f"{_check(deep)}({_MOST_LISTED})")
    if problem:
        yield wording.say("The file is damaged: {problem}.", problem=problem)


def _check(deep: bool) -> str:
    return "PRAGMA integrity_check" if deep else "PRAGMA quick_check"


def _problem(driver: Any, sql: str) -> str:
    """What a check of SQLite says first; "" for a sound table."""
    try:
        (words,) = driver.execute(sql).fetchone()
    except _Error as error:
        return str(error)
    return "" if words == "ok" else str(words).splitlines()[-1].rstrip(".")
