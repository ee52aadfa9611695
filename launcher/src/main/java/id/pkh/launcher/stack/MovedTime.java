package id.pkh.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** The file from which the services of a stack read by how much their time differs. */
final class MovedTime {

    /** The schedules of the night have passed, and the messages of the day may leave. */
    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private MovedTime() {}

    static Path file(Path home) {
        return home.resolve("clock-offset");
    }

    static void begin(StackPlan plan) {
        if (plan.movableFrom() != null) {
            set(plan.home(), plan.movableFrom());
        }
    }

    /** From now on it is the morning of this day. */
    static void move(StackPlan plan, LocalDate day) {
        if (plan.movableFrom() == null) {
            throw new IllegalStateException("the day of this stack does not move");
        }
        set(plan.home(), day);
    }

    private static void set(Path home, LocalDate day) {
        Instant morning = day.atTime(MORNING).atZone(StackPlan.BUSINESS_ZONE).toInstant();
        Duration offset = Duration.between(Instant.now(), morning);
        Path file = file(home);
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.writeString(next, offset.toString());
            // a service sees the old text or the new one
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
