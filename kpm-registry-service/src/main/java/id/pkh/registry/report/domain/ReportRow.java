package id.pkh.registry.report.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The figures of one area or group, or of all together.
 *
 * @param areaCode null for the sum of all rows
 * @param groupCode null for what is not known by group
 * @param values by figure, then by item
 */
public record ReportRow(String areaCode, String groupCode, Map<String, Map<String, Long>> values) {

    /** In the order of the areas; what is known of a whole village comes before its groups. */
    public static final Comparator<ReportRow> ORDER =
            Comparator.comparing(ReportRow::areaCode)
                    .thenComparing(
                            ReportRow::groupCode, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** The figure with an item; 0 when nothing is counted. */
    public long of(String figure, String item) {
        return values.getOrDefault(figure, Map.of()).getOrDefault(item, 0L);
    }

    /** The figure with all of its items together. */
    public long of(String figure) {
        return values.getOrDefault(figure, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The items of a figure that occur in the rows, in the order of their codes. */
    public static Collection<String> itemsOf(String figure, Collection<ReportRow> rows) {
        Collection<String> items = new TreeSet<>();
        rows.forEach(row -> items.addAll(row.values().getOrDefault(figure, Map.of()).keySet()));
        return items;
    }

    /** All rows together. */
    public static ReportRow sumOf(Collection<ReportRow> rows) {
        Map<String, Map<String, Long>> sums = new TreeMap<>();
        for (ReportRow row : rows) {
            row.values()
                    .forEach(
                            (figure, items) ->
                                    items.forEach(
                                            (item, value) ->
                                                    sums.computeIfAbsent(
                                                                    figure, any -> new TreeMap<>())
                                                            .merge(item, value, Math::addExact)));
        }
        return new ReportRow(null, null, sums);
    }
}
