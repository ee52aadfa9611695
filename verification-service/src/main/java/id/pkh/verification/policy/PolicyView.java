package id.pkh.verification.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;

/** The current, past and future rules, with their legal basis. */
public record PolicyView(
        List<LadderView> ladders,
        List<CommitmentsView> commitments,
        List<ExemptionReasonView> exemptionReasons) {

    /** One ladder. */
    public record LadderView(
            String policyCode,
            LocalDate validFrom,
            String legalBasis,
            int appealWindowDays,
            String appealLegalBasis,
            List<RungView> rungs) {}

    /** One rung. */
    public record RungView(
            String cause,
            int running,
            String step,
            @JsonProperty("is_protected") boolean isProtected,
            List<String> notified) {}

    /** One policy of commitments. */
    public record CommitmentsView(
            String policyCode,
            LocalDate validFrom,
            String legalBasis,
            List<CommitmentView> commitments) {}

    /** One commitment; only the minimum of its kind of evidence is set. */
    public record CommitmentView(
            String component,
            String evidence,
            Integer minimumPercent,
            Integer minimumVisits,
            int windowMonths,
            int ageFromMonths,
            Integer ageUntilMonths,
            boolean countsExcused) {}

    /** A reason for an exemption, and the scopes for which it may be used. */
    public record ExemptionReasonView(String reasonCode, List<String> scopes, String description) {}
}
