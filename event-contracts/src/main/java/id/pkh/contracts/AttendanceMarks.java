package id.pkh.contracts;

/**
 * Marks of an attendance list. UNMARKED is not an absence: nobody knows. Codes travel as strings; a
 * consumer tolerates codes it does not know.
 */
public final class AttendanceMarks {

    public static final String PRESENT = "PRESENT";
    public static final String SICK = "SICK";
    public static final String PERMITTED = "PERMITTED";
    public static final String ABSENT = "ABSENT";
    public static final String UNMARKED = "UNMARKED";

    private AttendanceMarks() {}
}
