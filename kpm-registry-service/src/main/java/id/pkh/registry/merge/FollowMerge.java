package id.pkh.registry.merge;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.contracts.Event;
import id.pkh.contracts.verification.DecisionTookEffect;
import id.pkh.contracts.verification.ExitDecided;
import id.pkh.contracts.verification.ExitLifted;
import id.pkh.contracts.verification.ExitProposalWithdrawn;
import id.pkh.contracts.verification.MembershipReinstated;
import id.pkh.contracts.verification.TerminationLifted;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.duplicate.SettleDuplicate;
import id.pkh.registry.enrolment.DecisionEffects;
import id.pkh.registry.enrolment.DecisionEffects.Known;
import id.pkh.registry.merge.FamilyMerges.MergeRow;
import id.pkh.registry.merge.FamilyMerges.Next;
import id.pkh.registry.merge.domain.MergeState;
import id.pkh.registry.notification.QueueNotifications;
import id.pkh.registry.notification.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A merge follows what the verification service decides about the family that ends. What is not
 * about one, or comes again, changes nothing.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class FollowMerge {

    private static final String CONFIRM = "CONFIRM";
    private static final String SYSTEM = "system";

    private final FamilyMerges merges;
    private final SettleDuplicate duplicates;
    private final QueueNotifications notifications;
    private final DecisionEffects effects;
    private final Clock clock;

    FollowMerge(
            FamilyMerges merges,
            SettleDuplicate duplicates,
            QueueNotifications notifications,
            DecisionEffects effects,
            Clock clock) {
        this.merges = merges;
        this.duplicates = duplicates;
        this.notifications = notifications;
        this.effects = effects;
        this.clock = clock;
    }

    /** After the event's effect on the membership is recorded. */
    public void handle(Event event) {
        if (event instanceof ExitDecided e) {
            boolean isConfirmed = e.decision().equals(CONFIRM);
            move(
                    "g.exit_proposal_id",
                    e.proposalId(),
                    isConfirmed ? MergeState.CONFIRMED : MergeState.DISMISSED,
                    e.decisionId(),
                    e.decidedBy());
            settle(e.decisionId(), SYSTEM);
        } else if (event instanceof ExitProposalWithdrawn e) {
            move("g.exit_proposal_id", e.proposalId(), MergeState.WITHDRAWN, null, e.withdrawnBy());
        } else if (event instanceof DecisionTookEffect e) {
            settle(e.decisionId(), SYSTEM);
        } else if (event instanceof ExitLifted e) {
            settle(e.decisionId(), e.liftedBy());
        } else if (event instanceof TerminationLifted e) {
            settle(e.decisionId(), e.liftedBy());
        } else if (event instanceof MembershipReinstated e) {
            reinstated(e);
        }
    }

    private void settle(UUID decision, String by) {
        Known known = effects.of(decision);
        if (known.isLifted()) {
            move("g.decision_id", decision, MergeState.UNDONE, decision, by);
        } else if (known.isInEffect()) {
            move("g.decision_id", decision, MergeState.MERGED, decision, by);
        }
    }

    /** A family that comes back was not ended for another one after all. */
    private void reinstated(MembershipReinstated event) {
        merges.lock("g.state = 'MERGED' AND g.ended_kpm", event.kpmId())
                .ifPresent(
                        row -> become(row, MergeState.UNDONE, row.decisionId(), event.decidedBy()));
    }

    private void move(String key, UUID id, MergeState next, UUID decision, String by) {
        merges.lock(key, id)
                .filter(row -> row.state().canBecome(next))
                .ifPresent(row -> become(row, next, decision, by));
    }

    private void become(MergeRow row, MergeState next, UUID decision, String by) {
        Instant now = clock.instant();
        merges.become(
                row,
                new Next(next, null, row.reviewedBy(), row.exitProposalId(), decision),
                by,
                now);
        if (next == MergeState.MERGED) {
            duplicates.merged(row.survivorKpm(), row.endedKpm(), row.reviewedBy(), now);
            notify("FamiliesMerged", row, now);
        }
        if (next == MergeState.UNDONE) {
            duplicates.unmerged(row.survivorKpm(), row.endedKpm(), by, now);
        }
        if (row.state() == MergeState.MERGED) {
            notify("FamilyMergeUndone", row, now);
        }
    }

    /** The family that stays; the one that ended gets what every decision brings. */
    private void notify(String event, MergeRow row, Instant now) {
        LocalDate on = BusinessDates.on(now);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        notifications.handle(
                List.of(
                        Subject.ofFamily(
                                        id,
                                        row.version(),
                                        event,
                                        row.mergeId(),
                                        row.survivorKpm(),
                                        on)
                                .withVariables(Map.of("day", on.toString()))));
    }
}
