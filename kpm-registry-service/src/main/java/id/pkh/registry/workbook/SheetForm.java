package id.pkh.registry.workbook;

import java.util.List;
import java.util.Map;

/** One sheet of the workbook: its columns, and its rows as the facts have them. */
interface SheetForm {

    /**
     * A row of a sheet.
     *
     * @param ids what it is about; no two rows of a sheet are about the same
     * @param values by the code of the column; a column that is left out is empty
     * @param isOffered false for what is on record and was offered by an earlier workbook
     */
    record SheetRow(List<String> ids, Map<String, String> values, boolean isOffered) {

        public SheetRow {
            ids = List.copyOf(ids);
            values = Map.copyOf(values);
        }

        String value(String column) {
            return values.getOrDefault(column, "");
        }
    }

    /** A short code that stays the same in every version, because it is in the tokens. */
    String code();

    /** What people read on the tab. */
    String sheetName();

    List<SheetColumn> columns(WorkbookFacts facts);

    List<SheetRow> rows(WorkbookFacts facts);

    /** The cells of a row as they are compared, whatever the order in which a person wrote them. */
    default Map<String, String> normalised(Map<String, String> cells) {
        return cells;
    }

    /**
     * Whether a column of what is on record can be compared with what a workbook states. What is
     * kept encrypted and is not shown again cannot.
     */
    default boolean isShownAgain(String column) {
        return true;
    }

    /**
     * The columns that are to be filled in for every row, which the sheet of what is missing
     * counts.
     */
    default List<String> expected() {
        return List.of();
    }

    /** Whether a cell counts without the other cells of its row. */
    default boolean cellsStandAlone() {
        return false;
    }
}
