package id.pkh.verification.sanction.persistence;

import id.pkh.verification.sanction.Decision;
import id.pkh.verification.sanction.Decisions;
import id.pkh.verification.sanction.LiftReason;
import id.pkh.verification.sanction.domain.DecisionKind;
import id.pkh.verification.sanction.domain.MoneyEffect;
import id.pkh.verification.sanction.domain.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Decisions are single and rare, and so they are entities. */
@ApplicationScoped
class PanacheDecisions implements Decisions {

    @Override
    public Optional<Decision> find(UUID decisionId) {
        return SanctionDecisionEntity.<SanctionDecisionEntity>findByIdOptional(decisionId)
                .map(PanacheDecisions::decision);
    }

    @Override
    public Optional<Decision> onStep(UUID stepId) {
        return SanctionDecisionEntity.<SanctionDecisionEntity>find("stepId", stepId)
                .firstResultOptional()
                .map(PanacheDecisions::decision);
    }

    @Override
    public void add(Decision decision) {
        SanctionDecisionEntity entity = new SanctionDecisionEntity();
        entity.decisionId = decision.decisionId();
        entity.stepId = decision.stepId();
        entity.step = decision.step().name();
        entity.kpmId = decision.kpmId();
        entity.decision = decision.kind().name();
        entity.effect = decision.effect().name();
        entity.effectiveFrom = decision.effectiveFrom();
        entity.reason = decision.reason();
        entity.decidedBy = decision.decidedBy();
        entity.decidedOn = decision.decidedOn();
        entity.decidedAt = decision.decidedAt();
        entity.persistAndFlush();
    }

    @Override
    public void addLift(UUID decisionId, Decision.Lift lift) {
        SuspensionLiftEntity entity = new SuspensionLiftEntity();
        entity.decisionId = decisionId;
        entity.reason = lift.reason().name();
        entity.note = lift.note();
        entity.liftedBy = lift.liftedBy();
        entity.liftedOn = lift.liftedOn();
        entity.liftedAt = lift.liftedAt();
        entity.persistAndFlush();
    }

    private static Decision decision(SanctionDecisionEntity entity) {
        Decision.Lift lift =
                SuspensionLiftEntity.<SuspensionLiftEntity>findByIdOptional(entity.decisionId)
                        .map(
                                l ->
                                        new Decision.Lift(
                                                LiftReason.valueOf(l.reason),
                                                l.note,
                                                l.liftedBy,
                                                l.liftedOn,
                                                l.liftedAt))
                        .orElse(null);
        return new Decision(
                entity.decisionId,
                entity.stepId,
                Step.valueOf(entity.step),
                entity.kpmId,
                DecisionKind.valueOf(entity.decision),
                MoneyEffect.valueOf(entity.effect),
                entity.effectiveFrom,
                entity.reason,
                entity.decidedBy,
                entity.decidedOn,
                entity.decidedAt,
                lift);
    }
}
