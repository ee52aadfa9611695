package id.pkh.meeting.meeting;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A proposal to take back a meeting of a closed month.
 *
 * @param revision of the list that was read
 * @param outcome null while it waits
 */
@Schema(name = "TakingBackProposal")
public record TakingBackView(
        UUID proposalId,
        UUID meetingId,
        int revision,
        String reason,
        Instant proposedAt,
        String proposedBy,
        @Schema(nullable = true) TakingBackOutcome outcome,
        @Schema(nullable = true) Instant settledAt,
        @Schema(nullable = true) String settledBy) {}
