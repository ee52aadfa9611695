package id.pkh.registry.enrolment;

import id.pkh.registry.enrolment.MembershipFact.Lifted;
import id.pkh.registry.enrolment.MembershipFact.Reinstated;
import id.pkh.registry.enrolment.MembershipFact.Stay;
import id.pkh.registry.enrolment.MembershipFact.Taken;
import id.pkh.registry.enrolment.MembershipFact.TookEffect;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.Measure;
import id.pkh.registry.family.domain.Membership;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The recorded facts about families' memberships. The caller has locked the family. */
@ApplicationScoped
class MembershipRecords {

    void record(MembershipFact fact, Instant now) {
        if (fact instanceof Taken taken) {
            take(taken, now);
        } else if (fact instanceof TookEffect effect) {
            takeEffect(row(effect, effect.measure(), now), effect);
        } else if (fact instanceof Stay stay) {
            stay(stay);
        } else if (fact instanceof Lifted lifted) {
            lift(row(lifted, lifted.measure(), now), lifted);
        } else if (fact instanceof Reinstated reinstated) {
            reinstate(reinstated, now);
        }
    }

    Membership of(Family family) {
        Set<UUID> stayed = stayedOf(family.id());
        return new Membership(
                family.baseStatus(),
                DecisionEntity.ofFamily(family.id()).stream()
                        .map(row -> row.asFact(stayed.contains(row.decisionId)))
                        .toList(),
                reinstatements(family.id()));
    }

    /** The decisions that an open appeal stays. */
    Set<UUID> stayedOf(UUID kpmId) {
        return DecisionStayEntity.ofFamily(kpmId).stream()
                .filter(DecisionStayEntity::isOpen)
                .map(stay -> stay.decisionId)
                .collect(Collectors.toSet());
    }

    private static List<Membership.Reinstatement> reinstatements(UUID kpmId) {
        return ReinstatementEntity.ofFamily(kpmId).stream()
                .map(row -> new Membership.Reinstatement(row.sequence))
                .toList();
    }

    /** The person who took the decision, or null if that is not known yet. */
    String deciderOf(UUID decisionId) {
        DecisionEntity row = DecisionEntity.findById(decisionId);
        return row == null ? null : row.decidedBy;
    }

    private static void take(Taken taken, Instant now) {
        DecisionEntity row = row(taken, taken.measure(), now);
        if (row.takenOn == null) {
            row.takenOn = taken.on();
            row.preparedBy = taken.preparedBy();
            row.decidedBy = taken.by();
        }
        if (!taken.onNotice() && row.inEffectFrom == null) {
            row.inEffectFrom = taken.on();
            row.inEffectSequence = taken.sequence();
        }
        row.persist();
    }

    private static void takeEffect(DecisionEntity row, TookEffect effect) {
        if (row.inEffectFrom == null) {
            row.inEffectFrom = effect.on();
            row.inEffectSequence = effect.sequence();
        }
        row.persist();
    }

    private static void lift(DecisionEntity row, Lifted lifted) {
        if (row.liftedOn == null) {
            row.liftedOn = lifted.on();
            row.liftReason = lifted.liftReason();
            row.liftedBy = lifted.by();
        }
        row.persist();
    }

    private static void stay(Stay stay) {
        DecisionStayEntity row =
                DecisionStayEntity.<DecisionStayEntity>findByIdOptional(stay.appealId())
                        .orElseGet(DecisionStayEntity::new);
        row.appealId = stay.appealId();
        row.decisionId = stay.decisionId();
        row.kpmId = stay.kpmId();
        if (stay.isEnded()) {
            row.endedOn = row.endedOn == null ? stay.on() : row.endedOn;
        } else {
            row.stayedOn = row.stayedOn == null ? stay.on() : row.stayedOn;
        }
        row.persist();
    }

    private static void reinstate(Reinstated reinstated, Instant now) {
        if (ReinstatementEntity.findById(reinstated.decisionId()) != null) {
            return;
        }
        ReinstatementEntity row = new ReinstatementEntity();
        row.decisionId = reinstated.decisionId();
        row.kpmId = reinstated.kpmId();
        row.effectiveFrom = reinstated.on();
        row.reason = reinstated.reasonCode();
        row.preparedBy = reinstated.preparedBy();
        row.decidedBy = reinstated.by();
        row.sequence = reinstated.sequence();
        row.recordedAt = now;
        row.persist();
    }

    private static DecisionEntity row(MembershipFact fact, Measure measure, Instant now) {
        return DecisionEntity.<DecisionEntity>findByIdOptional(fact.decisionId())
                .orElseGet(
                        () -> {
                            DecisionEntity row = new DecisionEntity();
                            row.decisionId = fact.decisionId();
                            row.kpmId = fact.kpmId();
                            row.measure = measure;
                            row.source = DecisionEntity.BY_VERIFICATION;
                            row.recordedAt = now;
                            return row;
                        });
    }
}
