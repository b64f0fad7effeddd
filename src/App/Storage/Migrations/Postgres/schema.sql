-- 20261125181205_AuditCheckpoints
-- The sum of the migrations beside this file; a test writes it to artifacts/ when it changes.
CREATE TABLE IF NOT EXISTS schema_history (
    "MigrationId" character varying(150) NOT NULL,
    "ProductVersion" character varying(32) NOT NULL,
    CONSTRAINT "PK_schema_history" PRIMARY KEY ("MigrationId")
);

CREATE TABLE installation (
    number integer NOT NULL,
    id uuid NOT NULL,
    created_at bigint NOT NULL,
    CONSTRAINT pk_installation PRIMARY KEY (number)
);

INSERT INTO schema_history ("MigrationId", "ProductVersion")
VALUES ('20261125175552_CreateStore', '10.0.15');

CREATE TABLE audit_abouts (
    about text COLLATE "C" NOT NULL,
    record_id uuid NOT NULL,
    CONSTRAINT pk_audit_abouts PRIMARY KEY (about, record_id)
);

CREATE TABLE audit_chains (
    number integer NOT NULL,
    holder text COLLATE "C" NOT NULL,
    held_until bigint NOT NULL,
    CONSTRAINT pk_audit_chains PRIMARY KEY (number)
);

CREATE TABLE audit_outbox (
    id uuid NOT NULL,
    chain integer NOT NULL,
    at bigint NOT NULL,
    actor text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    detail bytea NOT NULL,
    about text COLLATE "C" NOT NULL,
    CONSTRAINT pk_audit_outbox PRIMARY KEY (id)
);

CREATE TABLE audit_records (
    chain integer NOT NULL,
    sequence bigint NOT NULL,
    id uuid NOT NULL,
    previous bytea NOT NULL,
    at bigint NOT NULL,
    actor text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    commitment bytea NOT NULL,
    hash bytea NOT NULL,
    key bytea,
    detail bytea,
    CONSTRAINT pk_audit_records PRIMARY KEY (chain, sequence)
);

CREATE INDEX ix_audit_abouts_record_id ON audit_abouts (record_id);

CREATE INDEX ix_audit_outbox_chain ON audit_outbox (chain);

CREATE UNIQUE INDEX ix_audit_records_id ON audit_records (id);

CREATE INDEX ix_audit_records_kind_id ON audit_records (kind, id);

INSERT INTO schema_history ("MigrationId", "ProductVersion")
VALUES ('20261125180356_Audit', '10.0.15');

CREATE TABLE audit_checkpoints (
    number bigint NOT NULL,
    at bigint NOT NULL,
    previous bytea NOT NULL,
    heads text COLLATE "C" NOT NULL,
    key_id text COLLATE "C" NOT NULL,
    signature bytea NOT NULL,
    CONSTRAINT pk_audit_checkpoints PRIMARY KEY (number)
);

CREATE TABLE audit_keys (
    id text COLLATE "C" NOT NULL,
    public_key bytea NOT NULL,
    added_at bigint NOT NULL,
    replaces text COLLATE "C" NOT NULL,
    signed_by_old bytea NOT NULL,
    signed_by_new bytea NOT NULL,
    CONSTRAINT pk_audit_keys PRIMARY KEY (id)
);

INSERT INTO schema_history ("MigrationId", "ProductVersion")
VALUES ('20261125181205_AuditCheckpoints', '10.0.15');

