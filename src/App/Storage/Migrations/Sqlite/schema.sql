-- 20261125175550_CreateStore
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

