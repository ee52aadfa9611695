package id.pkh.platform.messaging.failure;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.platform.persistence.DatabaseFailure;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransientFailuresTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "08001", "57P01", "53300", "40001", "40P01", "55P03", "58030", "25006"
            })
    void passByThemselves(String sqlState) {
        assertThat(TransientFailures.isTransient(failure(sqlState))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23514", "22001", "42P01", "23503", "22P02"})
    void neverPass(String sqlState) {
        assertThat(TransientFailures.isTransient(failure(sqlState))).isFalse();
    }

    @Test
    void driverAndBrokerTroubleIsTransient() {
        assertThat(TransientFailures.isTransient(new SQLTransientConnectionException())).isTrue();
        assertThat(TransientFailures.isTransient(new TimeoutException("slow"))).isTrue();
    }

    @Test
    void whatAHandlerCallsPermanentIsPermanentWhateverCausedIt() {
        assertThat(
                        TransientFailures.isTransient(
                                new PermanentFailure("X", "never", new SQLException("x", "08006"))))
                .isFalse();
    }

    @Test
    void aFaultInAHandlerIsNotTransient() {
        assertThat(TransientFailures.isTransient(new NullPointerException())).isFalse();
    }

    private static RuntimeException failure(String sqlState) {
        return new IllegalStateException(
                new DatabaseFailure("statement failed", new SQLException("x", sqlState)));
    }
}
