package id.pkh.platform.files;

/**
 * The content types of uploads. Browsers, spreadsheets and scripts label the same bytes
 * differently, so every upload of a table accepts all names of tables, and the bytes decide what a
 * file is. {@link ReceivesFile} lists those of tables.
 */
public final class UploadTypes {

    // tables
    public static final String CSV = "text/csv";
    public static final String CSV_OF_APPLICATIONS = "application/csv";
    public static final String PLAIN_TEXT = "text/plain";

    /** What Windows with a spreadsheet program calls a CSV file. */
    public static final String EXCEL = "application/vnd.ms-excel";

    public static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    // reports of banks
    public static final String XML = "application/xml";
    public static final String XML_TEXT = "text/xml";

    // both
    public static final String BYTES = "application/octet-stream";

    private UploadTypes() {}
}
