"""The tables of a dossier file, made from the record classes: a new field is one line in the model."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from dossier.model.fields import FieldSpec, FieldType, specs
from dossier.model.records import BY_KIND, RECORD_CLASSES, Record
from dossier.store.columns import date_columns

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_KINDS = ", ".join(f"'{kind}'" for kind in BY_KIND)

record = Table(
    "record",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
    Column("deleted", Integer, nullable=False, server_default="0"),
    CheckConstraint(f"kind IN ({_KINDS})", "kind"),
    CheckConstraint("deleted IN (0, 1)", "deleted"),
    CheckConstraint("length(id) = 36", "id"),
)

change = Table(
    "change",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("replica", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("undoes", Integer, ForeignKey("change.pk")),
    # An insert is logged as a range of records without an image, so that a million imported rows cost little.
    Column("first", Integer),
    Column("last", Integer),
    CheckConstraint("length(label) > 0", "label"),
    CheckConstraint("(first IS NULL) = (last IS NULL) AND first <= last", "range"),
)

change_row = Table(
    "change_row",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("change", Integer, ForeignKey("change.pk"), nullable=False, index=True),
    Column("record", Integer, ForeignKey("record.pk"), nullable=False, index=True),
    Column("action", Text, nullable=False),
    # JSON of the columns as they were: the changed ones of an update, all of a delete, none of a restore.
    Column("before", Text),
    CheckConstraint("action IN ('update', 'delete', 'restore')", "action"),
)

setting = Table(
    "setting",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

UNIQUE = {
    "text": ("of", "field", "language"),
    "paragraph": ("source", "number"),
    "office": ("organization", "place"),
    "remit": ("post", "place"),
    "coverage": ("initiative", "place"),
    "involvement": ("initiative", "party", "role"),
    "participation": ("event", "party", "role"),
    "statement_link": ("statement", "to", "role"),
    "tag": ("of", "label"),
}
"""What no two records of a kind may have in common; of places it is the code."""

_CHECKS = {
    "place": ("latitude BETWEEN -90 AND 90", "longitude BETWEEN -180 AND 180", "parent <> pk"),
    "organization": ("parent <> pk",),
    "event": ("part_of <> pk",),
    "paragraph": ("number >= 1",),
    "passage": ('start >= 0 AND "end" > start', '(start IS NULL) = ("end" IS NULL)'),
    "source": ("length(sha256) = 64",),
}


def _columns(name: str, spec: FieldSpec) -> Iterator[Any]:
    required = not spec.required
    match spec.type:
        case FieldType.REFERENCE:
            target = spec.targets[0] if len(spec.targets) == 1 else "record"
            key = ForeignKey(f"{target}.pk", deferrable=True, initially="DEFERRED")
            yield Column(name, Integer, key, nullable=required, index=True)
        case FieldType.DATE:
            text, earliest, latest = date_columns(name)
            yield from (Column(text, Text), Column(earliest, Text), Column(latest, Text))
            yield CheckConstraint(f"{earliest} <= {latest}", f"{name}_order")
            yield CheckConstraint(
                f'"{text}" IS NULL AND {earliest} IS NULL AND {latest} IS NULL OR length("{text}") > 0', name
            )
        case FieldType.FLAG:
            yield Column(name, Integer, nullable=False, server_default="0")
            yield CheckConstraint(f'"{name}" IN (0, 1)', name)
        case FieldType.NUMBER:
            yield Column(name, Integer, nullable=required)
        case FieldType.DECIMAL:
            yield Column(name, Float, nullable=required)
        case FieldType.TEXT:
            yield Column(name, Text, nullable=required)
            if spec.choices:
                words = ", ".join(f"'{word}'" for word in spec.choices)
                yield CheckConstraint(f'"{name}" IN ({words})', name)
            else:
                yield CheckConstraint(f'length(trim("{name}")) > 0', name)


def _table(record_class: type[Record]) -> Table:
    kind = record_class.kind
    items: list[Any] = [
        Column(
            "pk", Integer, ForeignKey("record.pk", deferrable=True, initially="DEFERRED"), primary_key=True
        )
    ]
    for name, spec in specs(record_class).items():
        items.extend(_columns(name, spec))
    items.extend(CheckConstraint(rule, f"rule_{n}") for n, rule in enumerate(_CHECKS.get(kind, ()), 1))
    if kind in UNIQUE:
        items.append(UniqueConstraint(*UNIQUE[kind]))
    return Table(kind, metadata, *items)


TABLES: dict[str, Table] = {record_class.kind: _table(record_class) for record_class in RECORD_CLASSES}
Index("uq_place_code", TABLES["place"].c.code, unique=True)

INDEX_DDL = (
    "CREATE VIRTUAL TABLE name_index USING fts5(terms, content='', contentless_delete=1, "
    "prefix='2 3 4 5', detail=none, tokenize='ascii')",
    "CREATE VIRTUAL TABLE text_index USING fts5(terms, content='', contentless_delete=1, "
    "prefix='3 4', detail=none, tokenize='ascii')",
    "CREATE TABLE index_entry (pk INTEGER PRIMARY KEY, entry INTEGER NOT NULL)",
    "CREATE TABLE vocabulary (pk INTEGER PRIMARY KEY, term TEXT NOT NULL UNIQUE)",
    "CREATE TABLE slip (short INTEGER, word INTEGER, PRIMARY KEY (short, word)) WITHOUT ROWID",
)
"""The search index, kept by `dossier.store.index`; `dossier.store.terms` says what stands in it.

The rowid of an entry is its place in the order of hits, and `index_entry` leads from a record to it. A
term of the full-text tables is one letter, for where a word is from, and the word, so the beginnings of one
to four letters have lists of their own (in texts of two and three); `vocabulary` has all words, for longer
beginnings; `slip` leads from what is left of a word without one or two letters to that word.
"""

INDEX_TABLES = ("name_index", "text_index", "index_entry", "vocabulary", "slip")
"""How the names of all tables of the index begin; they can be made anew from the records."""
