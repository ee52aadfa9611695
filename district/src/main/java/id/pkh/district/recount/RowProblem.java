package id.pkh.district.recount;

/**
 * A row that must be refused.
 *
 * @param file name relative to the input folder
 * @param line line in the file, as an editor or spreadsheet shows it
 * @param column heading of the wrong cell, lower case letters and digits only
 */
public record RowProblem(String file, int line, String column) {}
