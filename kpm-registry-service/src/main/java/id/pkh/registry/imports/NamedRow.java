package id.pkh.registry.imports;

import id.pkh.platform.files.Columns;
import id.pkh.platform.files.Row;

/**
 * A row whose cells are found by the names of their columns; a column that does not exist reads as
 * empty.
 */
record NamedRow(Columns columns, Row row) {

    int line() {
        return row.line();
    }

    String of(String column) {
        return columns.of(row, column);
    }
}
