package id.pkh.registry.workbook;

import id.pkh.platform.web.Refused;
import id.pkh.registry.workbook.SheetForm.SheetRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows of one part that a person changed and that are to be recorded.
 *
 * @param held what the rows are about of which nothing may be recorded, because they are in
 *     conflict or refused; the sheet's code stands before the ids
 */
record ChangedRows(List<ChangedRow> rows, Set<List<String>> held) {

    static final String INCOMPLETE = "WORKBOOK_ROW_INCOMPLETE";

    /**
     * A changed row.
     *
     * @param merged every value of the row as it is to be
     * @param changed the columns that differ from what is on record
     * @param present the row as it is on record; null when it is not there any more
     */
    record ChangedRow(
            RowPlace place,
            RowKey key,
            Map<String, String> merged,
            Set<String> changed,
            SheetRow present) {

        String value(String column) {
            return merged.getOrDefault(column, "");
        }

        /** Refuses a row in which the column is empty. */
        String required(String column, String header) {
            if (value(column).isEmpty()) {
                throw Refused.because(INCOMPLETE).with("column", header);
            }
            return value(column);
        }
    }

    ChangedRows {
        rows = List.copyOf(rows);
        held = Set.copyOf(held);
    }

    List<ChangedRow> of(SheetForm sheet) {
        return rows.stream().filter(row -> row.key().sheet().equals(sheet.code())).toList();
    }

    boolean isHeld(SheetForm sheet, List<String> ids) {
        return held.contains(heldAs(sheet.code(), ids));
    }

    static List<String> heldAs(String sheet, List<String> ids) {
        List<String> about = new ArrayList<>(List.of(sheet));
        about.addAll(ids);
        return about;
    }
}
