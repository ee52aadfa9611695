package id.pkh.verification.compliance.domain;

import id.pkh.verification.signal.domain.Attribution;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeSet;

/** The result of one window of a commitment. */
public record WindowAssessment(
        List<YearMonth> window,
        CommitmentResult result,
        Attribution attribution,
        List<String> reasons) {

    static WindowAssessment notDue(List<YearMonth> window) {
        return new WindowAssessment(
                window, CommitmentResult.NOT_DUE, Attribution.NOBODY, List.of());
    }

    static WindowAssessment met(List<YearMonth> window) {
        return new WindowAssessment(window, CommitmentResult.MET, Attribution.NOBODY, List.of());
    }

    static WindowAssessment exempt(List<YearMonth> window, String reason) {
        return new WindowAssessment(
                window, CommitmentResult.EXEMPT, Attribution.NOBODY, List.of(reason));
    }

    static WindowAssessment notMet(List<YearMonth> window, String reason) {
        return new WindowAssessment(
                window, CommitmentResult.NOT_MET, Attribution.FAMILY, List.of(reason));
    }

    /**
     * The evidence is missing: attributed to the service point if it sent no form, otherwise to the
     * facilitator.
     */
    static WindowAssessment notVerified(
            List<YearMonth> window, List<YearMonth> unknown, MemberFacts facts, EvidenceKind kind) {
        TreeSet<String> reasons = new TreeSet<>();
        Attribution whose = Attribution.SERVICE_POINT;
        for (YearMonth month : unknown) {
            if (kind == EvidenceKind.SCHOOL && !facts.isSchoolRecorded()) {
                whose = Attribution.FACILITATOR;
                reasons.add(ReasonCodes.SCHOOL_NOT_RECORDED);
            } else if (facts.quartersWithForm().contains(VerificationPeriod.quarterOf(month))) {
                whose = Attribution.FACILITATOR;
                reasons.add(ReasonCodes.NOT_ON_THE_FORM);
            } else {
                reasons.add(
                        switch (kind) {
                            case SCHOOL -> ReasonCodes.SCHOOL_SENT_NO_FORM;
                            case HEALTH -> ReasonCodes.HEALTH_SERVICE_SENT_NO_FORM;
                            case SOCIAL -> ReasonCodes.SOCIAL_SERVICE_SENT_NO_FORM;
                        });
            }
        }
        return new WindowAssessment(
                window, CommitmentResult.NOT_VERIFIED, whose, List.copyOf(reasons));
    }

    /** The form came and states the visits, but not what was done at them. */
    static WindowAssessment careNotStated(List<YearMonth> window) {
        return new WindowAssessment(
                window,
                CommitmentResult.NOT_VERIFIED,
                Attribution.FACILITATOR,
                List.of(ReasonCodes.CARE_NOT_STATED));
    }

    /** {@code yyyy-MM}, or {@code yyyy-MM/yyyy-MM}. */
    public String text() {
        YearMonth first = window.get(0);
        YearMonth last = window.get(window.size() - 1);
        return first.equals(last) ? first.toString() : first + "/" + last;
    }
}
