package id.pkh.disbursement.payment.domain;

import id.pkh.disbursement.sanction.domain.Decision;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Decides when a withheld payment of a sealed cycle is released: after every decision that blocked
 * the payment at sealing has been lifted. A held payment is released regardless of how the hold
 * ended. A forfeited or lost payment is released only when the decision should never have been
 * made. Decisions made after sealing do not count.
 */
public final class ReleaseRule {

    /** The decision that was lifted last, and the lift. */
    public record Release(UUID decisionId, String reason) {}

    private ReleaseRule() {}

    public static Optional<Release> release(
            List<UUID> blockedAtSealing, Map<UUID, Decision> decisions) {
        boolean allGiveBack =
                blockedAtSealing.stream()
                        .map(decisions::get)
                        .allMatch(decision -> decision != null && decision.releasesMoney());
        return allGiveBack ? lastLifted(blockedAtSealing, decisions) : Optional.empty();
    }

    /** Returns the decision that was lifted last. */
    public static Optional<Release> lastLifted(
            List<UUID> decisionIds, Map<UUID, Decision> decisions) {
        return decisionIds.stream()
                .map(decisions::get)
                .filter(decision -> decision != null && decision.lift() != null)
                .max(
                        Comparator.comparing((Decision d) -> d.lift().liftedAt())
                                .thenComparing(d -> d.decisionId().toString()))
                .map(last -> new Release(last.decisionId(), last.lift().reason().name()));
    }
}
