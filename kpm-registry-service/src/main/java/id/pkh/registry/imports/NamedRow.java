package id.pkh.registry.imports;

import id.pkh.platform.files.Columns;
import id.pkh.platform.files.Row;

/**
 * A row whose cells are known by the names of their columns; empty where there is no such column.
 */
record NamedRow(Columns columns, Row row) {

    int line() {
        return row.line();
    }

    String of(String column) {
        return columns.of(row, column);
    }
}
