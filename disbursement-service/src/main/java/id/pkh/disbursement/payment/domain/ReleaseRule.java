package id.pkh.disbursement.payment.domain;

import id.pkh.disbursement.sanction.domain.Decision;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * When a family is paid after all for a cycle that is sealed: once every decision that stood
 * against the payment at sealing has been lifted. A hold is given back however it ended; a forfeit
 * or a termination only when it should never have been made. Decisions that came after sealing have
 * no say.
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
                .filter(decision -> decision != null && !decision.stands())
                .max(
                        Comparator.comparing((Decision d) -> d.lift().liftedAt())
                                .thenComparing(d -> d.decisionId().toString()))
                .map(last -> new Release(last.decisionId(), last.lift().reason()));
    }
}
