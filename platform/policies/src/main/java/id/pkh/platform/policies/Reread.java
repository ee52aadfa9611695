package id.pkh.platform.policies;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What is read from the tables of policies, kept for a few seconds. A version begins on a day in
 * the future, so every instance knows it long before; a version that is revoked is forgotten within
 * these seconds.
 */
public final class Reread<T> {

    /** How long a process may work with what it has read. */
    public static final Duration KEPT = Duration.ofSeconds(5);

    private record Known<T>(T value, long readAtNanos) {}

    private final Supplier<T> read;
    private final LongSupplier nanos;
    private volatile Known<T> known;

    public Reread(Supplier<T> read) {
        this(read, System::nanoTime);
    }

    Reread(Supplier<T> read, LongSupplier nanos) {
        this.read = read;
        this.nanos = nanos;
    }

    public T get() {
        Known<T> present = known;
        long now = nanos.getAsLong();
        if (present == null || now - present.readAtNanos() >= KEPT.toNanos()) {
            present = new Known<>(read.get(), now);
            known = present;
        }
        return present.value();
    }
}
