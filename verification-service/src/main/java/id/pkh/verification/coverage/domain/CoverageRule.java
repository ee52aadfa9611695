package id.pkh.verification.coverage.domain;

import id.pkh.verification.compliance.domain.CommitmentPolicy;
import id.pkh.verification.compliance.domain.CommitmentResult;
import id.pkh.verification.compliance.domain.ComplianceRule;
import id.pkh.verification.compliance.domain.MemberFacts;
import id.pkh.verification.compliance.domain.ReasonCodes;
import id.pkh.verification.compliance.domain.WindowAssessment;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Compares the evidence about a person with what the rule of commitments needs, while the quarter
 * is open. It asks that rule, so the list and the closing cannot differ.
 */
public final class CoverageRule {

    private CoverageRule() {}

    /** Empty when nothing about the person has to be verified in the quarter. */
    public static Optional<MemberCoverage> of(
            VerificationPeriod quarter, MemberFacts facts, CommitmentPolicy policy) {
        CommitmentResult result =
                ComplianceRule.assess(quarter, List.of(facts), policy).members().get(0).result();
        if (result == CommitmentResult.NOT_DUE) {
            return Optional.empty();
        }
        SortedMap<String, WindowState> windows = new TreeMap<>();
        ComplianceRule.windows(quarter, facts, policy)
                .forEach(w -> windows.merge(w.text(), stateOf(w), WindowState::orWorse));
        return Optional.of(new MemberCoverage(facts.member(), windows));
    }

    private static WindowState stateOf(WindowAssessment window) {
        if (window.result() == CommitmentResult.NOT_VERIFIED) {
            return WindowState.MISSING;
        }
        return window.reasons().contains(ReasonCodes.EXEMPTION)
                ? WindowState.EXEMPT
                : WindowState.EVIDENCE;
    }
}
