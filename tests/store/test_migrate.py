"""Bringing older files up to date: children stay, all or nothing, revisions give today's schema."""

import shutil
from importlib import resources
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from dossier.language import wording
from dossier.model.dates import parse_date
from dossier.model.errors import DossierError
from dossier.model.records import FORMS_OF_ADDRESS, Name, Paragraph, Place, Post, Source, Text
from dossier.search import search
from dossier.store import Dossier
from dossier.store.engine import make_engine
from dossier.store.files import APPLICATION_ID
from dossier.store.files import REVISION as NEWEST
from dossier.store.migrate import migrate
from tests.store.conftest import Sample

REVISION = """
from alembic import op
import sqlalchemy as sa

revision = "test"
down_revision = "0006"


def upgrade():
    with op.batch_alter_table("person", recreate="always") as table:
        table.add_column(sa.Column("rank", sa.Integer))
"""


def scripts_with(folder: Path, revision: str) -> str:
    shutil.copytree(str(resources.files("dossier.store") / "migrations"), folder)
    (folder / "versions" / "9999_test.py").write_text(revision)
    return str(folder)


def test_a_parent_table_made_anew_keeps_its_children(sample: Sample, tmp_path: Path) -> None:
    path = sample.dossier.path
    sample.dossier.close()
    engine = make_engine(path)
    migrate(engine, scripts=scripts_with(tmp_path / "scripts", REVISION), version=6)
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
    assert (version, ranks, keys_on) == (6, [(None,)], 1)


def test_a_revision_that_breaks_references_changes_nothing(sample: Sample, tmp_path: Path) -> None:
    broken = REVISION.replace(
        'with op.batch_alter_table("person", recreate="always") as table:', 'op.execute("DELETE FROM person")'
    ).replace('    table.add_column(sa.Column("rank", sa.Integer))', "")
    engine = make_engine(sample.dossier.path)
    with pytest.raises(DossierError, match="left as it was"):
        migrate(engine, scripts=scripts_with(tmp_path / "scripts", broken), version=6)
    engine.dispose()
    with sample.dossier.read() as reader:
        assert (reader.count(Name), reader.count(Post)) == (2, 1)
        assert reader.rows("SELECT version_num FROM alembic_version") == [(NEWEST,)]
        assert reader.rows("SELECT count(*) FROM person") == [(1,)]


OLD_INDEX = (
    "CREATE VIRTUAL TABLE name_index USING fts5(names, posts, agency, content='', contentless_delete=1)",
    "CREATE VIRTUAL TABLE text_index USING fts5(text, content='', contentless_delete=1)",
)


def test_a_file_of_the_first_version_opens_with_its_records_and_a_new_index(tmp_path: Path) -> None:
    """Both shapes of its search index."""
    folder = tmp_path / "scripts"
    shutil.copytree(str(resources.files("dossier.store") / "migrations"), folder)
    for later in (folder / "versions").glob("000[2-9]*.py"):
        later.unlink()
    for shape in ("new", "old"):
        path = tmp_path / f"{shape}.dossier"
        path.touch()
        engine = make_engine(path)
        with engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.commit()
        migrate(engine, scripts=str(folder), version=1)
        with engine.connect() as connection:
            connection.exec_driver_sql("INSERT INTO setting VALUES ('replica', 'r'), ('indexed_change', '0')")
            for pk, kind in ((1, "person"), (2, "name"), (3, "source"), (4, "paragraph")):
                connection.exec_driver_sql(
                    "INSERT INTO record (pk, id, kind) VALUES (?, ?, ?)", (pk, f"{pk:036}", kind)
                )
            connection.exec_driver_sql("INSERT INTO person (pk) VALUES (1)")
            connection.exec_driver_sql(
                "INSERT INTO name (pk, of, text, language, name_kind) VALUES (2, 1, 'Ann', 'en', 'official')"
            )
            connection.exec_driver_sql(
                "INSERT INTO source (pk, source_kind, title) VALUES (3, 'list', 'Staff')"
            )
            connection.exec_driver_sql("INSERT INTO paragraph (pk, source, number) VALUES (4, 3, 1)")
            if shape == "old":
                for table in ("name_index", "text_index", "index_entry", "vocabulary", "slip"):
                    connection.exec_driver_sql(f"DROP TABLE {table}")
                for statement in OLD_INDEX:
                    connection.exec_driver_sql(statement)
            connection.commit()
        engine.dispose()
        with Dossier.open(path) as dossier:
            with dossier.edit("Say so") as edit:
                edit.add(Text(of=1, field="rule", language="ru", text="правило", translated=True))
                edit.add(Source(source_kind="conversation", title="told by Lee", url="https://example.org"))
            with dossier.read() as reader:
                assert [name.text for name in reader.all(Name)] == ["Ann"]
                assert [source.title for source in reader.all(Source)] == ["Staff", "told by Lee"]
                assert reader.count(Paragraph) == 1
                assert [hit.pk for hit in search(reader, wording("en"), "ann").hits] == [1]
            assert dossier.check(deep=True) == ()


def test_a_file_of_the_fourth_version_takes_forms_of_address(tmp_path: Path) -> None:
    folder, path = tmp_path / "scripts", tmp_path / "fourth.dossier"
    shutil.copytree(str(resources.files("dossier.store") / "migrations"), folder)
    for later in ("0005_forms_of_address.py", "0006_places_in_time.py"):
        (folder / "versions" / later).unlink()
    path.touch()
    engine = make_engine(path)
    with engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.commit()
    migrate(engine, scripts=str(folder), version=4)
    address = "INSERT INTO text (pk, of, field, language, text) VALUES (?, 1, ?, 'en', 'Envoy')"
    with engine.connect() as connection:
        connection.exec_driver_sql("INSERT INTO setting VALUES ('replica', 'r'), ('indexed_change', '0')")
        for pk, kind in ((1, "person"), (2, "text")):
            row = (pk, f"{pk:036}", kind)
            connection.exec_driver_sql("INSERT INTO record (pk, id, kind) VALUES (?, ?, ?)", row)
        connection.exec_driver_sql("INSERT INTO person (pk) VALUES (1)")
        connection.exec_driver_sql(address, (2, "summary"))
        connection.commit()
        with pytest.raises(IntegrityError):
            connection.exec_driver_sql(address, (3, FORMS_OF_ADDRESS[0]))
    engine.dispose()
    with Dossier.open(path) as dossier:
        with dossier.edit("Say how") as edit:
            for field in FORMS_OF_ADDRESS:
                edit.add(Text(of=1, field=field, language="ru", text="Ваше Превосходительство"))
        with dossier.read() as reader:
            assert [text.field for text in reader.all(Text)] == ["summary", *FORMS_OF_ADDRESS]
            assert reader.rows("SELECT version_num FROM alembic_version") == [(NEWEST,)]
        assert dossier.check(deep=True) == ()


def test_a_file_of_the_fifth_version_takes_when_a_place_existed(tmp_path: Path) -> None:
    folder, path = tmp_path / "scripts", tmp_path / "fifth.dossier"
    shutil.copytree(str(resources.files("dossier.store") / "migrations"), folder)
    (folder / "versions" / "0006_places_in_time.py").unlink()
    path.touch()
    engine = make_engine(path)
    with engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.commit()
    migrate(engine, scripts=str(folder), version=5)
    with engine.connect() as connection:
        connection.exec_driver_sql("INSERT INTO setting VALUES ('replica', 'r'), ('indexed_change', '0')")
        for pk, parent in ((1, None), (2, 1)):
            row = (pk, f"{pk:036}", "place")
            connection.exec_driver_sql("INSERT INTO record (pk, id, kind) VALUES (?, ?, ?)", row)
            place = "INSERT INTO place (pk, place_kind, code, parent) VALUES (?, 'region', ?, ?)"
            connection.exec_driver_sql(place, (pk, f"X-{pk}", parent))
        connection.commit()
    engine.dispose()
    with Dossier.open(path) as dossier:
        with dossier.edit("Say since when") as edit:
            edit.set(2, existed=parse_date("2022-06-08/.."))
        with dossier.read() as reader:
            places = reader.all(Place)
        assert [(place.code, place.parent, place.existed) for place in places] == [
            ("X-1", None, None), ("X-2", 1, parse_date("2022-06-08/..")),
        ]  # fmt: skip
        assert dossier.check(deep=True) == ()


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
