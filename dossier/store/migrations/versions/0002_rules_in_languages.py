"""Rules of derivation may be translated (`text.field` allows `rule`), and the search index has one shape.

Files of the first version were written with two shapes of the index; it is made anew on opening.
"""

from alembic import op

revision = "0002"
down_revision = "0001"

BEFORE = "'remit', 'summary')"
AFTER = "'remit', 'summary', 'rule')"

INDEX = (
    "CREATE VIRTUAL TABLE name_index USING fts5(terms, content='', contentless_delete=1, "
    "prefix='2 3 4 5', detail=none, tokenize='ascii')",
    "CREATE VIRTUAL TABLE text_index USING fts5(terms, content='', contentless_delete=1, "
    "prefix='3 4', detail=none, tokenize='ascii')",
    "CREATE TABLE index_entry (pk INTEGER PRIMARY KEY, entry INTEGER NOT NULL)",
    "CREATE TABLE vocabulary (pk INTEGER PRIMARY KEY, term TEXT NOT NULL UNIQUE)",
    "CREATE TABLE slip (short INTEGER, word INTEGER, PRIMARY KEY (short, word)) WITHOUT ROWID",
)


def upgrade() -> None:
    _allow_rules()
    for table in ("name_index", "text_index", "index_entry", "vocabulary", "slip"):
        op.execute(f"DROP TABLE IF EXISTS {table}")
    for statement in INDEX:
        op.execute(statement)


def _allow_rules() -> None:
    """Change the text of the constraint alone; no row has to be written anew.

    It is the way that SQLite's documentation gives for a wider constraint (ALTER TABLE, section 7): the new
    version of the schema makes every connection read it again.
    """
    connection = op.get_bind()
    version = connection.exec_driver_sql("PRAGMA schema_version").scalar_one()
    connection.exec_driver_sql("PRAGMA writable_schema = ON")
    connection.exec_driver_sql(
        "UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE type = 'table' AND name = 'text'",
        (BEFORE, AFTER),
    )
    connection.exec_driver_sql(f"PRAGMA schema_version = {version + 1}")
    connection.exec_driver_sql("PRAGMA writable_schema = OFF")
