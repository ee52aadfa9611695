package id.pkh.registry.report.domain;

import java.util.List;
import java.util.function.Function;

/**
 * One table of a report.
 *
 * @param title as people read it
 * @param isByGroup whether its figures are known by group, and not of a village alone
 */
public record ReportSection(String title, boolean isByGroup, List<Column> columns) {

    /**
     * The rows that the section can say something about. In a report by group, a group has no
     * verification, and what is known of a village alone has no meeting: a zero would look like one
     * that was counted.
     */
    public List<ReportRow> rowsOf(List<ReportRow> rows) {
        boolean hasGroups = rows.stream().anyMatch(row -> row.groupCode() != null);
        return rows.stream()
                .filter(
                        row ->
                                !hasGroups
                                        || isByGroup == (row.groupCode() != null)
                                        || columns.stream().anyMatch(column -> column.counts(row)))
                .toList();
    }

    /** A number of each row; null where there is nothing to divide by. */
    public record Column(String header, Function<ReportRow, Long> value) {

        private boolean counts(ReportRow row) {
            Long counted = value.apply(row);
            return counted != null && counted != 0;
        }

        static Column of(String header, String figure) {
            return new Column(header, row -> row.of(figure));
        }

        static Column of(String header, String figure, String item) {
            return new Column(header, row -> row.of(figure, item));
        }

        /** Whole percent, rounded down: nothing is complete that is not. */
        static Column percent(
                String header, Function<ReportRow, Long> part, Function<ReportRow, Long> whole) {
            return new Column(
                    header,
                    row -> whole.apply(row) == 0 ? null : part.apply(row) * 100 / whole.apply(row));
        }
    }
}
