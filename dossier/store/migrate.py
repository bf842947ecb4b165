"""Bringing an older file up to date with Alembic; imported only when a file is older."""

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from dossier.model.errors import DossierError
from dossier.store.engine import WRITES, pragma
from dossier.store.files import SCHEMA_VERSION

_SCRIPTS = "dossier.store:migrations"


def migrate(engine: Engine, *, scripts: str = _SCRIPTS, version: int = SCHEMA_VERSION) -> None:
    """Run the outstanding revisions in one transaction. Raises DossierError when references would break.

    Foreign keys are switched off before BEGIN: a table made anew would otherwise take its children with it
    (SQLite, “Making Other Kinds Of Table Schema Changes”).
    """
    config = Config()
    config.set_main_option("script_location", scripts)
    with engine.connect().execution_options(**WRITES) as connection:
        pragma(connection, "foreign_keys = OFF")
        try:
            with connection.begin():
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
                if broken:
                    raise DossierError(
                        "The file could not be brought up to date: {n} reference(s) would lead nowhere; it "
                        "is left as it was.",
                        n=len(broken),
                    )
                connection.exec_driver_sql(f"PRAGMA user_version = {version}")
        finally:
            pragma(connection, "foreign_keys = ON")
