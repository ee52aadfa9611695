package id.pkh.disbursement.payment.domain;

import id.pkh.disbursement.sanction.domain.Decision;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * When a family is paid after all for a sealed cycle: once every decision that blocked the payment
 * at sealing has been lifted. A held payment is released however the hold ended; a forfeited or
 * lost one only when the decision should never have been made. Decisions made after sealing do not
 * count.
 */
public final class ReleaseRule {

    /** The decision that ended last, and how it ended. */
    public record Release(UUID decisionId, String reason) {}

    private ReleaseRule() {}

    public static Optional<Release> release(
            List<UUID> blockedAtSealing, Map<UUID, Decision> decisions) {
        boolean allGiveBack =
                blockedAtSealing.stream()
                        .map(decisions::get)
                        .allMatch(decision -> decision != null && decision.givesBack());
        return allGiveBack ? lastLifted(blockedAtSealing, decisions) : Optional.empty();
    }

    /** Of these decisions the one that was lifted last. */
    public static Optional<Release> lastLifted(
            List<UUID> decisionIds, Map<UUID, Decision> decisions) {
        return decisionIds.stream()
                .map(decisions::get)
                .filter(decision -> decision != null && !decision.isInEffect())
                .max(
                        Comparator.comparing((Decision d) -> d.lift().liftedAt())
                                .thenComparing(d -> d.decisionId().toString()))
                .map(last -> new Release(last.decisionId(), last.lift().reason()));
    }
}
