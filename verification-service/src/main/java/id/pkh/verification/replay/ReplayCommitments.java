package id.pkh.verification.replay;

import id.pkh.verification.compliance.CommitmentRules;
import id.pkh.verification.compliance.ComplianceFacts;
import id.pkh.verification.compliance.ComplianceFacts.Asked;
import id.pkh.verification.compliance.domain.CommitmentPolicy;
import id.pkh.verification.compliance.domain.ComplianceRule;
import id.pkh.verification.compliance.domain.FamilyAssessment;
import id.pkh.verification.replay.domain.ReplayRange;
import id.pkh.verification.signal.SignalCollector;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.PeriodState;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        List<Replayed> quarters =
                range.quarters().stream()
                        .flatMap(quarter -> replayed(quarter, draft, kpmIds, assessed))
                        .toList();
        if (!quarters.isEmpty()) {
            assess(quarters, before, after);
        }
    }

    /** A quarter on both sides, and the families for which it was closed. */
    private record Replayed(Asked present, Asked draft, Set<UUID> closed) {}

    private Stream<Replayed> replayed(
            VerificationPeriod quarter,
            CommitmentPolicy draft,
            Collection<UUID> kpmIds,
            SignalCollector assessed) {
        Set<UUID> closed =
                kpmIds.stream()
                        .filter(kpmId -> isAssessed(assessed, kpmId, quarter))
                        .collect(Collectors.toSet());
        return closed.isEmpty()
                ? Stream.of()
                : rules.all().inForceFor(quarter).stream()
                        .map(
                                present ->
                                        new Replayed(
                                                new Asked(quarter, present),
                                                new Asked(quarter, draft),
                                                closed));
    }

    private static boolean isAssessed(
            SignalCollector assessed, UUID kpmId, VerificationPeriod quarter) {
        return assessed.of(kpmId, Cause.COMMITMENT_NOT_MET).stream()
                .anyMatch(state -> state.period().equals(quarter));
    }

    private void assess(List<Replayed> quarters, SignalCollector before, SignalCollector after) {
        Set<UUID> families =
                quarters.stream()
                        .flatMap(quarter -> quarter.closed().stream())
                        .collect(Collectors.toSet());
        ComplianceFacts.Known known =
                facts.of(
                        families,
                        quarters.stream()
                                .flatMap(quarter -> Stream.of(quarter.present(), quarter.draft()))
                                .toList());
        for (Replayed quarter : quarters) {
            assess(quarter.present(), quarter.closed(), known, before);
            assess(quarter.draft(), quarter.closed(), known, after);
        }
    }

    private static void assess(
            Asked asked, Set<UUID> kpmIds, ComplianceFacts.Known known, SignalCollector into) {
        known.in(asked)
                .forEach(
                        (kpmId, members) -> {
                            if (kpmIds.contains(kpmId)) {
                                add(
                                        kpmId,
                                        ComplianceRule.assess(
                                                asked.quarter(), members, asked.policy()),
                                        into);
                            }
                        });
    }

    private static void add(UUID kpmId, FamilyAssessment assessment, SignalCollector into) {
        into.add(kpmId, Cause.COMMITMENT_NOT_MET, assessment.notMet());
        into.add(kpmId, Cause.COMMITMENT_NOT_VERIFIED, assessment.notVerified());
    }
}
