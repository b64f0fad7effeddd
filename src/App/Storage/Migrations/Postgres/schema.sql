-- 20261125175552_CreateStore
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

