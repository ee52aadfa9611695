package id.pkh.platform.messaging.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.function.LongSupplier;

/**
 * The value that a gauge shows: the last value that was read, or NaN while the value is unknown. An
 * old value would hide that the database is unreachable.
 */
public final class LastGaugeValue extends Number {

    private static final long serialVersionUID = 1L;

    private volatile double value = Double.NaN;

    private LastGaugeValue() {}

    /** Registers the gauge; its value is unknown until the first read. */
    public static LastGaugeValue of(MeterRegistry meters, String gauge, String... labels) {
        return meters.gauge(gauge, Tags.of(labels), new LastGaugeValue());
    }

    public void set(long read) {
        value = read;
    }

    public void unknown() {
        value = Double.NaN;
    }

    /**
     * Shows what the reader returns; when it fails, the value is unknown and the failure is
     * rethrown.
     */
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
