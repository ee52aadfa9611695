package id.pkh.benchmarks;

/** Figures to print. */
final class FigureFixture {

    private FigureFixture() {}

    static Figure relay(double value, double limit) {
        return new Figure(
                "relay",
                value,
                "events/s",
                "producer alone",
                limit,
                2.5,
                310.4,
                Target.ratioAtLeast(0.7));
    }

    static Figure latency(double millis) {
        return new Figure(
                "latency.median",
                millis,
                "ms",
                "bare round trips",
                8,
                20,
                Double.NaN,
                Target.valueBelow(250));
    }

    static Figure withoutTarget() {
        return new Figure("other", 1, "s", "nothing", 2, 1, 10, null);
    }
}
