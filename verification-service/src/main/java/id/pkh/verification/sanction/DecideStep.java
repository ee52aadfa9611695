package id.pkh.verification.sanction;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.contracts.Event;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.verification.kpm.Kpms;
import id.pkh.verification.sanction.domain.DecisionKind;
import id.pkh.verification.sanction.domain.DecisionRule;
import id.pkh.verification.sanction.domain.MoneyEffect;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A named officer decides on a proposal. Nothing else ever changes a family's money or membership.
 */
@ApplicationScoped
public class DecideStep {

    /** The decision, and the officer. */
    public record Command(
            UUID stepId,
            DecisionKind decision,
            MoneyEffect effect,
            String reason,
            String officer,
            AreaScope areas) {}

    private final SanctionHistories histories;
    private final Decisions decisions;
    private final Kpms kpms;
    private final Outbox outbox;
    private final Clock clock;

    DecideStep(
            SanctionHistories histories,
            Decisions decisions,
            Kpms kpms,
            Outbox outbox,
            Clock clock) {
        this.histories = histories;
        this.decisions = decisions;
        this.kpms = kpms;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public Decision handle(Command command) {
        IssuedStep seen =
                histories.find(command.stepId()).orElseThrow(() -> Refused.because("NOT_FOUND"));
        String village = kpms.villageOf(seen.kpmId()).orElse(seen.villageCode());
        command.areas().require(village);
        long version = histories.lock(List.of(seen.kpmId())).get(seen.kpmId()) + 1;
        IssuedStep step = histories.find(command.stepId()).orElseThrow();
        DecisionRule.refusal(
                        step.due().step(),
                        step.isWithdrawn(),
                        decisions.onStep(step.stepId()).isPresent(),
                        command.decision(),
                        command.effect())
                .ifPresent(
                        code -> {
                            throw withPresentState(
                                    Refused.because(code).with("step", step.due().step().name()),
                                    step);
                        });
        Decision decision = decision(command, step);
        decisions.add(decision);
        Event event = DecisionEvents.decided(decision, step, village);
        outbox.append(event, version);
        histories.saveVersions(Map.of(step.kpmId(), version));
        return decision;
    }

    /** What holds now in place of what the officer saw. */
    private Refused withPresentState(Refused refused, IssuedStep step) {
        if (step.isWithdrawn()) {
            refused.with("withdrawal_reason", step.withdrawalReason().name())
                    .with("withdrawn_at", step.withdrawnAt());
        }
        decisions
                .onStep(step.stepId())
                .ifPresent(
                        standing ->
                                refused.with("decision_id", standing.decisionId())
                                        .with("decision", standing.kind().name())
                                        .with("decided_at", standing.decidedAt()));
        return refused;
    }

    private Decision decision(Command command, IssuedStep step) {
        Instant now = clock.instant();
        return new Decision(
                UuidCreator.getTimeOrderedEpoch(),
                step.stepId(),
                step.due().step(),
                step.kpmId(),
                command.decision(),
                command.effect(),
                DecisionRule.effectiveFrom(step.due().period()),
                command.reason(),
                command.officer(),
                BusinessDates.on(now),
                now,
                null);
    }
}
