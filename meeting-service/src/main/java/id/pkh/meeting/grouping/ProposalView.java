package id.pkh.meeting.grouping;

import id.pkh.meeting.group.domain.GroupSizeFinding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Groups that are proposed for families without one.
 *
 * @param version rises with each change; the settlement names it
 * @param firstDay of the families in their groups; null until it is settled
 */
@Schema(name = "GroupProposal")
public record ProposalView(
        UUID proposalId,
        String villageCode,
        ProposalStatus status,
        int version,
        String policyCode,
        List<ProposedGroupView> groups,
        Instant requestedAt,
        String requestedBy,
        @Schema(nullable = true) LocalDate firstDay,
        @Schema(nullable = true) Instant closedAt,
        @Schema(nullable = true) String closedBy) {

    /**
     * A proposed group.
     *
     * @param isFormed whether the village has the group already
     * @param families how many it would have, those that it has today included
     * @param size whether that is what the policy says
     * @param kpmIds families that are proposed for it
     * @param changedKpmIds those of them that a person put there
     */
    @Schema(name = "ProposedGroup")
    public record ProposedGroupView(
            String groupCode,
            boolean isFormed,
            int families,
            GroupSizeFinding size,
            List<UUID> kpmIds,
            List<UUID> changedKpmIds) {}
}
