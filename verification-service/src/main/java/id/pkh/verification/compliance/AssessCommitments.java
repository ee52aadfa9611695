package id.pkh.verification.compliance;

import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.outbox.Sequenced;
import id.pkh.platform.messaging.trace.Causation;
import id.pkh.platform.web.BusinessDates;
import id.pkh.verification.compliance.ComplianceRecords.Revision;
import id.pkh.verification.compliance.domain.CommitmentPolicy;
import id.pkh.verification.compliance.domain.ComplianceRule;
import id.pkh.verification.compliance.domain.FamilyAssessment;
import id.pkh.verification.compliance.domain.MemberFacts;
import id.pkh.verification.kpm.Kpms;
import id.pkh.verification.signal.ReassessmentRequest;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Assesses a quarter for families that the caller has locked. An unchanged outcome is not recorded
 * again; a different one is a new revision and is published.
 */
@ApplicationScoped
public class AssessCommitments {

    private final CommitmentRules rules;
    private final ComplianceFacts facts;
    private final ComplianceRecords records;
    private final Kpms kpms;
    private final Outbox outbox;
    private final Clock clock;

    AssessCommitments(
            CommitmentRules rules,
            ComplianceFacts facts,
            ComplianceRecords records,
            Kpms kpms,
            Outbox outbox,
            Clock clock) {
        this.rules = rules;
        this.facts = facts;
        this.records = records;
        this.kpms = kpms;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Returns the families for which something changed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<ReassessmentRequest> handle(
            Collection<ReassessmentRequest> families, VerificationPeriod quarter) {
        if (families.isEmpty()) {
            return List.of();
        }
        CommitmentPolicy policy =
                rules.all()
                        .inForceFor(quarter)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "no commitment policy is in force for " + quarter));
        Map<UUID, ReassessmentRequest> byId =
                families.stream()
                        .collect(
                                Collectors.toMap(
                                        ReassessmentRequest::kpmId,
                                        Function.identity(),
                                        (a, b) -> b));
        Map<UUID, Revision> current = records.current(byId.keySet(), quarter);
        List<Revision> changed = new ArrayList<>();
        ComplianceFacts.Asked asked = new ComplianceFacts.Asked(quarter, policy);
        facts.of(byId.keySet(), List.of(asked))
                .in(asked)
                .forEach(
                        (kpmId, members) ->
                                changedBy(kpmId, members, current, quarter, policy, changed));
        if (changed.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        records.add(changed, policy.policyCode(), now);
        announce(changed, byId, now);
        return changed.stream().map(revision -> byId.get(revision.kpmId())).toList();
    }

    private static void changedBy(
            UUID kpmId,
            List<MemberFacts> members,
            Map<UUID, Revision> current,
            VerificationPeriod quarter,
            CommitmentPolicy policy,
            List<Revision> changed) {
        FamilyAssessment assessment = ComplianceRule.assess(quarter, members, policy);
        Revision before = current.get(kpmId);
        if (before == null || !before.assessment().equals(assessment)) {
            changed.add(new Revision(kpmId, before == null ? 1 : before.number() + 1, assessment));
        }
    }

    private void announce(
            List<Revision> changed, Map<UUID, ReassessmentRequest> families, Instant now) {
        List<UUID> kpmIds = changed.stream().map(Revision::kpmId).toList();
        Map<UUID, Long> versions = records.nextVersions(kpmIds);
        Map<UUID, String> villages = kpms.villagesOf(kpmIds);
        Map<Causation, List<Sequenced>> byCause = new LinkedHashMap<>();
        for (Revision revision : changed) {
            UUID kpmId = revision.kpmId();
            Sequenced event =
                    new Sequenced(
                            ComplianceEvents.assessed(
                                    kpmId,
                                    villages.get(kpmId),
                                    revision.assessment(),
                                    BusinessDates.on(now),
                                    now),
                            versions.get(kpmId));
            byCause.computeIfAbsent(families.get(kpmId).causation(), any -> new ArrayList<>())
                    .add(event);
        }
        byCause.forEach((causation, events) -> causation.run(() -> outbox.appendAll(events)));
    }
}
