# ruff: noqa: E501
"""When a place was a unit of its own: `existed` of a place."""

from alembic import op

revision = "0006"
down_revision = "0005"

PLACE = """
CREATE TABLE place (
    pk INTEGER NOT NULL,
    place_kind TEXT NOT NULL,
    code TEXT,
    parent INTEGER,
    latitude FLOAT,
    longitude FLOAT,
    existed TEXT,
    existed_earliest TEXT,
    existed_latest TEXT,
    CONSTRAINT pk_place PRIMARY KEY (pk),
    CONSTRAINT ck_place_place_kind CHECK ("place_kind" IN ('country', 'region', 'city', 'building', 'area')),
    CONSTRAINT ck_place_code CHECK (length(trim("code")) > 0),
    CONSTRAINT ck_place_existed_order CHECK (existed_earliest <= existed_latest),
    CONSTRAINT ck_place_existed CHECK ("existed" IS NULL AND existed_earliest IS NULL AND existed_latest IS NULL OR length("existed") > 0),
    CONSTRAINT ck_place_rule_1 CHECK (latitude BETWEEN -90 AND 90),
    CONSTRAINT ck_place_rule_2 CHECK (longitude BETWEEN -180 AND 180),
    CONSTRAINT ck_place_rule_3 CHECK (parent <> pk),
    CONSTRAINT fk_place_pk FOREIGN KEY(pk) REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_place_parent FOREIGN KEY(parent) REFERENCES place (pk) DEFERRABLE INITIALLY DEFERRED
)
"""


def upgrade() -> None:
    """Make the table anew, since a column added to it would come after its checks; foreign keys are off by now."""
    op.execute("CREATE TABLE place_before AS SELECT * FROM place")
    op.execute("DROP TABLE place")
    op.execute(PLACE)
    op.execute("INSERT INTO place SELECT *, NULL, NULL, NULL FROM place_before")
    op.execute("DROP TABLE place_before")
    op.execute("CREATE INDEX ix_place_parent ON place (parent)")
    op.execute("CREATE UNIQUE INDEX uq_place_code ON place (code)")
