package id.pkh.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CausesTest {

    @ParameterizedTest
    @CsvSource({
        "23505, CONCURRENT_CHANGE",
        "40001, CONCURRENT_CHANGE",
        "40P01, CONCURRENT_CHANGE",
        "08001, UNAVAILABLE",
        "08006, UNAVAILABLE",
        "57P01, UNAVAILABLE",
        "53300, UNAVAILABLE",
        "55P03, UNAVAILABLE",
        "57014, UNAVAILABLE",
        "23503, INTERNAL_ERROR",
        "42P01, INTERNAL_ERROR",
    })
    void the_state_of_a_database_error_decides_the_code(String state, String code) {
        Throwable thrown = new IllegalStateException("x", new SQLException("y", state));

        assertThat(Causes.codeOf(thrown)).isEqualTo(code);
    }

    @Test
    void an_exhausted_pool_is_temporary() {
        assertThat(Causes.codeOf(new SQLException("Sorry, Acquisition timeout of 5s")))
                .isEqualTo("UNAVAILABLE");
    }

    @Test
    void anything_else_is_an_internal_error() {
        assertThat(Causes.codeOf(new NullPointerException())).isEqualTo("INTERNAL_ERROR");
    }

    @Test
    void only_wrappers_are_unwrapped() {
        Refused refused = Refused.because("X");

        assertThat(Causes.withoutWrappers(new CompletionException(refused))).isSameAs(refused);
        IllegalStateException ours = new IllegalStateException(refused);
        assertThat(Causes.withoutWrappers(ours)).isSameAs(ours);
    }

    @Test
    void a_circle_of_causes_ends() {
        IllegalStateException a = new IllegalStateException();
        IllegalStateException b = new IllegalStateException(a);
        a.initCause(b);

        assertThat(Causes.codeOf(a)).isEqualTo("INTERNAL_ERROR");
    }
}
