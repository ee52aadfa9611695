package id.pkh.contracts.meeting;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * The attendance list of a meeting or session was corrected; carries the whole corrected list.
 *
 * @param meetingId the meeting
 * @param groupId group of families
 * @param groupCode code of the group for people to read; empty when the family has none yet
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param month calendar month, yyyy-MM
 * @param heldOn day on which it was held
 * @param facilitatorId facilitator responsible on that day; null when no one is assigned
 * @param kind GROUP_MEETING or P2K2
 * @param changes marks that changed
 * @param attendance every family of the group on that day
 * @param makesUpMeetingId the missed meeting for which it makes up, and of which it then states who
 *     came; null for a meeting of its own
 * @param makesUpMonth calendar month of the missed meeting; null for a meeting of its own
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record AttendanceCorrected(
        UUID meetingId,
        UUID groupId,
        String groupCode,
        String villageCode,
        YearMonth month,
        LocalDate heldOn,
        UUID facilitatorId,
        String kind,
        List<AttendanceChange> changes,
        List<Attendance> attendance,
        UUID makesUpMeetingId,
        YearMonth makesUpMonth,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {

    /** A meeting of its own, as events of before have it. */
    public AttendanceCorrected(
            UUID meetingId,
            UUID groupId,
            String groupCode,
            String villageCode,
            YearMonth month,
            LocalDate heldOn,
            UUID facilitatorId,
            String kind,
            List<AttendanceChange> changes,
            List<Attendance> attendance,
            LocalDate occurredOn,
            Instant recordedAt) {
        this(
                meetingId,
                groupId,
                groupCode,
                villageCode,
                month,
                heldOn,
                facilitatorId,
                kind,
                changes,
                attendance,
                null,
                null,
                occurredOn,
                recordedAt);
    }
}
