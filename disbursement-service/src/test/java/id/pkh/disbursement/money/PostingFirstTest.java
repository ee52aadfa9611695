package id.pkh.disbursement.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PostingFirstTest {

    private final PostingFirst postingFirst = new PostingFirst();
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @Test
    void whereNothingIsWrittenNobodyWaits() {
        postingFirst.awaitQuiet(Duration.ofDays(1));
        postingFirst.during(() -> done.add("written"));
        postingFirst.awaitQuiet(Duration.ofDays(1));
        assertThat(done).containsExactly("written");
    }

    @Test
    void whoTellsWaitsUntilAllIsWritten() throws Exception {
        Thread telling =
                new Thread(
                        () -> {
                            postingFirst.awaitQuiet(Duration.ofDays(1));
                            done.add("told");
                        });
        postingFirst.during(
                () -> {
                    telling.start();
                    while (telling.getState() != Thread.State.TIMED_WAITING) {
                        Thread.onSpinWait();
                    }
                    postingFirst.during(() -> done.add("inner"));
                    done.add("outer");
                });
        telling.join();
        assertThat(done).containsExactly("inner", "outer", "told");
    }

    @Test
    void itWaitsNoLongerThanItWould() {
        postingFirst.during(() -> postingFirst.awaitQuiet(Duration.ofMillis(1)));
    }

    @Test
    void whatBreaksIsNoLongerWaitedFor() {
        assertThatThrownBy(
                        () ->
                                postingFirst.during(
                                        () -> {
                                            throw new IllegalStateException("broken");
                                        }))
                .hasMessage("broken");
        postingFirst.awaitQuiet(Duration.ofDays(1));
    }
}
