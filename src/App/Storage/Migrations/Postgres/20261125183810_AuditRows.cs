using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Marsad.App.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AuditRows : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_row_contents",
                columns: table => new
                {
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    row = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_row_contents", x => new { x.record_id, x.row });
                });

            migrationBuilder.CreateTable(
                name: "audit_rows",
                columns: table => new
                {
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    keys = table.Column<byte[]>(type: "bytea", nullable: false),
                    commitments = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_rows", x => x.record_id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_row_contents");

            migrationBuilder.DropTable(
                name: "audit_rows");
        }
    }
}
