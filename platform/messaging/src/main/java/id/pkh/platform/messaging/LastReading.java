package id.pkh.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.function.LongSupplier;

/**
 * What a gauge shows: the last figure read, or NaN while it is not known. A figure from before the
 * database went away would say that all is well.
 */
public final class LastReading extends Number {

    private static final long serialVersionUID = 1L;

    private volatile double value = Double.NaN;

    private LastReading() {}

    /** Registers the gauge; not known until something is read. */
    public static LastReading of(MeterRegistry meters, String gauge, String... labels) {
        return meters.gauge(gauge, Tags.of(labels), new LastReading());
    }

    public void set(long read) {
        value = read;
    }

    public void unknown() {
        value = Double.NaN;
    }

    /** Shows what is read now; where that fails it is not known, and the failure goes on. */
    public void read(LongSupplier reading) {
        try {
            set(reading.getAsLong());
        } catch (RuntimeException notRead) {
            unknown();
            throw notRead;
        }
    }

    @Override
    public double doubleValue() {
        return value;
    }

    @Override
    public float floatValue() {
        return (float) value;
    }

    @Override
    public int intValue() {
        return (int) value;
    }

    @Override
    public long longValue() {
        return (long) value;
    }
}
