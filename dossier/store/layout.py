"""An empty dossier: its tables, its search index and its header."""

from sqlalchemy import Connection, Engine, insert

from dossier.model.ids import new_id
from dossier.store.engine import pragma
from dossier.store.files import APPLICATION_ID, REVISION, SCHEMA_VERSION
from dossier.store.index import Index
from dossier.store.tables import INDEX_DDL, metadata, setting


def lay_out(engine: Engine) -> None:
    """Write an empty dossier into an empty file."""
    with engine.connect() as connection:
        mark(connection)
        with connection.begin():
            metadata.create_all(connection)
            for statement in INDEX_DDL:
                connection.exec_driver_sql(statement)
            connection.exec_driver_sql(
                "CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY NOT NULL)"
            )
            connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (REVISION,))
            connection.execute(insert(setting), {"key": "replica", "value": new_id()})
            Index(connection).mark(0)


def mark(connection: Connection) -> None:
    """Write into the header what the file is."""
    pragma(
        connection,
        f"application_id = {APPLICATION_ID}",
        f"user_version = {SCHEMA_VERSION}",
        "journal_mode = WAL",
    )
