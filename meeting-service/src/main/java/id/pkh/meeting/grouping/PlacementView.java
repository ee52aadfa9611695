package id.pkh.meeting.grouping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Families were placed in a group.
 *
 * @param sourceGroupCode the group that they left; null when they had none
 * @param reason null when a proposal was settled
 */
public record PlacementView(
        UUID placementId,
        UUID groupId,
        String groupCode,
        Cause cause,
        LocalDate firstDay,
        List<UUID> kpmIds,
        @Schema(nullable = true) String sourceGroupCode,
        @Schema(nullable = true) String reason,
        Instant recordedAt,
        String recordedBy) {}
