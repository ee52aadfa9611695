package id.pkh.verification.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.pkh.verification.compliance.domain.Care;
import id.pkh.verification.sanction.domain.Step;
import id.pkh.verification.signal.domain.Cause;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The current, past and future rules, with their legal basis. */
@Schema(name = "Policies")
public record PolicyView(
        List<LadderView> ladders,
        List<CommitmentsView> commitments,
        List<ExemptionReasonView> exemptionReasons) {

    /** One ladder. */
    @Schema(name = "SanctionLadder")
    public record LadderView(
            String policyCode,
            LocalDate validFrom,
            String legalBasis,
            int appealWindowDays,
            String appealLegalBasis,
            List<RungView> rungs) {}

    /** One rung. */
    @Schema(name = "LadderRung")
    public record RungView(
            @Schema(implementation = Cause.class) String cause,
            int running,
            @Schema(implementation = Step.class) String step,
            @JsonProperty("is_protected") boolean isProtected,
            List<String> notified) {}

    /** One policy of commitments. */
    @Schema(name = "CommitmentPolicy")
    public record CommitmentsView(
            String policyCode,
            LocalDate validFrom,
            String legalBasis,
            List<CommitmentView> commitments) {}

    /** One commitment; only the minimum of its kind of evidence is set. */
    @Schema(name = "CommitmentRule")
    public record CommitmentView(
            String component,
            @Schema(enumeration = {"SCHOOL", "HEALTH"}) String evidence,
            @Schema(nullable = true) Integer minimumPercent,
            @Schema(nullable = true) Integer minimumVisits,
            int windowMonths,
            int ageFromMonths,
            @Schema(nullable = true) Integer ageUntilMonths,
            boolean countsExcused,
            @Schema(
                            nullable = true,
                            description = "What has to be done at the visits; null for any visit")
                    Care care,
            @Schema(
                            nullable = true,
                            description =
                                    "First month of a window around a birth, counted from the month of the birth")
                    Integer birthFromMonth,
            @Schema(nullable = true, description = "Last month of it, included")
                    Integer birthUntilMonth) {}

    /** A reason for an exemption, and the scopes for which it may be used. */
    public record ExemptionReasonView(String reasonCode, List<String> scopes, String description) {}
}
