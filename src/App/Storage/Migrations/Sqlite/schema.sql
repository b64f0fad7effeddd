-- 20261125192414_Idempotency
-- The sum of the migrations beside this file; a test writes it to artifacts/ when it changes.
CREATE TABLE IF NOT EXISTS "schema_history" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK_schema_history" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

CREATE TABLE "installation" (
    "number" INTEGER NOT NULL CONSTRAINT "pk_installation" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "created_at" INTEGER NOT NULL
);

INSERT INTO "schema_history" ("MigrationId", "ProductVersion")
VALUES ('20261125175550_CreateStore', '10.0.15');

CREATE TABLE "audit_abouts" (
    "about" TEXT NOT NULL,
    "record_id" BLOB NOT NULL,
    CONSTRAINT "pk_audit_abouts" PRIMARY KEY ("about", "record_id")
);

CREATE TABLE "audit_chains" (
    "number" INTEGER NOT NULL CONSTRAINT "pk_audit_chains" PRIMARY KEY,
    "holder" TEXT NOT NULL,
    "held_until" INTEGER NOT NULL
);

CREATE TABLE "audit_outbox" (
    "id" BLOB NOT NULL CONSTRAINT "pk_audit_outbox" PRIMARY KEY,
    "chain" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "actor" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" BLOB NOT NULL,
    "about" TEXT NOT NULL
);

CREATE TABLE "audit_records" (
    "chain" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "previous" BLOB NOT NULL,
    "at" INTEGER NOT NULL,
    "actor" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "commitment" BLOB NOT NULL,
    "hash" BLOB NOT NULL,
    "key" BLOB NULL,
    "detail" BLOB NULL,
    CONSTRAINT "pk_audit_records" PRIMARY KEY ("chain", "sequence")
);

CREATE INDEX "ix_audit_abouts_record_id" ON "audit_abouts" ("record_id");

CREATE INDEX "ix_audit_outbox_chain" ON "audit_outbox" ("chain");

CREATE UNIQUE INDEX "ix_audit_records_id" ON "audit_records" ("id");

CREATE INDEX "ix_audit_records_kind_id" ON "audit_records" ("kind", "id");

INSERT INTO "schema_history" ("MigrationId", "ProductVersion")
VALUES ('20261125180350_Audit', '10.0.15');

CREATE TABLE "audit_checkpoints" (
    "number" INTEGER NOT NULL CONSTRAINT "pk_audit_checkpoints" PRIMARY KEY,
    "at" INTEGER NOT NULL,
    "previous" BLOB NOT NULL,
    "heads" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "signature" BLOB NOT NULL
);

CREATE TABLE "audit_keys" (
    "id" TEXT NOT NULL CONSTRAINT "pk_audit_keys" PRIMARY KEY,
    "public_key" BLOB NOT NULL,
    "added_at" INTEGER NOT NULL,
    "replaces" TEXT NOT NULL,
    "signed_by_old" BLOB NOT NULL,
    "signed_by_new" BLOB NOT NULL
);

INSERT INTO "schema_history" ("MigrationId", "ProductVersion")
VALUES ('20261125181200_AuditCheckpoints', '10.0.15');

CREATE TABLE "accounts" (
    "id" BLOB NOT NULL CONSTRAINT "pk_accounts" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "totp_secret" BLOB NOT NULL,
    "is_totp_on" INTEGER NOT NULL,
    "totp_step" INTEGER NOT NULL,
    "recovery_hashes" TEXT NOT NULL,
    "failed_sign_ins" INTEGER NOT NULL,
    "locked_until" INTEGER NULL,
    "is_disabled" INTEGER NOT NULL,
    "external" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);

CREATE TABLE "api_keys" (
    "id" BLOB NOT NULL CONSTRAINT "pk_api_keys" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "hash" BLOB NOT NULL,
    "role" TEXT NOT NULL,
    "scopes" TEXT NOT NULL,
    "rate_per_minute" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "expires_at" INTEGER NOT NULL,
    "revoked_at" INTEGER NULL,
    "version" INTEGER NOT NULL
);

CREATE TABLE "sessions" (
    "token_hash" BLOB NOT NULL CONSTRAINT "pk_sessions" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "account_id" BLOB NOT NULL,
    "created_at" INTEGER NOT NULL,
    "seen_at" INTEGER NOT NULL,
    "ends_at" INTEGER NOT NULL,
    "agent" TEXT NOT NULL,
    CONSTRAINT "fk_sessions_accounts_account_id" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_accounts_external" ON "accounts" ("external");

CREATE UNIQUE INDEX "ix_accounts_name" ON "accounts" ("name");

CREATE UNIQUE INDEX "ix_api_keys_name" ON "api_keys" ("name");

CREATE INDEX "ix_sessions_account_id" ON "sessions" ("account_id");

INSERT INTO "schema_history" ("MigrationId", "ProductVersion")
VALUES ('20261125182422_Accounts', '10.0.15');

CREATE TABLE "audit_row_contents" (
    "record_id" BLOB NOT NULL,
    "row" INTEGER NOT NULL,
    "content" BLOB NOT NULL,
    CONSTRAINT "pk_audit_row_contents" PRIMARY KEY ("record_id", "row")
);

CREATE TABLE "audit_rows" (
    "record_id" BLOB NOT NULL CONSTRAINT "pk_audit_rows" PRIMARY KEY,
    "keys" BLOB NOT NULL,
    "commitments" BLOB NOT NULL
);

INSERT INTO "schema_history" ("MigrationId", "ProductVersion")
VALUES ('20261125183801_AuditRows', '10.0.15');

CREATE TABLE "idempotent_answers" (
    "actor" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" BLOB NOT NULL,
    "started_at" INTEGER NOT NULL,
    "answer" BLOB NULL,
    CONSTRAINT "pk_idempotent_answers" PRIMARY KEY ("actor", "route", "key")
);

CREATE INDEX "ix_idempotent_answers_started_at" ON "idempotent_answers" ("started_at");

INSERT INTO "schema_history" ("MigrationId", "ProductVersion")
VALUES ('20261125192414_Idempotency', '10.0.15');

