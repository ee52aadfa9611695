package id.pkh.benchmarks;

/**
 * A measurement and its limit.
 *
 * @param name of the benchmark; if it has several figures, the name of the figure follows after a
 *     dot
 * @param limitName the best that this machine can do, measured in the same run
 * @param limit in the same unit as the value
 * @param seconds duration of the measurement, without preparation
 * @param peakRssMb the most memory that the measured process ever used, in MB; NaN when it was not
 *     measured
 * @param target the value that the figure has to reach, or null
 */
record Figure(
        String name,
        double value,
        String unit,
        String limitName,
        double limit,
        double seconds,
        double peakRssMb,
        Target target) {

    /**
     * Value divided by limit: for a rate the share of the possible rate, for a duration how many
     * times the limit.
     */
    double ratio() {
        return value / limit;
    }

    boolean isMissed() {
        return target != null && !target.isMet(value, ratio());
    }

    /** {@code met}, {@code MISSED} or nothing, together with the target. */
    String verdict() {
        if (target == null) {
            return "-";
        }
        return (isMissed() ? "MISSED " : "met ") + target.text(unit);
    }
}
