package id.pkh.meeting.checkin;

import id.pkh.meeting.meeting.domain.AttendanceMark;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A family that came to a meeting, beside its mark on the list. */
@Schema(name = "CheckInBesideMark")
public record ComparedCheckInView(
        UUID kpmId,
        CheckInWay way,
        Instant checkedInAt,
        @Schema(nullable = true, description = "On the list; null when the family is not on it")
                AttendanceMark mark,
        @Schema(description = "Whether the mark says that it did not come") boolean contradicted) {}
