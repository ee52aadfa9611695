package id.pkh.disbursement.report.file;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A report that was not read, or not to its end. The code gives the reason, and the details give
 * the place. The exception contains no text of the file.
 */
public final class UnreadableReport extends Exception {

    public static final String REPORT_UNSAFE = "REPORT_UNSAFE";
    public static final String REPORT_KIND_UNKNOWN = "REPORT_KIND_UNKNOWN";
    public static final String REPORT_UNREADABLE = "REPORT_UNREADABLE";
    public static final String REPORT_CUT = "REPORT_CUT";
    public static final String REPORT_NOT_XML = "REPORT_NOT_XML";
    public static final String REPORT_ENCODING_WRONG = "REPORT_ENCODING_WRONG";
    public static final String REPORT_ELEMENT_WRONG = "REPORT_ELEMENT_WRONG";

    /** What is wrong with an element. */
    enum ElementFault {
        MISSING,
        TWICE,
        TOO_LONG,
        TOO_MANY,
        TOO_DEEP,
        OUT_OF_ORDER,
        OTHER_NAMESPACE
    }

    private final String code;
    private final Map<String, String> details = new LinkedHashMap<>();

    UnreadableReport(String code) {
        super(code);
        this.code = code;
    }

    static UnreadableReport element(String element, ElementFault fault) {
        return new UnreadableReport(REPORT_ELEMENT_WRONG)
                .with("element", element)
                .with("found", fault.name());
    }

    /** Adds a detail, unless it is there already. */
    UnreadableReport with(String name, String value) {
        details.putIfAbsent(name, value);
        return this;
    }

    public String code() {
        return code;
    }

    /** The line, the column and the element of the place, and what was found there. */
    public Map<String, String> details() {
        return details;
    }

    public boolean isCut() {
        return code.equals(REPORT_CUT);
    }
}
