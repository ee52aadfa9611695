package id.pkh.verification.attendance.domain;

import id.pkh.verification.signal.domain.Attribution;
import java.time.YearMonth;

/**
 * What a list has about one family at one group's meeting of a month.
 *
 * @param reason why it was not held
 * @param attribution whose failure it is that it was not held
 */
public record AttendanceFact(
        YearMonth month,
        MeetingKind kind,
        AttendanceMark mark,
        String reason,
        Attribution attribution) {}
