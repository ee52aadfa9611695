package id.pkh.platform.files;

/**
 * The limits of a tabular file. An XLSX file is a ZIP archive; its inflated sizes count.
 *
 * @param maxRows rows that are not blank, including header and preamble
 * @param maxColumns columns that contain anything
 * @param maxCellChars characters in one cell
 * @param maxLineBytes bytes in one line of a text file
 * @param maxInflatedBytes bytes of all entries of an archive together
 * @param maxInflationRatio ratio of inflated to packed bytes of an entry that is larger than a
 *     mebibyte
 * @param maxArchiveEntries entries of an archive
 */
public record TabularLimits(
        int maxRows,
        int maxColumns,
        int maxCellChars,
        int maxLineBytes,
        long maxInflatedBytes,
        int maxInflationRatio,
        int maxArchiveEntries) {

    private static final TabularLimits DEFAULTS =
            new TabularLimits(1_000_000, 256, 32_767, 262_144, 512L << 20, 200, 1_000);

    public static TabularLimits defaults() {
        return DEFAULTS;
    }

    public TabularLimits withMaxRows(int rows) {
        return new TabularLimits(
                rows,
                maxColumns,
                maxCellChars,
                maxLineBytes,
                maxInflatedBytes,
                maxInflationRatio,
                maxArchiveEntries);
    }

    public TabularLimits withMaxColumns(int columns) {
        return new TabularLimits(
                maxRows,
                columns,
                maxCellChars,
                maxLineBytes,
                maxInflatedBytes,
                maxInflationRatio,
                maxArchiveEntries);
    }

    public TabularLimits withMaxInflatedBytes(long bytes) {
        return new TabularLimits(
                maxRows,
                maxColumns,
                maxCellChars,
                maxLineBytes,
                bytes,
                maxInflationRatio,
                maxArchiveEntries);
    }
}
