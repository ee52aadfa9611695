package id.pkh.verification.notice;

import id.pkh.verification.decision.Decision;
import id.pkh.verification.decision.NoticePolicies;
import id.pkh.verification.sanction.IssuedStep;
import id.pkh.verification.sanction.Ladders;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Until when a family can appeal. A step and a decision each have a window from their own delivery;
 * as long as there is none, it is open.
 */
@ApplicationScoped
public class AppealWindows {

    private final Deliveries deliveries;
    private final Ladders ladders;
    private final NoticePolicies policies;

    AppealWindows(Deliveries deliveries, Ladders ladders, NoticePolicies policies) {
        this.deliveries = deliveries;
        this.ladders = ladders;
        this.policies = policies;
    }

    public AppealTerm against(IssuedStep step) {
        return againstSteps(List.of(step)).get(step.stepId());
    }

    public Map<UUID, AppealTerm> againstSteps(Collection<IssuedStep> steps) {
        Map<UUID, LocalDate> from =
                deliveries.appealsCountFrom(steps.stream().map(IssuedStep::stepId).toList());
        return steps.stream()
                .collect(
                        Collectors.toMap(
                                IssuedStep::stepId,
                                step ->
                                        AppealTerm.from(
                                                from.get(step.stepId()),
                                                ladders.appealWindowDays(
                                                        step.due().policyCode()))));
    }

    public AppealTerm against(Decision decision) {
        LocalDate from = countsFrom(decision);
        return AppealTerm.from(
                from,
                policies.inForceOn(from == null ? decision.decidedOn() : from)
                        .decisionAppealDays());
    }

    private static LocalDate countsFrom(Decision decision) {
        if (decision.isAsRecorded()) {
            return decision.decidedOn();
        }
        Decision.Delivery delivery = decision.delivery();
        if (delivery == null) {
            return null;
        }
        // the family loses nothing by a delivery that was recorded late
        return delivery.recordedOn().isAfter(delivery.deliveredOn())
                ? delivery.recordedOn()
                : delivery.deliveredOn();
    }
}
