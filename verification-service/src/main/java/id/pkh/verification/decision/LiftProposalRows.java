package id.pkh.verification.decision;

import id.pkh.platform.security.AreaScope;
import id.pkh.verification.signal.domain.Cause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Proposals that suspensions end. */
public interface LiftProposalRows {

    /**
     * A suspension in effect, and the period of the proposal that it ends.
     *
     * @param period of the step
     * @param proposedFor null when no proposal is open
     */
    record Suspension(
            UUID decisionId, UUID kpmId, Cause cause, String period, String proposedFor) {}

    /** Suspensions that are in effect on steps with these causes. */
    List<Suspension> suspensions(Collection<UUID> kpmIds, Set<Cause> causes);

    void add(
            UUID liftProposalId,
            Suspension suspension,
            String period,
            boolean isPersonNeeded,
            LocalDate on,
            Instant at);

    /** Takes back the open proposal for a decision. */
    void withdraw(UUID decisionId, Instant at);

    /** Decisions with an open proposal that needs no person, in the order of their ids. */
    List<UUID> toEnd(UUID after, int limit);

    /** Suspensions that have been in effect since before this day. */
    long countInEffectSinceBefore(LocalDate day);

    /**
     * Within the areas of the reader, oldest first.
     *
     * @param isOpen null for any
     */
    List<LiftProposal> list(
            UUID kpmId, String village, Boolean isOpen, AreaScope scope, UUID after, int limit);
}
