package id.pkh.registry.merge;

import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.merge.domain.MergeCodes.MergeEvidence;
import id.pkh.registry.merge.domain.MergeCodes.MergeRejectionReason;
import id.pkh.registry.merge.domain.MergeCodes.ToSettle;
import id.pkh.registry.merge.domain.MergeState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people see of merges. */
final class MergeViews {

    private MergeViews() {}

    @Schema(name = "FamilyMerge", description = "Two families that are one.")
    record MergeView(
            UUID mergeId,
            @Schema(description = "the family that stays") MergedFamilyView survivor,
            @Schema(description = "the family that leaves, and points to the other")
                    MergedFamilyView ended,
            MergeEvidence evidence,
            String evidenceReference,
            LocalDate effectiveOn,
            MergeState state,
            @Schema(description = "send it with the next act") int version,
            @Schema(nullable = true) MergeRejectionReason rejection,
            String proposedBy,
            Instant proposedAt,
            @Schema(nullable = true) String reviewedBy,
            @Schema(nullable = true, description = "the membership proposal in verification")
                    UUID exitProposalId,
            @Schema(nullable = true) UUID decisionId,
            @Schema(description = "what a person has to decide after a merge was undone")
                    List<ToSettle> toSettle,
            @Schema(nullable = true, description = "null in a list") List<ActView> history) {}

    @Schema(name = "MergedFamily", description = "One of the two families.")
    record MergedFamilyView(UUID kpmId, KpmStatus status, String villageCode) {}

    @Schema(name = "MergeAct", description = "A step of a merge.")
    record ActView(int actNo, MergeState state, String actedBy, Instant actedAt) {}
}
