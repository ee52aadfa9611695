package id.pkh.verification.decision;

import id.pkh.platform.web.BusinessDates;
import id.pkh.verification.decision.domain.DecisionLife;
import id.pkh.verification.kpm.Kpms;
import id.pkh.verification.sanction.LockedFamilies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Decisions take effect on their day, are stayed by appeals, and are lifted when one is upheld. */
@ApplicationScoped
public class DecisionEffects {

    private final Decisions decisions;
    private final LiftProposals liftProposals;
    private final LockedFamilies families;
    private final Kpms kpms;
    private final Clock clock;

    DecisionEffects(
            Decisions decisions,
            LiftProposals liftProposals,
            LockedFamilies families,
            Kpms kpms,
            Clock clock) {
        this.decisions = decisions;
        this.liftProposals = liftProposals;
        this.families = families;
        this.kpms = kpms;
        this.clock = clock;
    }

    /** Decisions whose day has come, in the order of their ids. */
    public List<UUID> due(UUID after, int limit) {
        return decisions.dueForEffect(BusinessDates.today(clock), after, limit);
    }

    /** Lets those of the decisions take effect whose day has come. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void takeEffect(List<UUID> decisionIds) {
        List<Decision> seen =
                decisionIds.stream().flatMap(id -> decisions.find(id).stream()).toList();
        LockedFamilies.Events events =
                families.lock(seen.stream().map(Decision::kpmId).distinct().toList());
        Map<UUID, String> villages = kpms.villagesOf(seen.stream().map(Decision::kpmId).toList());
        for (UUID id : decisionIds) {
            Decision present = decisions.find(id).orElseThrow();
            takeEffectIfDue(present, villages.getOrDefault(present.kpmId(), ""), events);
        }
        events.publish();
    }

    /** For a decision of a family that is locked. */
    public void takeEffectIfDue(
            Decision decision, String villageCode, LockedFamilies.Events events) {
        Instant now = clock.instant();
        LocalDate today = BusinessDates.on(now);
        if (decision.life().refusal(DecisionLife.Act.TAKE_EFFECT).isPresent()
                || decision.delivery().effectDueOn().isAfter(today)) {
            return;
        }
        LocalDate from = decision.delivery().effectDueOn();
        decisions.takeEffect(decision, from, today, now);
        events.add(
                decision.kpmId(),
                DecisionEvents.tookEffect(decision, villageCode, from, today, now));
        // the family may have fulfilled its obligations since the step
        liftProposals.proposeFor(decision);
    }

    /** An appeal stays a decision, unless another one does so already. */
    public void stay(
            Decision decision, UUID appealId, String villageCode, LockedFamilies.Events events) {
        if (decision.life().refusal(DecisionLife.Act.STAY).isPresent()) {
            return;
        }
        Instant now = clock.instant();
        decisions.stay(appealId, decision.decisionId(), now);
        events.add(
                decision.kpmId(),
                DecisionEvents.stayed(decision, appealId, villageCode, BusinessDates.on(now), now));
    }

    /**
     * The appeal was rejected: what it stayed has its effect again, or takes it now, unless another
     * appeal stays it.
     *
     * @param otherAppealId the appeal that goes on staying what this one stayed; null if none does
     */
    public void endStays(
            UUID appealId, UUID otherAppealId, String villageCode, LockedFamilies.Events events) {
        Instant now = clock.instant();
        LocalDate today = BusinessDates.on(now);
        for (UUID id : decisions.endStays(appealId, now)) {
            Decision decision = decisions.find(id).orElseThrow();
            if (otherAppealId != null) {
                // before the end of the first stay, so that it has no effect in between
                stay(decision, otherAppealId, villageCode, events);
            }
            events.add(
                    decision.kpmId(),
                    DecisionEvents.stayEnded(decision, appealId, villageCode, today, now));
            takeEffectIfDue(decisions.find(id).orElseThrow(), villageCode, events);
        }
    }

    /** Lifts a decision of a locked family, unless it was lifted before. */
    public void lift(
            Decision decision,
            Decision.Lift lift,
            String villageCode,
            LockedFamilies.Events events) {
        if (decision.life().refusal(DecisionLife.Act.LIFT).isPresent()) {
            return;
        }
        decisions.lift(List.of(decision.decisionId()), lift);
        events.add(decision.kpmId(), DecisionEvents.lifted(decision, villageCode, lift));
    }
}
