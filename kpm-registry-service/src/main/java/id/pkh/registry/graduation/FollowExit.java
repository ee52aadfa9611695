package id.pkh.registry.graduation;

import id.pkh.contracts.Event;
import id.pkh.contracts.Measures;
import id.pkh.contracts.verification.DecisionTookEffect;
import id.pkh.contracts.verification.ExitDecided;
import id.pkh.contracts.verification.ExitLifted;
import id.pkh.contracts.verification.ExitProposalWithdrawn;
import id.pkh.registry.enrolment.DecisionEffects;
import id.pkh.registry.enrolment.DecisionEffects.Known;
import id.pkh.registry.graduation.Graduations.GraduationRow;
import id.pkh.registry.graduation.Graduations.Next;
import id.pkh.registry.graduation.domain.GraduationState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/**
 * A proposal follows what the verification service decides. What is not about one, or comes again,
 * changes nothing. An effect or a lift that came before the decision is read from the decision.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class FollowExit {

    private static final String CONFIRM = "CONFIRM";
    private static final String SYSTEM = "system";

    private final Graduations graduations;
    private final DecisionEffects effects;
    private final Clock clock;

    FollowExit(Graduations graduations, DecisionEffects effects, Clock clock) {
        this.graduations = graduations;
        this.effects = effects;
        this.clock = clock;
    }

    /** After the event's effect on the membership is recorded. */
    public void handle(Event event) {
        if (event instanceof ExitDecided e && e.exit().equals(Measures.GRADUATE)) {
            boolean isConfirmed = e.decision().equals(CONFIRM);
            move(
                    "g.exit_proposal_id",
                    e.proposalId(),
                    isConfirmed ? GraduationState.CONFIRMED : GraduationState.DISMISSED,
                    e.decisionId(),
                    e.decidedBy());
            settle(e.decisionId(), SYSTEM);
        } else if (event instanceof ExitProposalWithdrawn e) {
            move(
                    "g.exit_proposal_id",
                    e.proposalId(),
                    GraduationState.WITHDRAWN,
                    null,
                    e.withdrawnBy());
        } else if (event instanceof DecisionTookEffect e) {
            settle(e.decisionId(), SYSTEM);
        } else if (event instanceof ExitLifted e) {
            settle(e.decisionId(), e.liftedBy());
        }
    }

    private void settle(UUID decision, String by) {
        Known known = effects.of(decision);
        if (known.isInEffect() && !known.isLifted()) {
            move("g.decision_id", decision, GraduationState.GRADUATED, decision, by);
        }
        if (known.isLifted()) {
            move("g.decision_id", decision, GraduationState.LIFTED, decision, by);
        }
    }

    private void move(String key, UUID id, GraduationState next, UUID decision, String by) {
        graduations
                .lock(key, id)
                .filter(row -> row.state().canBecome(next))
                .ifPresent(row -> become(row, next, decision, by));
    }

    private void become(GraduationRow row, GraduationState next, UUID decision, String by) {
        graduations.become(
                row,
                new Next(next, null, row.reviewedBy(), row.exitProposalId(), decision),
                by,
                clock.instant());
    }
}
