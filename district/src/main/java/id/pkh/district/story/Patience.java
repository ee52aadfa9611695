package id.pkh.district.story;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Polls for something until a deadline. */
final class Patience {

    private static final Duration POLL = Duration.ofMillis(250);

    private final Duration deadline;

    Patience(Duration deadline) {
        this.deadline = deadline;
    }

    void until(String what, BooleanSupplier reached, Supplier<String> state) {
        long end = System.nanoTime() + deadline.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new StoryFailure(
                        what
                                + " was not reached in "
                                + deadline.toSeconds()
                                + " s: "
                                + state.get());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoryFailure("interrupted", stopped);
        }
    }
}
