package id.pkh.contracts;

/**
 * Marks of an attendance list. PRESENT_BY_PROXY: another adult of the family came, which the policy
 * of the day does not count as present; it is no absence either. UNMARKED is not an absence: it
 * means that the attendance is unknown. Codes travel as strings; a consumer accepts codes that it
 * does not know.
 */
public final class AttendanceMarks {

    public static final String PRESENT = "PRESENT";
    public static final String PRESENT_BY_PROXY = "PRESENT_BY_PROXY";
    public static final String SICK = "SICK";
    public static final String PERMITTED = "PERMITTED";
    public static final String ABSENT = "ABSENT";
    public static final String UNMARKED = "UNMARKED";

    private AttendanceMarks() {}
}
