package id.pkh.meeting.meeting;

import id.pkh.meeting.meeting.domain.MeetingKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A meeting in a list.
 *
 * @param facilitatorId who was responsible on that day; null when no one was
 * @param sessionCode of the material; null when the session is not known
 * @param makesUpMeetingId the missed session for which it makes up; null for most
 * @param revision of the current attendance list
 * @param takenBackAt when it was taken back as recorded by mistake
 */
public record MeetingView(
        UUID meetingId,
        UUID groupId,
        String groupCode,
        String villageCode,
        @Schema(implementation = MeetingKind.class) String kind,
        YearMonth month,
        LocalDate heldOn,
        @Schema(nullable = true) UUID facilitatorId,
        @Schema(nullable = true) String module,
        @Schema(nullable = true) String session,
        @Schema(nullable = true) String sessionCode,
        @Schema(nullable = true) UUID makesUpMeetingId,
        int revision,
        Instant recordedAt,
        @Schema(nullable = true, description = "Null unless it was recorded by mistake")
                Instant takenBackAt) {}
