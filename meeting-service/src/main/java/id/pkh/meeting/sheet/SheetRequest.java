package id.pkh.meeting.sheet;

import id.pkh.meeting.meeting.CorrectAttendance;
import id.pkh.meeting.meeting.domain.MeetingKind;
import id.pkh.platform.security.AreaScope;

/**
 * How a sheet was sent.
 *
 * @param isCorrection whether it is to replace a list that was recorded
 * @param reason why, for a correction
 */
record SheetRequest(
        MeetingKind kind, boolean isCorrection, String reason, String by, AreaScope areas) {

    static SheetRequest first(MeetingKind kind, String by, AreaScope areas) {
        return new SheetRequest(kind, false, null, by, areas);
    }

    /** Refuses a correction that does not say why. */
    static SheetRequest correction(MeetingKind kind, String reason, String by, AreaScope areas) {
        return new SheetRequest(kind, true, CorrectAttendance.checkedReason(reason), by, areas);
    }
}
