package id.pkh.registry.imports;

import id.pkh.platform.files.Columns;
import id.pkh.platform.files.Row;

/** The cells of one row by the names of their columns; empty where the file has no such column. */
record Cells(Columns columns, Row row) {

    String of(String column) {
        return columns.of(row, column);
    }
}
