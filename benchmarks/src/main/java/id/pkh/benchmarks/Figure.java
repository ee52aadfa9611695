package id.pkh.benchmarks;

/**
 * A measurement and what it is measured against.
 *
 * @param name of the benchmark, and after a dot of the figure where one has several
 * @param limitName what this machine can do at best, measured in the same run
 * @param limit in the same unit as the value
 * @param seconds how long the measurement took, without preparation
 * @param peakRssMb most memory that the measured process ever held, in MB; NaN when none was looked
 *     at
 * @param target what the figure has to reach, or null
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

    /** Value by limit: of a rate the share of what is possible, of a duration how many times it. */
    double ratio() {
        return value / limit;
    }

    boolean isMissed() {
        return target != null && !target.isMet(value, ratio());
    }

    /** {@code met}, {@code MISSED} or nothing, with the target beside it. */
    String verdict() {
        if (target == null) {
            return "-";
        }
        return (isMissed() ? "MISSED " : "met ") + target.text(unit);
    }
}
