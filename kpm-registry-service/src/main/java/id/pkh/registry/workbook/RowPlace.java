package id.pkh.registry.workbook;

/** Where a row is, as the sender sees it. */
record RowPlace(String sheet, int line) {}
