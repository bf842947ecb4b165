# ruff: noqa: E501
"""Sources that were made up, for training: `fictional` of a source."""

from alembic import op

revision = "0004"
down_revision = "0003"

SOURCE = """
CREATE TABLE source (
    pk INTEGER NOT NULL,
    source_kind TEXT NOT NULL,
    title TEXT,
    publisher TEXT,
    author TEXT,
    dateline TEXT,
    published TEXT,
    published_earliest TEXT,
    published_latest TEXT,
    retrieved TEXT,
    retrieved_earliest TEXT,
    retrieved_latest TEXT,
    language TEXT,
    sha256 TEXT,
    url TEXT,
    fictional INTEGER DEFAULT '0' NOT NULL,
    CONSTRAINT pk_source PRIMARY KEY (pk),
    CONSTRAINT ck_source_source_kind CHECK ("source_kind" IN ('article', 'reference', 'document', 'list', 'conversation')),
    CONSTRAINT ck_source_title CHECK (length(trim("title")) > 0),
    CONSTRAINT ck_source_publisher CHECK (length(trim("publisher")) > 0),
    CONSTRAINT ck_source_author CHECK (length(trim("author")) > 0),
    CONSTRAINT ck_source_dateline CHECK (length(trim("dateline")) > 0),
    CONSTRAINT ck_source_published_order CHECK (published_earliest <= published_latest),
    CONSTRAINT ck_source_published CHECK ("published" IS NULL AND published_earliest IS NULL AND published_latest IS NULL OR length("published") > 0),
    CONSTRAINT ck_source_retrieved_order CHECK (retrieved_earliest <= retrieved_latest),
    CONSTRAINT ck_source_retrieved CHECK ("retrieved" IS NULL AND retrieved_earliest IS NULL AND retrieved_latest IS NULL OR length("retrieved") > 0),
    CONSTRAINT ck_source_language CHECK (length(trim("language")) > 0),
    CONSTRAINT ck_source_sha256 CHECK (length(trim("sha256")) > 0),
    CONSTRAINT ck_source_url CHECK (length(trim("url")) > 0),
    CONSTRAINT ck_source_fictional CHECK ("fictional" IN (0, 1)),
    CONSTRAINT ck_source_rule_1 CHECK (length(sha256) = 64),
    CONSTRAINT fk_source_pk FOREIGN KEY(pk) REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED
)
"""


def upgrade() -> None:
    """Make the table anew, since a column added to it would come after its checks; foreign keys are off by now."""
    op.execute("CREATE TABLE source_before AS SELECT * FROM source")
    op.execute("DROP TABLE source")
    op.execute(SOURCE)
    op.execute("INSERT INTO source SELECT *, 0 FROM source_before")
    op.execute("DROP TABLE source_before")
