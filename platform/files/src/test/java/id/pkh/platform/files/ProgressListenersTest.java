package id.pkh.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.platform.files.ProgressListeners.Place;
import id.pkh.platform.web.Refused;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressListenersTest {

    private static final Instant START = Instant.parse("2026-12-01T00:00:00Z");

    private Instant now = START;
    private final ProgressListeners listeners = new ProgressListeners(new OneMinute(), clock());

    private Clock clock() {
        return new Clock() {

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    /** Two listeners, for a minute at most. */
    private static final class OneMinute implements FilesConfig, FilesConfig.Progress {

        @Override
        public MemorySize maxSize() {
            return new MemorySize(BigInteger.ONE);
        }

        @Override
        public Optional<Path> directory() {
            return Optional.empty();
        }

        @Override
        public Progress progress() {
            return this;
        }

        @Override
        public Duration every() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration longest() {
            return Duration.ofMinutes(1);
        }

        @Override
        public int listeners() {
            return 2;
        }
    }

    @Test
    void a_place_ends_with_the_longest_time_or_with_the_token() {
        assertThat(listeners.take(null).time()).isEqualTo(Duration.ofMinutes(1));
        Instant soon = START.plusSeconds(20);
        assertThat(listeners.take(soon).time()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void a_token_that_counts_for_a_moment_after_its_end_gives_a_moment() {
        assertThat(listeners.take(START.minusSeconds(5)).time()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_place_is_free_when_it_is_left_or_over() {
        Place first = listeners.take(null);
        listeners.take(null);
        assertThatThrownBy(() -> listeners.take(null))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.code())
                                        .isEqualTo("PROGRESS_LISTENERS_TOO_MANY"));
        listeners.leave(first);
        listeners.take(null);
        now = START.plusSeconds(61);
        listeners.take(null);
        listeners.take(null);
    }
}
