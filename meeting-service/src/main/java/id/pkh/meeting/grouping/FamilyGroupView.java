package id.pkh.meeting.grouping;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The group of a family on a day, and its groups over time.
 *
 * @param groupCode null when it was in none
 * @param groupId null while the group is not formed
 * @param latestPlacement null when the family was never placed here
 */
@Schema(name = "FamilyGroup")
public record FamilyGroupView(
        UUID kpmId,
        LocalDate on,
        @Schema(nullable = true) String groupCode,
        @Schema(nullable = true) UUID groupId,
        List<Days> history,
        @Schema(nullable = true) Latest latestPlacement) {

    /** Days in one group. */
    @Schema(name = "DaysInGroup")
    public record Days(
            String groupCode,
            LocalDate firstDay,
            @Schema(nullable = true, description = "null while open") LocalDate lastDay) {}

    /**
     * The latest placement.
     *
     * @param isWaiting whether the registry has not followed it yet
     */
    @Schema(name = "LatestPlacement")
    public record Latest(
            UUID placementId,
            String groupCode,
            Cause cause,
            LocalDate firstDay,
            boolean isWaiting) {}
}
