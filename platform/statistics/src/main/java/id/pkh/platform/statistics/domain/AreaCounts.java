package id.pkh.platform.statistics.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The counts of an area and of those that it is divided into: the country, its provinces, and so on
 * to the villages. The last column is the sum of the others.
 */
public final class AreaCounts {

    /** The lengths of the codes of areas, from the villages to the country. */
    private static final int[] CODE_CHARS = {8, 5, 2, 0};

    private final String areaCode;
    private final List<AreaCounts> parts;
    private final long[] counts;
    private final boolean[] hidden;

    private AreaCounts(String areaCode, List<AreaCounts> parts, long[] counts) {
        this.areaCode = areaCode;
        this.parts = parts;
        this.counts = counts;
        this.hidden = new boolean[counts.length];
    }

    /**
     * The country, from the counts of its villages by status.
     *
     * @param villages by the code of the village; each has a count for every status
     */
    public static AreaCounts country(Map<String, long[]> villages, int statuses) {
        Map<String, AreaCounts> level = new TreeMap<>();
        villages.forEach(
                (code, counts) -> level.put(code, new AreaCounts(code, List.of(), sum(counts))));
        Map<String, AreaCounts> below = level;
        for (int chars : CODE_CHARS) {
            below = above(below.values(), chars, statuses);
        }
        return below.isEmpty()
                ? new AreaCounts("", List.of(), new long[statuses + 1])
                : below.values().iterator().next();
    }

    private static Map<String, AreaCounts> above(
            Collection<AreaCounts> parts, int chars, int statuses) {
        Map<String, List<AreaCounts>> byArea = new TreeMap<>();
        for (AreaCounts part : parts) {
            byArea.computeIfAbsent(part.areaCode.substring(0, chars), any -> new ArrayList<>())
                    .add(part);
        }
        Map<String, AreaCounts> areas = new TreeMap<>();
        byArea.forEach(
                (code, below) -> {
                    long[] counts = new long[statuses + 1];
                    for (AreaCounts part : below) {
                        for (int column = 0; column <= statuses; column++) {
                            counts[column] += part.counts[column];
                        }
                    }
                    areas.put(code, new AreaCounts(code, below, counts));
                });
        return areas;
    }

    private static long[] sum(long[] counts) {
        long[] withTotal = Arrays.copyOf(counts, counts.length + 1);
        for (long count : counts) {
            withTotal[counts.length] += count;
        }
        return withTotal;
    }

    /** Empty for the country. */
    public String areaCode() {
        return areaCode;
    }

    public List<AreaCounts> parts() {
        return parts;
    }

    /** The number of columns: the statuses, and the total behind them. */
    public int columns() {
        return counts.length;
    }

    public int total() {
        return counts.length - 1;
    }

    public long count(int column) {
        return counts[column];
    }

    public boolean isHidden(int column) {
        return hidden[column];
    }

    boolean hide(int column) {
        boolean changes = !hidden[column];
        hidden[column] = true;
        return changes;
    }

    /** The area and all below it, each before its parts. */
    public List<AreaCounts> all() {
        List<AreaCounts> all = new ArrayList<>();
        all.add(this);
        for (int next = 0; next < all.size(); next++) {
            all.addAll(all.get(next).parts);
        }
        return all;
    }

    /** The part with the smallest number in a column that is neither hidden nor zero, or null. */
    AreaCounts smallestShownPart(int column) {
        return parts.stream()
                .filter(part -> !part.hidden[column] && part.counts[column] > 0)
                .min(
                        Comparator.comparingLong((AreaCounts part) -> part.counts[column])
                                .thenComparing(AreaCounts::areaCode))
                .orElse(null);
    }
}
