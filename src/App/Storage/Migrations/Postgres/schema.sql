-- 20261125192420_Idempotency
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

CREATE TABLE accounts (
    id uuid NOT NULL,
    name text COLLATE "C" NOT NULL,
    role text NOT NULL,
    password_hash text COLLATE "C" NOT NULL,
    totp_secret bytea NOT NULL,
    is_totp_on boolean NOT NULL,
    totp_step bigint NOT NULL,
    recovery_hashes text COLLATE "C" NOT NULL,
    failed_sign_ins integer NOT NULL,
    locked_until bigint,
    is_disabled boolean NOT NULL,
    external text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_accounts PRIMARY KEY (id)
);

CREATE TABLE api_keys (
    id uuid NOT NULL,
    name text COLLATE "C" NOT NULL,
    hash bytea NOT NULL,
    role text NOT NULL,
    scopes text COLLATE "C" NOT NULL,
    rate_per_minute integer NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    revoked_at bigint,
    version integer NOT NULL,
    CONSTRAINT pk_api_keys PRIMARY KEY (id)
);

CREATE TABLE sessions (
    token_hash bytea NOT NULL,
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    created_at bigint NOT NULL,
    seen_at bigint NOT NULL,
    ends_at bigint NOT NULL,
    agent text COLLATE "C" NOT NULL,
    CONSTRAINT pk_sessions PRIMARY KEY (token_hash),
    CONSTRAINT fk_sessions_accounts_account_id FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
);

CREATE INDEX ix_accounts_external ON accounts (external);

CREATE UNIQUE INDEX ix_accounts_name ON accounts (name);

CREATE UNIQUE INDEX ix_api_keys_name ON api_keys (name);

CREATE INDEX ix_sessions_account_id ON sessions (account_id);

INSERT INTO schema_history ("MigrationId", "ProductVersion")
VALUES ('20261125182430_Accounts', '10.0.15');

CREATE TABLE audit_row_contents (
    record_id uuid NOT NULL,
    row integer NOT NULL,
    content bytea NOT NULL,
    CONSTRAINT pk_audit_row_contents PRIMARY KEY (record_id, row)
);

CREATE TABLE audit_rows (
    record_id uuid NOT NULL,
    keys bytea NOT NULL,
    commitments bytea NOT NULL,
    CONSTRAINT pk_audit_rows PRIMARY KEY (record_id)
);

INSERT INTO schema_history ("MigrationId", "ProductVersion")
VALUES ('20261125183810_AuditRows', '10.0.15');

CREATE TABLE idempotent_answers (
    actor text COLLATE "C" NOT NULL,
    route text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    body_hash bytea NOT NULL,
    started_at bigint NOT NULL,
    answer bytea,
    CONSTRAINT pk_idempotent_answers PRIMARY KEY (actor, route, key)
);

CREATE INDEX ix_idempotent_answers_started_at ON idempotent_answers (started_at);

INSERT INTO schema_history ("MigrationId", "ProductVersion")
VALUES ('20261125192420_Idempotency', '10.0.15');

