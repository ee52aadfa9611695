package id.pkh.meeting.sheet;

import id.pkh.meeting.meeting.CorrectAttendance;
import id.pkh.meeting.meeting.domain.MeetingKind;
import id.pkh.platform.security.AreaScope;

/**
 * How a sheet was sent.
 *
 * @param isCorrection whether it replaces a recorded list
 * @param reason the reason for a correction
 */
record SheetRequest(
        MeetingKind kind, boolean isCorrection, String reason, String by, AreaScope areas) {

    static SheetRequest first(MeetingKind kind, String by, AreaScope areas) {
        return new SheetRequest(kind, false, null, by, areas);
    }

    /** Refuses a correction without a reason. */
    static SheetRequest correction(MeetingKind kind, String reason, String by, AreaScope areas) {
        return new SheetRequest(kind, true, CorrectAttendance.checkedReason(reason), by, areas);
    }
}
