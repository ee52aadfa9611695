package id.pkh.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * What a gauge shows: the last figure read, or NaN while it is not known. A figure from before the
 * database went away would say that all is well.
 */
final class LastReading extends Number {

    private static final long serialVersionUID = 1L;

    private volatile double value = Double.NaN;

    static LastReading of(MeterRegistry meters, String gauge) {
        return meters.gauge(gauge, new LastReading());
    }

    void set(long read) {
        value = read;
    }

    void unknown() {
        value = Double.NaN;
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
