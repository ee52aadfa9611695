package id.pkh.meeting.sheet;

import id.pkh.meeting.meeting.domain.MeetingKind;
import id.pkh.platform.files.ColumnSpec;
import id.pkh.platform.files.Columns;
import id.pkh.platform.files.Row;
import id.pkh.platform.files.TabularFile;
import id.pkh.platform.web.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An attendance sheet as facilitators write it: a title, lines with a label and a value, a header,
 * and one line per family.
 *
 * @param kind by its title; empty when the title does not name a kind
 * @param labels values of the lines above the header, by their label in lower case letters and
 *     digits
 */
record AttendanceSheet(
        Optional<MeetingKind> kind, Map<String, String> labels, Columns columns, List<Row> rows) {

    private static final int MAX_LINES_ABOVE_HEADER = 40;
    private static final ColumnSpec NIK =
            ColumnSpec.required("nik", "NIK Pengurus", "NIK KPM", "NIK Peserta");
    private static final ColumnSpec MARK =
            ColumnSpec.required("mark", "Kehadiran", "Keterangan Hadir", "Status Kehadiran");

    /** Reads a whole sheet; refuses a file that is not one. */
    static AttendanceSheet read(TabularFile file) {
        Iterator<Row> lines = file.rows();
        Map<String, String> labels = new HashMap<>();
        Optional<MeetingKind> kind = Optional.empty();
        for (int above = 0; lines.hasNext() && above <= MAX_LINES_ABOVE_HEADER; above++) {
            Row line = lines.next();
            Optional<Columns> columns = Columns.matching(line, NIK, MARK);
            if (columns.isPresent()) {
                return new AttendanceSheet(
                        kind.or(() -> kindByLabels(labels)), labels, columns.get(), rest(lines));
            }
            if (kind.isEmpty()) {
                kind = kindByTitle(line);
            }
            label(line, labels);
        }
        throw Refused.because("SHEET_NOT_AN_ATTENDANCE_SHEET");
    }

    String label(String... names) {
        for (String name : names) {
            String value = labels.get(Columns.key(name));
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return "";
    }

    String nik(Row row) {
        return columns.of(row, NIK.name());
    }

    String mark(Row row) {
        return columns.of(row, MARK.name());
    }

    /** Lines below the list, such as signatures and totals, have neither. */
    private boolean isOfFamily(Row row) {
        return !nik(row).isEmpty() || !mark(row).isEmpty();
    }

    List<Row> families() {
        return rows.stream().filter(this::isOfFamily).toList();
    }

    private static List<Row> rest(Iterator<Row> lines) {
        List<Row> rows = new ArrayList<>();
        lines.forEachRemaining(rows::add);
        return rows;
    }

    private static Optional<MeetingKind> kindByTitle(Row line) {
        String title = Columns.key(String.join("", line.cells()));
        if (title.contains("daftarhadirp2k2")) {
            return Optional.of(MeetingKind.P2K2);
        }
        return title.contains("daftarhadirpertemuankelompok")
                ? Optional.of(MeetingKind.GROUP_MEETING)
                : Optional.empty();
    }

    private static Optional<MeetingKind> kindByLabels(Map<String, String> labels) {
        return labels.containsKey("modul") ? Optional.of(MeetingKind.P2K2) : Optional.empty();
    }

    /** A label and its value in two cells, or in one with a colon between them. */
    private static void label(Row line, Map<String, String> labels) {
        String name = line.cell(0);
        String value = line.cell(1);
        int colon = name.indexOf(':');
        if (value.isEmpty() && colon > 0) {
            value = name.substring(colon + 1).strip();
            name = name.substring(0, colon);
        }
        String plain = value.startsWith(":") ? value.substring(1).strip() : value;
        if (!Columns.key(name).isEmpty() && !plain.isEmpty()) {
            labels.putIfAbsent(Columns.key(name), plain);
        }
    }
}
