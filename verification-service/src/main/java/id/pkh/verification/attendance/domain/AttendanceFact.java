package id.pkh.verification.attendance.domain;

import java.time.YearMonth;

/**
 * What stands for one family on one group's meeting of a month.
 *
 * @param kind GROUP_MEETING or P2K2
 * @param mark attendance mark, or NOT_HELD
 * @param reason why it was not held
 * @param attribution whose failure it is that it was not held
 */
public record AttendanceFact(
        YearMonth month, String kind, String mark, String reason, String attribution) {

    public static final String NOT_HELD = "NOT_HELD";
    public static final String GROUP_MEETING = "GROUP_MEETING";
    public static final String P2K2 = "P2K2";
}
