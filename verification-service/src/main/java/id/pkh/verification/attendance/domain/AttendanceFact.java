package id.pkh.verification.attendance.domain;

import id.pkh.verification.signal.domain.Attribution;
import java.time.YearMonth;

/**
 * The entry of one family on the list of one group and month.
 *
 * @param reason why the meeting was not held
 * @param attribution who is responsible that it was not held
 */
public record AttendanceFact(
        YearMonth month,
        MeetingKind kind,
        AttendanceMark mark,
        String reason,
        Attribution attribution) {}
