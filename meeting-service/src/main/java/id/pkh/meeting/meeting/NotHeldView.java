package id.pkh.meeting.meeting;

import id.pkh.meeting.meeting.domain.Attribution;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A month without a meeting.
 *
 * @param standing false when a meeting or another reason superseded it
 */
@Schema(name = "MonthWithoutMeeting")
public record NotHeldView(
        UUID notHeldId,
        UUID groupId,
        String groupCode,
        String villageCode,
        YearMonth month,
        @Schema(nullable = true) UUID facilitatorId,
        String reason,
        @Schema(implementation = Attribution.class) String attribution,
        List<UUID> kpmIds,
        boolean standing,
        @Schema(
                        nullable = true,
                        enumeration = {"MEETING", "NOT_HELD"})
                String supersededByKind,
        Instant recordedAt) {}
