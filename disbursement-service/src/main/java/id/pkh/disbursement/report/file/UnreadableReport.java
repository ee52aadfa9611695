package id.pkh.disbursement.report.file;

/**
 * A report that was not read, or not to its end. The code gives the reason. The exception contains
 * no text of the file.
 */
public final class UnreadableReport extends Exception {

    public static final String REPORT_UNSAFE = "REPORT_UNSAFE";
    public static final String REPORT_KIND_UNKNOWN = "REPORT_KIND_UNKNOWN";
    public static final String REPORT_UNREADABLE = "REPORT_UNREADABLE";
    public static final String REPORT_CUT = "REPORT_CUT";

    private final String code;

    UnreadableReport(String code) {
        super(code);
        this.code = code;
    }

    public String code() {
        return code;
    }

    public boolean isCut() {
        return code.equals(REPORT_CUT);
    }
}
