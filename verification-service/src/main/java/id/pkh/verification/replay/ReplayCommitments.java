package id.pkh.verification.replay;

import id.pkh.verification.compliance.CommitmentRules;
import id.pkh.verification.compliance.ComplianceFacts;
import id.pkh.verification.compliance.domain.CommitmentPolicy;
import id.pkh.verification.compliance.domain.ComplianceRule;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.compliance.domain.FamilyAssessment;
import id.pkh.verification.compliance.domain.MemberFacts;
import id.pkh.verification.replay.domain.ReplayRange;
import id.pkh.verification.signal.SignalCollector;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.PeriodState;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Assesses past quarters with the present policy and with a draft, from the facts as they are known
 * now. Both sides see the same facts, so a late form makes no difference between them.
 */
@ApplicationScoped
class ReplayCommitments {

    private final CommitmentRules rules;
    private final ComplianceFacts facts;

    ReplayCommitments(CommitmentRules rules, ComplianceFacts facts) {
        this.rules = rules;
        this.facts = facts;
    }

    /**
     * Adds the quarters of families.
     *
     * @param assessed the assessments on record: those before the range count as they are, and only
     *     a quarter that was closed for a family is replayed
     */
    void contribute(
            CommitmentPolicy draft,
            ReplayRange range,
            Collection<UUID> kpmIds,
            SignalCollector assessed,
            SignalCollector before,
            SignalCollector after) {
        for (UUID kpmId : kpmIds) {
            for (Cause cause : Cause.OF_COMMITMENTS) {
                for (PeriodState state : assessed.of(kpmId, cause)) {
                    if (!range.contains(state.period())) {
                        before.add(kpmId, cause, state);
                        after.add(kpmId, cause, state);
                    }
                }
            }
        }
        for (VerificationPeriod quarter : range.quarters()) {
            List<UUID> closed =
                    kpmIds.stream().filter(kpmId -> isAssessed(assessed, kpmId, quarter)).toList();
            Optional<CommitmentPolicy> present = rules.all().inForceFor(quarter);
            if (!closed.isEmpty() && present.isPresent()) {
                assess(present.get(), draft, quarter, closed, before, after);
            }
        }
    }

    private static boolean isAssessed(
            SignalCollector assessed, UUID kpmId, VerificationPeriod quarter) {
        return assessed.of(kpmId, Cause.COMMITMENT_NOT_MET).stream()
                .anyMatch(state -> state.period().equals(quarter));
    }

    private void assess(
            CommitmentPolicy present,
            CommitmentPolicy draft,
            VerificationPeriod quarter,
            List<UUID> kpmIds,
            SignalCollector before,
            SignalCollector after) {
        Map<UUID, List<MemberFacts>> known = facts.of(kpmIds, quarter, present);
        Map<UUID, List<MemberFacts>> forDraft =
                readsTheSame(present, draft) ? known : facts.of(kpmIds, quarter, draft);
        known.forEach(
                (kpmId, members) -> {
                    add(kpmId, ComplianceRule.assess(quarter, members, present), before);
                    add(kpmId, ComplianceRule.assess(quarter, forDraft.get(kpmId), draft), after);
                });
    }

    /** The facts of a member are chosen by the kind of form that shows the component. */
    private static boolean readsTheSame(CommitmentPolicy one, CommitmentPolicy other) {
        return one.componentsShownBy(EvidenceKind.SCHOOL)
                .equals(other.componentsShownBy(EvidenceKind.SCHOOL));
    }

    private static void add(UUID kpmId, FamilyAssessment assessment, SignalCollector into) {
        into.add(kpmId, Cause.COMMITMENT_NOT_MET, assessment.notMet());
        into.add(kpmId, Cause.COMMITMENT_NOT_VERIFIED, assessment.notVerified());
    }
}
