package id.pkh.registry.workbook;

import id.pkh.registry.workbook.UploadedRows.UploadedRow;
import java.util.List;
import java.util.Map;

/**
 * What a returned workbook shows of the upload, by what the rows are about.
 *
 * @param results what became of a row, in words
 * @param kept rows that were refused: their cells stay as they were written, to be corrected
 * @param table every outcome, for the sheet of the results
 */
record ReturnedRows(
        Map<List<String>, String> results,
        Map<List<String>, UploadedRow> kept,
        List<List<String>> table) {}
