"""Bringing older files up to date: children stay, all or nothing, revisions give today's schema."""

import shutil
from importlib import resources
from pathlib import Path

import pytest

from dossier.model.errors import DossierError
from dossier.model.records import Name, Post
from dossier.store.engine import make_engine
from dossier.store.migrate import migrate
from tests.store.conftest import Sample

REVISION = """
from alembic import op
import sqlalchemy as sa

revision = "0002"
down_revision = "0001"


def upgrade():
    with op.batch_alter_table("person", recreate="always") as table:
        table.add_column(sa.Column("rank", sa.Integer))
"""


def scripts_with(folder: Path, revision: str) -> str:
    shutil.copytree(str(resources.files("dossier.store") / "migrations"), folder)
    (folder / "versions" / "0002_test.py").write_text(revision)
    return str(folder)


def test_a_parent_table_made_anew_keeps_its_children(sample: Sample, tmp_path: Path) -> None:
    path = sample.dossier.path
    sample.dossier.close()
    engine = make_engine(path)
    migrate(engine, scripts=scripts_with(tmp_path / "scripts", REVISION), version=2)
    with engine.connect() as connection:
        count = {
            table: connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
            for table in ("person", "name", "post", "note", "text")
        }
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        ranks = connection.exec_driver_sql("SELECT rank FROM person").all()
        keys_on = connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one()
    engine.dispose()
    assert count == {"person": 1, "name": 2, "post": 1, "note": 1, "text": 1}
    assert (version, ranks, keys_on) == (2, [(None,)], 1)


def test_a_revision_that_breaks_references_changes_nothing(sample: Sample, tmp_path: Path) -> None:
    broken = REVISION.replace(
        'with op.batch_alter_table("person", recreate="always") as table:', 'op.execute("DELETE FROM person")'
    ).replace('    table.add_column(sa.Column("rank", sa.Integer))', "")
    engine = make_engine(sample.dossier.path)
    with pytest.raises(DossierError, match="left as it was"):
        migrate(engine, scripts=scripts_with(tmp_path / "scripts", broken), version=2)
    engine.dispose()
    with sample.dossier.read() as reader:
        assert (reader.count(Name), reader.count(Post)) == (2, 1)
        assert reader.rows("SELECT version_num FROM alembic_version") == [("0001",)]
        assert reader.rows("SELECT count(*) FROM person") == [(1,)]


def test_the_revisions_give_the_schema_that_new_files_get(sample: Sample, tmp_path: Path) -> None:
    path = tmp_path / "old"
    path.touch()
    engine = make_engine(path)
    migrate(engine)
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master")
        migrated = {row.name: row.sql for row in rows}
    engine.dispose()
    with sample.dossier.read() as reader:
        made = dict(reader.rows("SELECT name, sql FROM sqlite_master"))
    squeeze = {name: " ".join((sql or "").split()) for name, sql in migrated.items()}
    assert squeeze.pop("alembic_version").startswith("CREATE TABLE alembic_version")
    assert squeeze == {
        name: " ".join((sql or "").split()) for name, sql in made.items() if name != "alembic_version"
    } | {name: "" for name in squeeze if name.startswith("sqlite_autoindex_alembic")}
