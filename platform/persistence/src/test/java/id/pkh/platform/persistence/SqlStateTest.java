package id.pkh.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

class SqlStateTest {

    @ParameterizedTest(name = "{0} is {1}: {2}")
    @CsvSource({
        "08006, PASSING, connection failure",
        "08001, PASSING, no connection",
        "57P01, PASSING, administrator's shutdown",
        "57014, PASSING, statement timeout",
        "53300, PASSING, too many connections",
        "53100, PASSING, disk full",
        "58030, PASSING, I/O error",
        "55P03, PASSING, lock not available",
        "25006, PASSING, read-only server",
        "25P02, PASSING, in a failed transaction",
        "25P03, PASSING, idle too long",
        "40002, PASSING, rolled back",
        ", PASSING, no connection from the pool",
        "40001, COLLISION, serialization failure",
        "40P01, COLLISION, deadlock",
        "23505, CONSTRAINT, unique violation",
        "23514, CONSTRAINT, check violation",
        "23503, CONSTRAINT, foreign key violation",
        "23P01, CONSTRAINT, exclusion violation",
        "22001, PERMANENT, text too long",
        "22P02, PERMANENT, not a number",
        "42P01, PERMANENT, no such table",
        "P0001, PERMANENT, raised by a trigger",
        "0A000, PERMANENT, not supported",
    })
    void everyStateHasOneMeaning(String state, SqlState.Kind kind, String what) {
        Throwable failure =
                new IllegalStateException(new DatabaseFailure("x", new SQLException("x", state)));

        assertThat(SqlState.of(failure).orElseThrow().kind()).as(what).isEqualTo(kind);
    }

    @Test
    void theDriversOwnWordIsHeard() {
        assertThat(SqlState.isWorthAnotherTry(new SQLTransientConnectionException())).isTrue();
        assertThat(SqlState.isWorthAnotherTry(new SQLTransientConnectionException("x", "99999")))
                .isTrue();
    }

    @Test
    void aFailedBatchNamesTheConstraint() {
        ServerErrorMessage answer =
                new ServerErrorMessage("SERROR\0C23505\0Mduplicate key\0nkpm_one_per_card\0");
        SQLException failure =
                new BatchUpdateException(
                        "batch", "23505", 0, new int[0], new PSQLException(answer));

        assertThat(SqlState.isViolationOf(failure, "kpm_one_per_card")).isTrue();
        assertThat(SqlState.of(failure).orElseThrow().isUniqueViolation()).isTrue();
    }

    @Test
    void whatIsNotTheDatabasesHasNoState() {
        assertThat(SqlState.of(new IllegalArgumentException("x"))).isEmpty();
        assertThat(SqlState.isWorthAnotherTry(new IllegalArgumentException("x"))).isFalse();
        assertThat(SqlState.isViolationOf(new IllegalArgumentException("x"), "y")).isFalse();
    }
}
