package id.pkh.console.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class LatestTest {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private long now = 1_000;
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
                    () -> now,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5));

    private int answer() {
        if (failing) {
            throw new IllegalStateException("no answer");
        }
        return ++asked;
    }

    private void pass(Duration time) {
        now += time.toNanos();
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
        pass(Duration.ofMillis(1001));
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
