package id.pkh.verification.decision;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import id.pkh.contracts.Event;
import id.pkh.platform.web.BusinessDates;
import id.pkh.verification.decision.domain.LiftReason;
import id.pkh.verification.sanction.StepWithdrawals;
import id.pkh.verification.sanction.WithdrawalReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A decision is lifted when the step that it was made on is withdrawn. */
@ApplicationScoped
class DecisionsOnWithdrawnSteps implements StepWithdrawals {

    private static final String SYSTEM = "system";

    private final Decisions decisions;

    DecisionsOnWithdrawnSteps(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Map<UUID, List<Event>> follow(
            Collection<UUID> stepIds,
            Map<UUID, String> villages,
            WithdrawalReason why,
            Instant now) {
        List<Decision> lifted = decisions.notLiftedOn(stepIds);
        Decision.Lift lift =
                new Decision.Lift(
                        why == WithdrawalReason.APPEAL_UPHELD
                                ? LiftReason.APPEAL_UPHELD
                                : LiftReason.CORRECTED_FACT,
                        null,
                        SYSTEM,
                        BusinessDates.on(now),
                        now);
        decisions.lift(lifted.stream().map(Decision::decisionId).toList(), lift);
        return lifted.stream()
                .collect(
                        groupingBy(
                                Decision::stepId,
                                mapping(
                                        decision ->
                                                DecisionEvents.lifted(
                                                        decision,
                                                        villages.getOrDefault(decision.kpmId(), ""),
                                                        lift),
                                        toList())));
    }
}
