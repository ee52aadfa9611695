package id.pkh.contracts.meeting;

import java.util.UUID;

/**
 * One family's mark on an attendance list.
 *
 * @param kpmId beneficiary family
 * @param mark attendance mark, see {@code AttendanceMarks}
 */
public record Attendance(UUID kpmId, String mark) {}
