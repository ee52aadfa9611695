package id.pkh.registry.enrolment;

import id.pkh.registry.enrolment.domain.KpmFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * Keeps a decision taken in verification and derives the family's status from all decisions on
 * record, so that one that arrives twice, or after its own lift, changes nothing.
 */
@ApplicationScoped
public class RecordDecision {

    private final KpmRecords records;
    private final Clock clock;

    RecordDecision(KpmRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /** Whether the family is known here; if not, nothing is recorded. */
    @Transactional
    public boolean handle(MembershipDecision decision) {
        return records.lock(decision.kpmId())
                .map(
                        kpm -> {
                            record(decision);
                            applyStanding(kpm, decision);
                            return true;
                        })
                .orElse(false);
    }

    private void record(MembershipDecision decision) {
        DecisionEntity kept =
                DecisionEntity.<DecisionEntity>findByIdOptional(decision.decisionId())
                        .orElseGet(() -> newRow(decision));
        if (decision instanceof MembershipDecision.Lifted lifted) {
            if (kept.liftedOn == null) {
                kept.liftedOn = lifted.on();
                kept.liftReason = lifted.reason();
            }
        } else if (kept.takenOn == null) {
            kept.takenOn = decision.on();
        }
        kept.persist();
    }

    private DecisionEntity newRow(MembershipDecision decision) {
        DecisionEntity row = new DecisionEntity();
        row.decisionId = decision.decisionId();
        row.kpmId = decision.kpmId();
        row.kind =
                decision instanceof MembershipDecision.Terminated
                        ? DecisionEntity.TERMINATION
                        : DecisionEntity.SUSPENSION;
        row.source = DecisionEntity.BY_VERIFICATION;
        row.recordedAt = clock.instant();
        return row;
    }

    private void applyStanding(KpmEntity kpm, MembershipDecision decision) {
        KpmFacts before = records.facts(kpm);
        kpm.status = DecisionEntity.standing(kpm.id).applyTo(kpm.status);
        records.changed(
                kpm,
                before,
                new KpmRecords.Change(
                        decision.on(), reasonOf(decision), decision.decisionId(), decision.by()));
    }

    private static String reasonOf(MembershipDecision decision) {
        if (decision instanceof MembershipDecision.Suspended) {
            return "SUSPENSION_DECIDED";
        }
        return decision instanceof MembershipDecision.Lifted
                ? "SUSPENSION_LIFTED"
                : "TERMINATION_DECIDED";
    }
}
