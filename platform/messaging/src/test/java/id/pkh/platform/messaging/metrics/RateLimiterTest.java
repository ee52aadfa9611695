package id.pkh.platform.messaging.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // the clock may wrap
    private final RateLimiter limiter = new RateLimiter(now::get);

    @Test
    void workThatWasNeverDoneIsDue() {
        assertThat(limiter.isDue()).isTrue();
    }

    @Test
    void workThatTookASecondRestsForTwenty() {
        limiter.run(() -> now.addAndGet(Duration.ofSeconds(1).toNanos()));

        now.addAndGet(Duration.ofSeconds(20).toNanos() - 1);
        assertThat(limiter.isDue()).isFalse();
        now.incrementAndGet();
        assertThat(limiter.isDue()).isTrue();
    }

    @Test
    void noRestIsLongerThanAMinute() {
        limiter.run(() -> now.addAndGet(Duration.ofSeconds(8).toNanos()));

        now.addAndGet(Duration.ofSeconds(60).toNanos() - 1);
        assertThat(limiter.isDue()).isFalse();
        now.incrementAndGet();
        assertThat(limiter.isDue()).isTrue();
    }

    @Test
    void workThatFailedIsDueAtOnce() {
        assertThatThrownBy(
                        () ->
                                limiter.run(
                                        () -> {
                                            now.addAndGet(1_000);
                                            throw new IllegalStateException("away");
                                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(limiter.isDue()).isTrue();
    }
}
