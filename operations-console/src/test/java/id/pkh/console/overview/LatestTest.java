package id.pkh.console.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class LatestTest {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private Instant now = Instant.parse("2026-04-20T03:00:00Z");
    private boolean atOnce = true;
    private boolean failing;
    private int asked;

    private final Latest<Integer> latest =
            new Latest<>(
                    this::answer,
                    task -> {
                        if (atOnce) {
                            task.run();
                        } else {
                            waiting.add(task);
                        }
                    },
                    new Clock() {
                        @Override
                        public Instant instant() {
                            return now;
                        }

                        @Override
                        public ZoneId getZone() {
                            return ZoneOffset.UTC;
                        }

                        @Override
                        public Clock withZone(ZoneId zone) {
                            return this;
                        }
                    },
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5));

    private int answer() {
        if (failing) {
            throw new IllegalStateException("no answer");
        }
        return ++asked;
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void whatIsFreshIsNotAskedForAgain() {
        assertThat(latest.get()).isEqualTo(1);
        pass(Duration.ofMillis(999));
        assertThat(latest.get()).isEqualTo(1);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void whatIsALittleOldIsShownWhileOneAsks() {
        latest.get();
        atOnce = false;
        pass(Duration.ofSeconds(1));
        assertThat(latest.get()).isEqualTo(1);
        assertThat(latest.get()).isEqualTo(1);
        assertThat(waiting).hasSize(1);

        waiting.remove().run();
        assertThat(latest.get()).isEqualTo(2);
    }

    @Test
    void whatIsTooOldIsWaitedFor() {
        latest.get();
        pass(Duration.ofSeconds(5));
        assertThat(latest.get()).isEqualTo(2);
    }

    @Test
    void aFailureIsToldAndDoesNotLast() {
        failing = true;
        assertThatThrownBy(latest::get).hasMessage("no answer");
        failing = false;
        assertThat(latest.get()).isEqualTo(1);
        failing = true;
        pass(Duration.ofSeconds(2));
        assertThat(latest.get()).isEqualTo(1);
        pass(Duration.ofSeconds(4));
        assertThatThrownBy(latest::get).hasMessage("no answer");
    }
}
