package id.pkh.verification.decision;

import id.pkh.contracts.Event;
import id.pkh.contracts.verification.DecisionStayEnded;
import id.pkh.contracts.verification.DecisionStayed;
import id.pkh.contracts.verification.DecisionTookEffect;
import id.pkh.contracts.verification.ExitDecided;
import id.pkh.contracts.verification.ExitLifted;
import id.pkh.contracts.verification.MembershipReinstated;
import id.pkh.contracts.verification.SuspensionDecided;
import id.pkh.contracts.verification.SuspensionLifted;
import id.pkh.contracts.verification.TerminationDecided;
import id.pkh.contracts.verification.TerminationLifted;
import id.pkh.verification.decision.domain.Measure;
import id.pkh.verification.membership.MembershipProposal;
import id.pkh.verification.sanction.IssuedStep;
import id.pkh.verification.sanction.domain.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Decisions in the published language. */
final class DecisionEvents {

    private static final String CONFIRM = "CONFIRM";
    private static final String ON_NOTICE = "ON_NOTICE";

    private DecisionEvents() {}

    static Event decided(Decision decision, IssuedStep step, String villageCode) {
        return decision.step() == Step.TERMINATION_PROPOSED
                ? new TerminationDecided(
                        decision.decisionId(),
                        decision.stepId(),
                        decision.kpmId(),
                        villageCode,
                        decision.measure().name(),
                        decision.effectiveFrom(),
                        decision.decidedBy(),
                        takesEffect(decision),
                        decision.preparedBy(),
                        decision.decidedOn(),
                        decision.decidedAt())
                : new SuspensionDecided(
                        decision.decisionId(),
                        decision.stepId(),
                        decision.kpmId(),
                        villageCode,
                        decision.measure().name(),
                        decision.effect().name(),
                        step.due().period().text(),
                        step.due().cause().name(),
                        decision.effectiveFrom(),
                        decision.decidedBy(),
                        takesEffect(decision),
                        decision.preparedBy(),
                        decision.decidedOn(),
                        decision.decidedAt());
    }

    static Event decided(Decision decision, MembershipProposal proposal, String villageCode) {
        return decision.measure() == Measure.REINSTATE
                ? new MembershipReinstated(
                        decision.decisionId(),
                        proposal.proposalId(),
                        decision.kpmId(),
                        villageCode,
                        decision.effectiveFrom(),
                        decision.reasonCode(),
                        decision.preparedBy(),
                        decision.decidedBy(),
                        decision.decidedOn(),
                        decision.decidedAt())
                : new ExitDecided(
                        decision.decisionId(),
                        proposal.proposalId(),
                        decision.kpmId(),
                        villageCode,
                        proposal.kind().name(),
                        decision.measure() == Measure.DISMISS ? Measure.DISMISS.name() : CONFIRM,
                        decision.reasonCode(),
                        decision.effectiveFrom(),
                        ON_NOTICE,
                        decision.preparedBy(),
                        decision.decidedBy(),
                        decision.decidedOn(),
                        decision.decidedAt());
    }

    /** Null for a dismissal, which has no effect. */
    private static String takesEffect(Decision decision) {
        return decision.measure().isAgainstFamily() ? ON_NOTICE : null;
    }

    static Event tookEffect(
            Decision decision, String villageCode, LocalDate from, LocalDate on, Instant at) {
        return new DecisionTookEffect(
                decision.decisionId(),
                decision.kpmId(),
                villageCode,
                decision.measure().name(),
                decision.effect().name(),
                from,
                decision.delivery().route().name(),
                on,
                at);
    }

    static Event lifted(Decision decision, String villageCode, Decision.Lift lift) {
        if (decision.measure() == Measure.SUSPEND) {
            return new SuspensionLifted(
                    decision.decisionId(),
                    decision.kpmId(),
                    villageCode,
                    lift.reason().name(),
                    lift.liftedBy(),
                    lift.liftedOn(),
                    lift.liftedAt());
        }
        return decision.proposalId() == null
                ? new TerminationLifted(
                        decision.decisionId(),
                        decision.kpmId(),
                        villageCode,
                        lift.reason().name(),
                        lift.liftedBy(),
                        lift.liftedOn(),
                        lift.liftedAt())
                : new ExitLifted(
                        decision.decisionId(),
                        decision.kpmId(),
                        villageCode,
                        decision.measure().name(),
                        lift.reason().name(),
                        lift.liftedBy(),
                        lift.liftedOn(),
                        lift.liftedAt());
    }

    static Event stayed(
            Decision decision, UUID appealId, String villageCode, LocalDate on, Instant at) {
        return new DecisionStayed(
                decision.decisionId(), appealId, decision.kpmId(), villageCode, on, at);
    }

    static Event stayEnded(
            Decision decision, UUID appealId, String villageCode, LocalDate on, Instant at) {
        return new DecisionStayEnded(
                decision.decisionId(), appealId, decision.kpmId(), villageCode, on, at);
    }
}
