package id.pkh.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LocalPostgresTest {

    enum End {
        STOP(LocalPostgres::stop),
        IMMEDIATE(LocalPostgres::stopImmediately),
        KILL(LocalPostgres::kill);

        private final Consumer<LocalPostgres> how;

        End(Consumer<LocalPostgres> how) {
            this.how = how;
        }
    }

    @TempDir static Path directory;
    private static LocalPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = LocalPostgres.start(LocalPostgres.Settings.in(directory));
        postgres.createDatabase("registry");
        postgres.createDatabase("meeting");
    }

    @AfterAll
    static void stop() {
        postgres.stop();
        assertThat(postgres.isRunning()).isFalse();
    }

    @Test
    void aRoleOwnsItsDatabaseAndSeesNoOther() throws SQLException {
        postgres.createDatabase("registry"); // a second time changes nothing
        assertThat(ask(postgres.owner("registry"), "SELECT current_user")).isEqualTo("registry");

        assertThatThrownBy(
                        () ->
                                DriverManager.getConnection(
                                        postgres.jdbcUrl("meeting"),
                                        "registry",
                                        postgres.password("registry")))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(
                        () ->
                                DriverManager.getConnection(
                                        postgres.jdbcUrl("registry"), "registry", "a guess"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void isSafeUnlessToldOtherwiseAndHasRoomForManyConnections() throws SQLException {
        DataSource registry = postgres.owner("registry");

        assertThat(ask(registry, "SHOW fsync")).isEqualTo("on");
        assertThat(ask(registry, "SHOW max_connections")).isEqualTo("200");
        assertThat(ask(registry, "SHOW idle_in_transaction_session_timeout")).isEqualTo("1min");
    }

    @ParameterizedTest
    @EnumSource
    void keepsWhatWasCommittedHoweverItEnds(End end) throws SQLException {
        DataSource registry = postgres.owner("registry");
        String table = "kept_" + end.name().toLowerCase();
        run(registry, "CREATE TABLE " + table + " AS SELECT 42 AS answer");

        end.how.accept(postgres);
        assertThat(postgres.isRunning()).isFalse();
        postgres.restart();

        assertThat(ask(registry, "SELECT answer FROM " + table)).isEqualTo("42");
    }

    @Test
    void refusesADatabaseNameThatIsNone() {
        assertThatThrownBy(() -> postgres.createDatabase("x; DROP DATABASE meeting"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String ask(DataSource source, String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void run(DataSource source, String statement) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
