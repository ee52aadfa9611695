package id.pkh.disbursement.profile.file;

import id.pkh.disbursement.profile.domain.ProfileContent;
import id.pkh.disbursement.profile.domain.ProfileContent.Column;
import id.pkh.disbursement.profile.domain.ProfileField;
import id.pkh.platform.files.Columns;
import id.pkh.platform.files.Row;
import id.pkh.platform.web.Refused;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The positions of the fields in one file, by the names of its columns. */
final class ProfileColumns {

    static final String REPORT_COLUMN_MISSING = "REPORT_COLUMN_MISSING";
    static final String REPORT_COLUMN_TWICE = "REPORT_COLUMN_TWICE";

    private final Map<ProfileField, Integer> positions = new EnumMap<>(ProfileField.class);
    private final Map<ProfileField, String> shown = new EnumMap<>(ProfileField.class);

    private ProfileColumns() {}

    /** Refuses a file without a column that has to be found by its name. */
    static ProfileColumns of(ProfileContent content, List<Row> header) {
        ProfileColumns columns = new ProfileColumns();
        for (Column column : content.columns()) {
            int position = positionOf(column, header);
            columns.positions.put(column.field(), position);
            columns.shown.put(
                    column.field(),
                    column.header() == null
                            ? Integer.toString(position + 1)
                            : position + 1 + " " + column.header());
        }
        return columns;
    }

    /** Merged headers name a column in one of several rows; the lowest counts. */
    private static int positionOf(Column column, List<Row> header) {
        for (int i = header.size() - 1; i >= 0 && column.header() != null; i--) {
            int found = positionIn(header.get(i), column.header());
            if (found >= 0) {
                return found;
            }
        }
        if (column.position() == null) {
            throw Refused.because(REPORT_COLUMN_MISSING)
                    .with("column", column.header())
                    .with("line", header.isEmpty() ? 0 : header.get(header.size() - 1).line());
        }
        return column.position() - 1;
    }

    private static int positionIn(Row row, String name) {
        String key = Columns.key(name);
        int found = -1;
        for (int i = 0; i < row.cells().size(); i++) {
            if (!key.isEmpty() && Columns.key(row.cell(i)).equals(key)) {
                if (found >= 0) {
                    throw Refused.because(REPORT_COLUMN_TWICE)
                            .with("column", name)
                            .with("line", row.line());
                }
                found = i;
            }
        }
        return found;
    }

    /** The trimmed cell; empty where the profile has no such column. */
    String cell(Row row, ProfileField field) {
        return row.cell(positions.getOrDefault(field, -1));
    }

    boolean isNumber(Row row, ProfileField field) {
        return row.numbers().contains(positions.getOrDefault(field, -1));
    }

    /** The column as the sender finds it: its number, and its name where it has one. */
    String shown(ProfileField field) {
        return shown.getOrDefault(field, field.name());
    }
}
