# ruff: noqa: E501
"""The first schema: every table as it was when files were first written. Frozen: a later schema is a later revision."""

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = (
    """
CREATE TABLE change (
    pk INTEGER NOT NULL,
    id TEXT NOT NULL,
    replica TEXT NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    label TEXT NOT NULL,
    undoes INTEGER,
    first INTEGER,
    last INTEGER,
    CONSTRAINT pk_change PRIMARY KEY (pk),
    CONSTRAINT ck_change_label CHECK (length(label) > 0),
    CONSTRAINT ck_change_range CHECK ((first IS NULL) = (last IS NULL) AND first <= last),
    CONSTRAINT uq_change_id UNIQUE (id),
    CONSTRAINT fk_change_undoes FOREIGN KEY(undoes) REFERENCES change (pk)
)
""",
    """
CREATE TABLE record (
    pk INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL,
    CONSTRAINT pk_record PRIMARY KEY (pk),
    CONSTRAINT ck_record_kind CHECK (kind IN ('person', 'organization', 'office', 'place', 'former_code', 'name', 'text', 'post', 'attestation', 'remit', 'initiative', 'status', 'involvement', 'coverage', 'event', 'participation', 'statement', 'statement_link', 'contact_point', 'note', 'tag', 'source', 'paragraph', 'passage', 'citation')),
    CONSTRAINT ck_record_deleted CHECK (deleted IN (0, 1)),
    CONSTRAINT ck_record_id CHECK (length(id) = 36),
    CONSTRAINT uq_record_id UNIQUE (id)
)
""",
    """
CREATE TABLE setting (
    "key" TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_setting PRIMARY KEY ("key")
)
""",
    """
CREATE TABLE change_row (
    pk INTEGER NOT NULL,
    change INTEGER NOT NULL,
    record INTEGER NOT NULL,
    action TEXT NOT NULL,
    "before" TEXT,
    CONSTRAINT pk_change_row PRIMARY KEY (pk),
    CONSTRAINT ck_change_row_action CHECK (action IN ('update', 'delete', 'restore')),
    CONSTRAINT fk_change_row_change FOREIGN KEY(change) REFERENCES change (pk),
    CONSTRAINT fk_change_row_record FOREIGN KEY(record) REFERENCES record (pk)
)
""",
    "CREATE INDEX ix_change_row_change ON change_row (change)",
    "CREATE INDEX ix_change_row_record ON change_row (record)",
    """
CREATE TABLE contact_point (
    pk INTEGER NOT NULL,
    "of" INTEGER NOT NULL,
    contact_kind TEXT NOT NULL,
    value TEXT NOT NULL,
    label TEXT,
    confirmed TEXT,
    confirmed_earliest TEXT,
    confirmed_latest TEXT,
    CONSTRAINT pk_contact_point PRIMARY KEY (pk),
    CONSTRAINT ck_contact_point_contact_kind CHECK ("contact_kind" IN ('phone', 'email', 'address', 'web')),
    CONSTRAINT ck_contact_point_value CHECK (length(trim("value")) > 0),
    CONSTRAINT ck_contact_point_label CHECK (length(trim("label")) > 0),
    CONSTRAINT ck_contact_point_confirmed_order CHECK (confirmed_earliest <= confirmed_latest),
    CONSTRAINT ck_contact_point_confirmed CHECK ("confirmed" IS NULL AND confirmed_earliest IS NULL AND confirmed_latest IS NULL OR length("confirmed") > 0),
    CONSTRAINT fk_contact_point_pk FOREIGN KEY(pk) REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_point_of FOREIGN KEY("of") REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED
)
""",
    'CREATE INDEX ix_contact_point_of ON contact_point ("of")',
    """
CREATE TABLE initiative (
    pk INTEGER NOT NULL,
    initiative_kind TEXT NOT NULL,
    period TEXT,
    period_earliest TEXT,
    period_latest TEXT,
    CONSTRAINT pk_initiative PRIMARY KEY (pk),
    CONSTRAINT ck_initiative_initiative_kind CHECK ("initiative_kind" IN ('project', 'programme', 'resolution', 'proposal', 'declaration', 'election', 'policy', 'other')),
    CONSTRAINT ck_initiative_period_order CHECK (period_earliest <= period_latest),
    CONSTRAINT ck_initiative_period CHECK ("period" IS NULL AND period_earliest IS NULL AND period_latest IS NULL OR length("period") > 0),
    CONSTRAINT fk_initiative_pk FOREIGN KEY(pk) REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED
)
""",
    """
CREATE TABLE name (
    pk INTEGER NOT NULL,
    "of" INTEGER NOT NULL,
    text TEXT NOT NULL,
    language TEXT NOT NULL,
    name_kind TEXT NOT NULL,
    family TEXT,
    given TEXT,
    patronymic TEXT,
    CONSTRAINT pk_name PRIMARY KEY (pk),
    CONSTRAINT ck_name_text CHECK (length(trim("text")) > 0),
    CONSTRAINT ck_name_language CHECK (length(trim("language")) > 0),
    CONSTRAINT ck_name_name_kind CHECK ("name_kind" IN ('official', 'short', 'acronym', 'former', 'alias', 'transliteration', 'translation')),
    CONSTRAINT ck_name_family CHECK (length(trim("family")) > 0),
    CONSTRAINT ck_name_given CHECK (length(trim("given")) > 0),
    CONSTRAINT ck_name_patronymic CHECK (length(trim("patronymic")) > 0),
    CONSTRAINT fk_name_pk FOREIGN KEY(pk) REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_name_of FOREIGN KEY("of") REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED
)
""",
    'CREATE INDEX ix_name_of ON name ("of")',
    """
CREATE TABLE note (
    pk INTEGER NOT NULL,
    "of" INTEGER NOT NULL,
    text TEXT NOT NULL,
    marking TEXT,
    CONSTRAINT pk_note PRIMARY KEY (pk),
    CONSTRAINT ck_note_text CHECK (length(trim("text")) > 0),
    CONSTRAINT ck_note_marking CHECK (length(trim("marking")) > 0),
    CONSTRAINT fk_note_pk FOREIGN KEY(pk) REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_note_of FOREIGN KEY("of") REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED
)
""",
    'CREATE INDEX ix_note_of ON note ("of")',
    """
CREATE TABLE person (
    pk INTEGER NOT NULL,
    CONSTRAINT pk_person PRIMARY KEY (pk),
    CONSTRAINT fk_person_pk FOREIGN KEY(pk) REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED
)
""",
    """
CREATE TABLE place (
    pk INTEGER NOT NULL,
    place_kind TEXT NOT NULL,
    code TEXT,
    parent INTEGER,
    latitude FLOAT,
    longitude FLOAT,
    CONSTRAINT pk_place PRIMARY KEY (pk),
    CONSTRAINT ck_place_place_kind CHECK ("place_kind" IN ('country', 'region', 'city', 'building', 'area')),
    CONSTRAINT ck_place_code CHECK (length(trim("code")) > 0),
    CONSTRAINT ck_place_rule_1 CHECK (latitude BETWEEN -90 AND 90),
    CONSTRAINT ck_place_rule_2 CHECK (longitude BETWEEN -180 AND 180),
    CONSTRAINT ck_place_rule_3 CHECK (parent <> pk),
    CONSTRAINT fk_place_pk FOREIGN KEY(pk) REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_place_parent FOREIGN KEY(parent) REFERENCES place (pk) DEFERRABLE INITIALLY DEFERRED
)
""",
    "CREATE INDEX ix_place_parent ON place (parent)",
    "CREATE UNIQUE INDEX uq_place_code ON place (code)",
    """
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
    CONSTRAINT pk_source PRIMARY KEY (pk),
    CONSTRAINT ck_source_source_kind CHECK ("source_kind" IN ('article', 'reference', 'document', 'list')),
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
    CONSTRAINT ck_source_rule_1 CHECK (length(sha256) = 64),
    CONSTRAINT fk_source_pk FOREIGN KEY(pk) REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED
)
""",
    """
CREATE TABLE tag (
    pk INTEGER NOT NULL,
    "of" INTEGER NOT NULL,
    label TEXT NOT NULL,
    CONSTRAINT pk_tag PRIMARY KEY (pk),
    CONSTRAINT ck_tag_label CHECK (length(trim("label")) > 0),
    CONSTRAINT uq_tag_of UNIQUE ("of", label),
    CONSTRAINT fk_tag_pk FOREIGN KEY(pk) REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_tag_of FOREIGN KEY("of") REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED
)
""",
    'CREATE INDEX ix_tag_of ON tag ("of")',
    """
CREATE TABLE text (
    pk INTEGER NOT NULL,
    "of" INTEGER NOT NULL,
    field TEXT NOT NULL,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    translated INTEGER DEFAULT '0' NOT NULL,
    CONSTRAINT pk_text PRIMARY KEY (pk),
    CONSTRAINT ck_text_field CHECK ("field" IN ('title', 'short_title', 'aim', 'beneficiaries', 'statement', 'remit', 'summary')),
    CONSTRAINT ck_text_language CHECK (length(trim("language")) > 0),
    CONSTRAINT ck_text_text CHECK (length(trim("text")) > 0),
    CONSTRAINT ck_text_translated CHECK ("translated" IN (0, 1)),
    CONSTRAINT uq_text_of UNIQUE ("of", field, language),
    CONSTRAINT fk_text_pk FOREIGN KEY(pk) REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_text_of FOREIGN KEY("of") REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED
)
""",
    'CREATE INDEX ix_text_of ON text ("of")',
    """
CREATE TABLE coverage (
    pk INTEGER NOT NULL,
    initiative INTEGER NOT NULL,
    place INTEGER NOT NULL,
    CONSTRAINT pk_coverage PRIMARY KEY (pk),
    CONSTRAINT uq_coverage_initiative UNIQUE (initiative, place),
    CONSTRAINT fk_coverage_pk FOREIGN KEY(pk) REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_coverage_initiative FOREIGN KEY(initiative) REFERENCES initiative (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_coverage_place FOREIGN KEY(place) REFERENCES place (pk) DEFERRABLE INITIALLY DEFERRED
)
""",
    "CREATE INDEX ix_coverage_initiative ON coverage (initiative)",
    "CREATE INDEX ix_coverage_place ON coverage (place)",
    """
CREATE TABLE event (
    pk INTEGER NOT NULL,
    event_kind TEXT NOT NULL,
    date TEXT,
    date_earliest TEXT,
    date_latest TEXT,
    local_time TEXT,
    zone TEXT,
    place INTEGER,
    announced INTEGER DEFAULT '0' NOT NULL,
    part_of INTEGER,
    initiative INTEGER,
    CONSTRAINT pk_event PRIMARY KEY (pk),
    CONSTRAINT ck_event_event_kind CHECK ("event_kind" IN ('visit', 'meeting', 'summit', 'trip', 'observance', 'term', 'relations', 'other')),
    CONSTRAINT ck_event_date_order CHECK (date_earliest <= date_latest),
    CONSTRAINT ck_event_date CHECK ("date" IS NULL AND date_earliest IS NULL AND date_latest IS NULL OR length("date") > 0),
    CONSTRAINT ck_event_local_time CHECK (length(trim("local_time")) > 0),
    CONSTRAINT ck_event_zone CHECK (length(trim("zone")) > 0),
    CONSTRAINT ck_event_announced CHECK ("announced" IN (0, 1)),
    CONSTRAINT ck_event_rule_1 CHECK (part_of <> pk),
    CONSTRAINT fk_event_pk FOREIGN KEY(pk) REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_event_place FOREIGN KEY(place) REFERENCES place (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_event_part_of FOREIGN KEY(part_of) REFERENCES event (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_event_initiative FOREIGN KEY(initiative) REFERENCES initiative (pk) DEFERRABLE INITIALLY DEFERRED
)
""",
    "CREATE INDEX ix_event_initiative ON event (initiative)",
    "CREATE INDEX ix_event_part_of ON event (part_of)",
    "CREATE INDEX ix_event_place ON event (place)",
    """
CREATE TABLE former_code (
    pk INTEGER NOT NULL,
    place INTEGER NOT NULL,
    code TEXT NOT NULL,
    held TEXT,
    held_earliest TEXT,
    held_latest TEXT,
    CONSTRAINT pk_former_code PRIMARY KEY (pk),
    CONSTRAINT ck_former_code_code CHECK (length(trim("code")) > 0),
    CONSTRAINT ck_former_code_held_order CHECK (held_earliest <= held_latest),
    CONSTRAINT ck_former_code_held CHECK ("held" IS NULL AND held_earliest IS NULL AND held_latest IS NULL OR length("held") > 0),
    CONSTRAINT fk_former_code_pk FOREIGN KEY(pk) REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_former_code_place FOREIGN KEY(place) REFERENCES place (pk) DEFERRABLE INITIALLY DEFERRED
)
""",
    "CREATE INDEX ix_former_code_place ON former_code (place)",
    """
CREATE TABLE involvement (
    pk INTEGER NOT NULL,
    initiative INTEGER NOT NULL,
    party INTEGER NOT NULL,
    role TEXT NOT NULL,
    CONSTRAINT pk_involvement PRIMARY KEY (pk),
    CONSTRAINT ck_involvement_role CHECK ("role" IN ('proposer', 'sponsor', 'adopter', 'implementer', 'partner', 'beneficiary', 'candidate', 'member_of')),
    CONSTRAINT uq_involvement_initiative UNIQUE (initiative, party, role),
    CONSTRAINT fk_involvement_pk FOREIGN KEY(pk) REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_involvement_initiative FOREIGN KEY(initiative) REFERENCES initiative (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_involvement_party FOREIGN KEY(party) REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED
)
""",
    "CREATE INDEX ix_involvement_initiative ON involvement (initiative)",
    "CREATE INDEX ix_involvement_party ON involvement (party)",
    """
CREATE TABLE organization (
    pk INTEGER NOT NULL,
    organization_kind TEXT NOT NULL,
    parent INTEGER,
    country INTEGER,
    CONSTRAINT pk_organization PRIMARY KEY (pk),
    CONSTRAINT ck_organization_organization_kind CHECK ("organization_kind" IN ('state', 'ministry', 'unit', 'igo', 'un_body', 'un_agency', 'ngo', 'company', 'group', 'other')),
    CONSTRAINT ck_organization_rule_1 CHECK (parent <> pk),
    CONSTRAINT fk_organization_pk FOREIGN KEY(pk) REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_organization_parent FOREIGN KEY(parent) REFERENCES organization (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_organization_country FOREIGN KEY(country) REFERENCES place (pk) DEFERRABLE INITIALLY DEFERRED
)
""",
    "CREATE INDEX ix_organization_country ON organization (country)",
    "CREATE INDEX ix_organization_parent ON organization (parent)",
    """
CREATE TABLE paragraph (
    pk INTEGER NOT NULL,
    source INTEGER NOT NULL,
    number INTEGER NOT NULL,
    original TEXT,
    CONSTRAINT pk_paragraph PRIMARY KEY (pk),
    CONSTRAINT ck_paragraph_original CHECK (length(trim("original")) > 0),
    CONSTRAINT ck_paragraph_rule_1 CHECK (number >= 1),
    CONSTRAINT uq_paragraph_source UNIQUE (source, number),
    CONSTRAINT fk_paragraph_pk FOREIGN KEY(pk) REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_paragraph_source FOREIGN KEY(source) REFERENCES source (pk) DEFERRABLE INITIALLY DEFERRED
)
""",
    "CREATE INDEX ix_paragraph_source ON paragraph (source)",
    """
CREATE TABLE status (
    pk INTEGER NOT NULL,
    initiative INTEGER NOT NULL,
    status TEXT NOT NULL,
    "on" TEXT,
    on_earliest TEXT,
    on_latest TEXT,
    CONSTRAINT pk_status PRIMARY KEY (pk),
    CONSTRAINT ck_status_status CHECK ("status" IN ('announced', 'proposed', 'described', 'adopted', 'declared', 'elected', 'opened', 'closed', 'withdrawn')),
    CONSTRAINT ck_status_on_order CHECK (on_earliest <= on_latest),
    CONSTRAINT ck_status_on CHECK ("on" IS NULL AND on_earliest IS NULL AND on_latest IS NULL OR length("on") > 0),
    CONSTRAINT fk_status_pk FOREIGN KEY(pk) REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_status_initiative FOREIGN KEY(initiative) REFERENCES initiative (pk) DEFERRABLE INITIALLY DEFERRED
)
""",
    "CREATE INDEX ix_status_initiative ON status (initiative)",
    """
CREATE TABLE office (
    pk INTEGER NOT NULL,
    organization INTEGER NOT NULL,
    place INTEGER NOT NULL,
    CONSTRAINT pk_office PRIMARY KEY (pk),
    CONSTRAINT uq_office_organization UNIQUE (organization, place),
    CONSTRAINT fk_office_pk FOREIGN KEY(pk) REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_office_organization FOREIGN KEY(organization) REFERENCES organization (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_office_place FOREIGN KEY(place) REFERENCES place (pk) DEFERRABLE INITIALLY DEFERRED
)
""",
    "CREATE INDEX ix_office_organization ON office (organization)",
    "CREATE INDEX ix_office_place ON office (place)",
    """
CREATE TABLE participation (
    pk INTEGER NOT NULL,
    event INTEGER NOT NULL,
    party INTEGER NOT NULL,
    role TEXT NOT NULL,
    CONSTRAINT pk_participation PRIMARY KEY (pk),
    CONSTRAINT ck_participation_role CHECK ("role" IN ('host', 'guest', 'speaker', 'participant', 'subject')),
    CONSTRAINT uq_participation_event UNIQUE (event, party, role),
    CONSTRAINT fk_participation_pk FOREIGN KEY(pk) REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_participation_event FOREIGN KEY(event) REFERENCES event (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_participation_party FOREIGN KEY(party) REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED
)
""",
    "CREATE INDEX ix_participation_event ON participation (event)",
    "CREATE INDEX ix_participation_party ON participation (party)",
    """
CREATE TABLE passage (
    pk INTEGER NOT NULL,
    paragraph INTEGER NOT NULL,
    start INTEGER,
    "end" INTEGER,
    exact TEXT,
    prefix TEXT,
    suffix TEXT,
    CONSTRAINT pk_passage PRIMARY KEY (pk),
    CONSTRAINT ck_passage_exact CHECK (length(trim("exact")) > 0),
    CONSTRAINT ck_passage_prefix CHECK (length(trim("prefix")) > 0),
    CONSTRAINT ck_passage_suffix CHECK (length(trim("suffix")) > 0),
    CONSTRAINT ck_passage_rule_1 CHECK (start >= 0 AND "end" > start),
    CONSTRAINT ck_passage_rule_2 CHECK ((start IS NULL) = ("end" IS NULL)),
    CONSTRAINT fk_passage_pk FOREIGN KEY(pk) REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_passage_paragraph FOREIGN KEY(paragraph) REFERENCES paragraph (pk) DEFERRABLE INITIALLY DEFERRED
)
""",
    "CREATE INDEX ix_passage_paragraph ON passage (paragraph)",
    """
CREATE TABLE post (
    pk INTEGER NOT NULL,
    person INTEGER NOT NULL,
    organization INTEGER NOT NULL,
    place INTEGER,
    held TEXT,
    held_earliest TEXT,
    held_latest TEXT,
    CONSTRAINT pk_post PRIMARY KEY (pk),
    CONSTRAINT ck_post_held_order CHECK (held_earliest <= held_latest),
    CONSTRAINT ck_post_held CHECK ("held" IS NULL AND held_earliest IS NULL AND held_latest IS NULL OR length("held") > 0),
    CONSTRAINT fk_post_pk FOREIGN KEY(pk) REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_post_person FOREIGN KEY(person) REFERENCES person (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_post_organization FOREIGN KEY(organization) REFERENCES organization (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_post_place FOREIGN KEY(place) REFERENCES place (pk) DEFERRABLE INITIALLY DEFERRED
)
""",
    "CREATE INDEX ix_post_organization ON post (organization)",
    "CREATE INDEX ix_post_person ON post (person)",
    "CREATE INDEX ix_post_place ON post (place)",
    """
CREATE TABLE statement (
    pk INTEGER NOT NULL,
    nature TEXT NOT NULL,
    "on" TEXT,
    on_earliest TEXT,
    on_latest TEXT,
    event INTEGER,
    place INTEGER,
    CONSTRAINT pk_statement PRIMARY KEY (pk),
    CONSTRAINT ck_statement_nature CHECK ("nature" IN ('said', 'stressed', 'announced', 'asked', 'offered', 'committed', 'discussed', 'described')),
    CONSTRAINT ck_statement_on_order CHECK (on_earliest <= on_latest),
    CONSTRAINT ck_statement_on CHECK ("on" IS NULL AND on_earliest IS NULL AND on_latest IS NULL OR length("on") > 0),
    CONSTRAINT fk_statement_pk FOREIGN KEY(pk) REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_statement_event FOREIGN KEY(event) REFERENCES event (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_statement_place FOREIGN KEY(place) REFERENCES place (pk) DEFERRABLE INITIALLY DEFERRED
)
""",
    "CREATE INDEX ix_statement_event ON statement (event)",
    "CREATE INDEX ix_statement_place ON statement (place)",
    """
CREATE TABLE attestation (
    pk INTEGER NOT NULL,
    post INTEGER NOT NULL,
    "on" TEXT,
    on_earliest TEXT,
    on_latest TEXT,
    CONSTRAINT pk_attestation PRIMARY KEY (pk),
    CONSTRAINT ck_attestation_on_order CHECK (on_earliest <= on_latest),
    CONSTRAINT ck_attestation_on CHECK ("on" IS NULL AND on_earliest IS NULL AND on_latest IS NULL OR length("on") > 0),
    CONSTRAINT fk_attestation_pk FOREIGN KEY(pk) REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_attestation_post FOREIGN KEY(post) REFERENCES post (pk) DEFERRABLE INITIALLY DEFERRED
)
""",
    "CREATE INDEX ix_attestation_post ON attestation (post)",
    """
CREATE TABLE citation (
    pk INTEGER NOT NULL,
    "of" INTEGER NOT NULL,
    field TEXT NOT NULL,
    passage INTEGER NOT NULL,
    stated TEXT,
    basis TEXT NOT NULL,
    rule TEXT,
    translator TEXT,
    checked INTEGER DEFAULT '0' NOT NULL,
    confirmed TEXT,
    confirmed_earliest TEXT,
    confirmed_latest TEXT,
    CONSTRAINT pk_citation PRIMARY KEY (pk),
    CONSTRAINT ck_citation_field CHECK (length(trim("field")) > 0),
    CONSTRAINT ck_citation_stated CHECK (length(trim("stated")) > 0),
    CONSTRAINT ck_citation_basis CHECK ("basis" IN ('stated', 'derived', 'reference', 'translation')),
    CONSTRAINT ck_citation_rule CHECK (length(trim("rule")) > 0),
    CONSTRAINT ck_citation_translator CHECK (length(trim("translator")) > 0),
    CONSTRAINT ck_citation_checked CHECK ("checked" IN (0, 1)),
    CONSTRAINT ck_citation_confirmed_order CHECK (confirmed_earliest <= confirmed_latest),
    CONSTRAINT ck_citation_confirmed CHECK ("confirmed" IS NULL AND confirmed_earliest IS NULL AND confirmed_latest IS NULL OR length("confirmed") > 0),
    CONSTRAINT fk_citation_pk FOREIGN KEY(pk) REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_citation_of FOREIGN KEY("of") REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_citation_passage FOREIGN KEY(passage) REFERENCES passage (pk) DEFERRABLE INITIALLY DEFERRED
)
""",
    'CREATE INDEX ix_citation_of ON citation ("of")',
    "CREATE INDEX ix_citation_passage ON citation (passage)",
    """
CREATE TABLE remit (
    pk INTEGER NOT NULL,
    post INTEGER NOT NULL,
    place INTEGER NOT NULL,
    CONSTRAINT pk_remit PRIMARY KEY (pk),
    CONSTRAINT uq_remit_post UNIQUE (post, place),
    CONSTRAINT fk_remit_pk FOREIGN KEY(pk) REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_remit_post FOREIGN KEY(post) REFERENCES post (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_remit_place FOREIGN KEY(place) REFERENCES place (pk) DEFERRABLE INITIALLY DEFERRED
)
""",
    "CREATE INDEX ix_remit_place ON remit (place)",
    "CREATE INDEX ix_remit_post ON remit (post)",
    """
CREATE TABLE statement_link (
    pk INTEGER NOT NULL,
    statement INTEGER NOT NULL,
    "to" INTEGER NOT NULL,
    role TEXT NOT NULL,
    CONSTRAINT pk_statement_link PRIMARY KEY (pk),
    CONSTRAINT ck_statement_link_role CHECK ("role" IN ('speaker', 'addressee', 'about')),
    CONSTRAINT uq_statement_link_statement UNIQUE (statement, "to", role),
    CONSTRAINT fk_statement_link_pk FOREIGN KEY(pk) REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_statement_link_statement FOREIGN KEY(statement) REFERENCES statement (pk) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_statement_link_to FOREIGN KEY("to") REFERENCES record (pk) DEFERRABLE INITIALLY DEFERRED
)
""",
    "CREATE INDEX ix_statement_link_statement ON statement_link (statement)",
    'CREATE INDEX ix_statement_link_to ON statement_link ("to")',
    "CREATE VIRTUAL TABLE name_index USING fts5(terms, content='', contentless_delete=1, prefix='2 "
    "3 4 5', detail=none, tokenize='ascii')",
    "CREATE VIRTUAL TABLE text_index USING fts5(terms, content='', contentless_delete=1, prefix='3 "
    "4', detail=none, tokenize='ascii')",
    "CREATE TABLE index_entry (pk INTEGER PRIMARY KEY, entry INTEGER NOT NULL)",
    "CREATE TABLE vocabulary (pk INTEGER PRIMARY KEY, term TEXT NOT NULL UNIQUE)",
    "CREATE TABLE slip (short INTEGER, word INTEGER, PRIMARY KEY (short, word)) WITHOUT ROWID",
)


def upgrade() -> None:
    """Make every table."""
    for statement in STATEMENTS:
        op.execute(statement)
