package id.pkh.testsupport.migration;

import id.pkh.localstack.LocalStackResource;
import id.pkh.localstack.PostgresServer;
import id.pkh.testsupport.rows.Rows;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * A database of its own for the test of a migration. It starts with the schema of an earlier
 * release; the test inserts rows as that release wrote them, migrates, and reads what has become of
 * them. Statements run as the superuser, migrations as the owner of the database.
 */
public final class MigratedDatabase extends Rows {

    private final PostgresServer server;
    private final String name;

    private MigratedDatabase(PostgresServer server, String name) {
        super(server.superuser(name));
        this.server = server;
        this.name = name;
    }

    /** A new database with the schema of this version. */
    public static MigratedDatabase at(String version, String name) {
        PostgresServer server = LocalStackResource.postgres();
        server.createDatabase(name);
        MigratedDatabase database = new MigratedDatabase(server, name);
        database.migrateTo(version);
        return database;
    }

    public void migrateTo(String version) {
        migrations().target(version).load().migrate();
    }

    public void migrateToTheNewest() {
        migrations().load().migrate();
    }

    /** Changes rows without their triggers and foreign keys. */
    public void executeUnchecked(String sql) {
        execute("SET session_replication_role = replica; " + sql);
    }

    private FluentConfiguration migrations() {
        return Flyway.configure()
                .dataSource(server.owner(name))
                .locations("db/platform", "db/migration")
                .outOfOrder(true);
    }
}
