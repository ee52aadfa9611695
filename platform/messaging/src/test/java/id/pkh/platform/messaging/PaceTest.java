package id.pkh.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // the clock may wrap
    private final Pace pace = new Pace(now::get);

    @Test
    void workThatWasNeverDoneIsDue() {
        assertThat(pace.isDue()).isTrue();
    }

    @Test
    void workThatTookASecondRestsForTwenty() throws SQLException {
        pace.run(() -> now.addAndGet(Duration.ofSeconds(1).toNanos()));

        now.addAndGet(Duration.ofSeconds(20).toNanos() - 1);
        assertThat(pace.isDue()).isFalse();
        now.incrementAndGet();
        assertThat(pace.isDue()).isTrue();
    }

    @Test
    void noRestIsLongerThanAMinute() throws SQLException {
        pace.run(() -> now.addAndGet(Duration.ofSeconds(8).toNanos()));

        now.addAndGet(Duration.ofSeconds(60).toNanos() - 1);
        assertThat(pace.isDue()).isFalse();
        now.incrementAndGet();
        assertThat(pace.isDue()).isTrue();
    }

    @Test
    void workThatFailedIsDueAtOnce() {
        assertThatThrownBy(
                        () ->
                                pace.run(
                                        () -> {
                                            now.addAndGet(1_000);
                                            throw new SQLException("away");
                                        }))
                .isInstanceOf(SQLException.class);
        assertThat(pace.isDue()).isTrue();
    }
}
