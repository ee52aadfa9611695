package id.pkh.verification.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassingFailuresTest {

    @ParameterizedTest
    @CsvSource({
        "08006, true", // connection failure
        "40P01, true", // deadlock
        "55P03, true", // lock not available
        "57P01, true", // admin shutdown
        "53300, true", // too many connections
        ", true", // no connection to be had
        "23505, false", // unique violation
        "P0001, false", // raised by a trigger
        "22P02, false",
    })
    void an_outage_says_nothing_about_a_family(String state, boolean passing) {
        Throwable failure =
                new IllegalStateException(new IllegalStateException(new SQLException("x", state)));
        assertThat(PassingFailures.isPassing(failure)).isEqualTo(passing);
    }

    @Test
    void a_failure_that_is_not_the_databases_does_not_pass() {
        assertThat(PassingFailures.isPassing(new IllegalArgumentException("x"))).isFalse();
    }
}
