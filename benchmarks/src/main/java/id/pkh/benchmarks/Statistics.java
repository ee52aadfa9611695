package id.pkh.benchmarks;

import java.util.Arrays;
import java.util.Collection;

/** Statistics of several runs. */
final class Statistics {

    private Statistics() {}

    static double median(Collection<Double> values) {
        double[] sorted = sorted(values);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * The smallest value that at least {@code percent} of all values do not exceed: nearest rank.
     */
    static double percentile(Collection<Double> values, double percent) {
        if (percent <= 0 || percent > 100) {
            throw new IllegalArgumentException("not a percentile: " + percent);
        }
        double[] sorted = sorted(values);
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[rank - 1];
    }

    private static double[] sorted(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
