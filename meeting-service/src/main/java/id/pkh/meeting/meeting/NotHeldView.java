package id.pkh.meeting.meeting;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * A month without a meeting.
 *
 * @param standing false when a meeting or another reason superseded it
 */
public record NotHeldView(
        UUID notHeldId,
        UUID groupId,
        String groupCode,
        String villageCode,
        YearMonth month,
        UUID facilitatorId,
        String reason,
        String attribution,
        List<UUID> kpmIds,
        boolean standing,
        String supersededByKind,
        Instant recordedAt) {}
