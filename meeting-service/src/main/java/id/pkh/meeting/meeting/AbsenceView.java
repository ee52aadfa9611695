package id.pkh.meeting.meeting;

import id.pkh.meeting.meeting.domain.AttendanceMark;
import id.pkh.meeting.meeting.domain.MeetingKind;
import java.time.YearMonth;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A family that was absent without excuse. */
public record AbsenceView(
        UUID kpmId,
        YearMonth month,
        @Schema(implementation = MeetingKind.class) String kind,
        @Schema(implementation = AttendanceMark.class) String mark,
        UUID meetingId,
        String groupCode,
        String villageCode) {}
