package id.pkh.contracts;

/**
 * Marks of an attendance list. UNMARKED is not an absence: it means that the attendance is unknown.
 * Codes travel as strings; a consumer accepts codes that it does not know.
 */
public final class AttendanceMarks {

    public static final String PRESENT = "PRESENT";
    public static final String SICK = "SICK";
    public static final String PERMITTED = "PERMITTED";
    public static final String ABSENT = "ABSENT";
    public static final String UNMARKED = "UNMARKED";

    private AttendanceMarks() {}
}
