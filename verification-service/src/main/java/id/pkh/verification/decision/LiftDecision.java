package id.pkh.verification.decision;

import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.verification.decision.domain.DecisionLife;
import id.pkh.verification.decision.domain.LiftReason;
import id.pkh.verification.decision.domain.LiftRule;
import id.pkh.verification.kpm.Kpms;
import id.pkh.verification.sanction.IssuedStep;
import id.pkh.verification.sanction.LockedFamilies;
import id.pkh.verification.sanction.SanctionHistories;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An officer who neither prepared nor confirmed a decision lifts it. Decisions are also lifted
 * without an officer, when the facts behind them turn out to be different.
 */
@ApplicationScoped
public class LiftDecision {

    /** Why, and by whom. */
    public record Command(
            UUID decisionId, LiftReason reason, String note, String officer, AreaScope areas) {}

    private final Decisions decisions;
    private final SanctionHistories histories;
    private final LockedFamilies families;
    private final Kpms kpms;
    private final Clock clock;

    LiftDecision(
            Decisions decisions,
            SanctionHistories histories,
            LockedFamilies families,
            Kpms kpms,
            Clock clock) {
        this.decisions = decisions;
        this.histories = histories;
        this.families = families;
        this.kpms = kpms;
        this.clock = clock;
    }

    @Transactional
    public Decision handle(Command command) {
        Decision seen =
                decisions
                        .find(command.decisionId())
                        .orElseThrow(() -> Refused.because("NOT_FOUND"));
        String village = villageOf(seen);
        command.areas().require(village);
        LockedFamilies.Events events = families.lock(List.of(seen.kpmId()));
        Decision present = decisions.find(command.decisionId()).orElseThrow();
        present.life()
                .refusal(DecisionLife.Act.LIFT)
                .ifPresent(
                        code -> {
                            throw withLift(Refused.because(code), present);
                        });
        LiftRule.refusal(
                        present.measure(),
                        command.reason(),
                        present.preparedBy(),
                        present.decidedBy(),
                        command.officer())
                .ifPresent(
                        code -> {
                            throw Refused.because(code)
                                    .with("decision", present.measure().name())
                                    .with("reason", command.reason().name());
                        });
        Instant now = clock.instant();
        Decision.Lift lift =
                new Decision.Lift(
                        command.reason(),
                        command.note(),
                        command.officer(),
                        BusinessDates.on(now),
                        now);
        decisions.lift(List.of(present.decisionId()), lift);
        events.add(seen.kpmId(), DecisionEvents.lifted(present, village, lift));
        events.publish();
        return decisions.find(command.decisionId()).orElseThrow();
    }

    private String villageOf(Decision decision) {
        return kpms.villageOf(decision.kpmId())
                .or(
                        () ->
                                Optional.ofNullable(decision.stepId())
                                        .flatMap(step -> histories.find(step))
                                        .map(IssuedStep::villageCode))
                .orElseThrow();
    }

    /** The lift that the decision has already, if it has one. */
    private static Refused withLift(Refused refused, Decision present) {
        refused.with("decision", present.measure().name());
        return present.isLifted()
                ? refused.with("lift_reason", present.lift().reason().name())
                        .with("lifted_at", present.lift().liftedAt())
                : refused;
    }
}
