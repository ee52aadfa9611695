package id.pkh.verification.compliance.rest;

import id.pkh.verification.compliance.ComplianceQueries.Assessed;
import id.pkh.verification.compliance.ComplianceQueries.AssessedFamily;
import id.pkh.verification.compliance.domain.CommitmentResult;
import id.pkh.verification.compliance.domain.MemberAssessment;
import id.pkh.verification.signal.domain.Attribution;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A family's quarter as clients see it. */
public record CommitmentView(
        UUID kpmId,
        String villageCode,
        @Schema(pattern = VerificationPeriod.QUARTER_TEXT) String period,
        int revision,
        @Schema(implementation = CommitmentResult.class) String result,
        @Schema(implementation = Attribution.class) String attribution,
        List<String> reasons,
        String policyCode,
        Instant assessedAt,
        List<MemberView> members) {

    /**
     * One member's commitment; {@code failed_windows} are months, or spans {@code yyyy-MM/yyyy-MM}.
     */
    @Schema(name = "MemberCommitment")
    public record MemberView(
            UUID memberId,
            String component,
            @Schema(implementation = CommitmentResult.class) String result,
            @Schema(implementation = Attribution.class) String attribution,
            List<String> reasons,
            List<String> failedWindows) {

        static MemberView of(MemberAssessment member) {
            return new MemberView(
                    member.member().memberId(),
                    member.member().component(),
                    member.result().name(),
                    member.attribution().name(),
                    member.reasons(),
                    member.failedWindows());
        }
    }

    static CommitmentView of(AssessedFamily assessed) {
        Assessed family = assessed.family();
        return new CommitmentView(
                family.kpmId(),
                family.villageCode(),
                family.period(),
                family.revision(),
                family.result(),
                family.attribution(),
                family.reasons(),
                family.policyCode(),
                family.assessedAt(),
                assessed.members().stream().map(MemberView::of).toList());
    }
}
