package id.pkh.registry.enrolment;

import id.pkh.registry.family.Families;
import id.pkh.registry.family.Provenance;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.KpmStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Records a decision of the verification service and derives the family's status from all recorded
 * decisions. A decision that arrives twice, or after its own lift, therefore changes nothing.
 */
@ApplicationScoped
public class RecordDecision {

    private final Families families;
    private final Clock clock;

    RecordDecision(Families families, Clock clock) {
        this.families = families;
        this.clock = clock;
    }

    /** Returns whether the family is on record. If it is not, nothing is recorded. */
    @Transactional
    public boolean handle(MembershipDecision decision) {
        Optional<Family> family = families.lock(decision.kpmId());
        family.ifPresent(
                known -> {
                    record(decision);
                    families.save(List.of(decided(known, decision)), provenance(decision));
                });
        return family.isPresent();
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

    private static Family decided(Family family, MembershipDecision decision) {
        KpmStatus status = DecisionEntity.onRecord(family.id()).applyTo(family.status());
        return family.inStatus(status, decision.on());
    }

    private Provenance provenance(MembershipDecision decision) {
        return new Provenance(
                decision.by(), reasonOf(decision), decision.decisionId(), clock.instant());
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
