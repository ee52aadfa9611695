package id.pkh.registry.report.domain;

import java.util.List;
import java.util.function.Function;

/**
 * One table of a report.
 *
 * @param title as people read it
 */
public record ReportSection(String title, List<Column> columns) {

    /** A number of each row; null where there is nothing to divide by. */
    public record Column(String header, Function<ReportRow, Long> value) {

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
