using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Marsad.App.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Idempotency : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "idempotent_answers",
                columns: table => new
                {
                    actor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    route = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    body_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    answer = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotent_answers", x => new { x.actor, x.route, x.key });
                });

            migrationBuilder.CreateIndex(
                name: "ix_idempotent_answers_started_at",
                table: "idempotent_answers",
                column: "started_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "idempotent_answers");
        }
    }
}
