package id.pkh.platform.files;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A list as it was sent, with two more columns: what became of each row, and why it was refused. It
 * can be corrected and sent again, because the two columns are left out when it is read.
 */
final class ReturnedList {

    static final String RESULT = "hasil";
    static final String REASON = "alasan";
    static final String ACCEPTED = "DITERIMA";
    static final String REFUSED = "DITOLAK";

    private static final Set<String> OWN = Set.of(RESULT, REASON);

    /** More rows were refused than are kept; what became of the rows behind them is not known. */
    static final String UNKNOWN = "TIDAK DIKETAHUI";

    private static final String CORRECT_FIRST =
            "Terlalu banyak baris ditolak. Perbaiki dahulu baris di atas, lalu kirim lagi.";

    private final Iterator<Row> rows;
    private final Iterator<RowRefusalView> refusals;
    private final boolean onlyRefused;
    private final long kept;
    private long read;
    private RowRefusalView next;

    /**
     * @param rows the list with its header, from its beginning
     * @param refusals in the order of their lines
     * @param onlyRefused whether the rows that were accepted are left out
     */
    ReturnedList(Iterator<Row> rows, Iterator<RowRefusalView> refusals, boolean onlyRefused) {
        this(rows, refusals, onlyRefused, FileRun.KEPT_REFUSALS);
    }

    /**
     * @param kept how many refusals of a list are kept
     */
    ReturnedList(
            Iterator<Row> rows, Iterator<RowRefusalView> refusals, boolean onlyRefused, long kept) {
        this.kept = kept;
        this.rows = rows;
        this.refusals = refusals;
        this.onlyRefused = onlyRefused;
        advance();
    }

    /** Where rows go. */
    interface Sink extends AutoCloseable {

        void row(List<String> cells) throws IOException;

        @Override
        void close() throws IOException;
    }

    /** Opens a sink by the header. */
    interface Form {
        Sink open(OutputStream out, List<String> header) throws IOException;
    }

    void write(OutputStream out, Form form) throws IOException {
        Row header = rows.next();
        Set<Integer> dropped = new HashSet<>();
        for (int i = 0; i < header.cells().size(); i++) {
            if (OWN.contains(Columns.key(header.cell(i)))) {
                dropped.add(i);
            }
        }
        try (Sink sink = form.open(out, with(kept(header, dropped), RESULT, REASON))) {
            while (rows.hasNext()) {
                Row row = rows.next();
                List<String> reasons = reasonsOf(row.line());
                if (reasons.isEmpty() && next == null && read >= kept) {
                    sink.row(
                            with(
                                    padded(kept(row, dropped), header, dropped),
                                    UNKNOWN,
                                    CORRECT_FIRST));
                } else if (!reasons.isEmpty()) {
                    sink.row(
                            with(
                                    padded(kept(row, dropped), header, dropped),
                                    REFUSED,
                                    String.join(" | ", reasons)));
                } else if (!onlyRefused) {
                    sink.row(with(padded(kept(row, dropped), header, dropped), ACCEPTED, ""));
                }
            }
        }
    }

    private List<String> reasonsOf(int line) {
        List<String> reasons = new ArrayList<>();
        while (next != null && next.line() <= line) {
            if (next.line() == line) {
                reasons.add(next.column() + ": " + next.message());
            }
            advance();
        }
        return reasons.stream().distinct().collect(Collectors.toList());
    }

    private void advance() {
        next = refusals.hasNext() ? refusals.next() : null;
        read += next == null ? 0 : 1;
    }

    private static List<String> kept(Row row, Set<Integer> dropped) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            if (!dropped.contains(i)) {
                cells.add(row.cell(i));
            }
        }
        return cells;
    }

    /** A row may be shorter than the header; its two more cells belong below their columns. */
    private static List<String> padded(List<String> cells, Row header, Set<Integer> dropped) {
        int columns = header.cells().size() - dropped.size();
        while (cells.size() < columns) {
            cells.add("");
        }
        return cells.subList(0, columns);
    }

    private static List<String> with(List<String> cells, String result, String reason) {
        List<String> all = new ArrayList<>(cells);
        all.add(result);
        all.add(reason);
        return all;
    }
}
