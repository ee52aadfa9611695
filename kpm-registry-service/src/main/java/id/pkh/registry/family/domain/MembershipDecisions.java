package id.pkh.registry.family.domain;

/**
 * The recorded decisions on a family's membership, and the status that follows from them. The
 * status is derived, so that decisions and lifts may arrive twice or out of order.
 *
 * @param openSuspensions suspensions decided and not lifted
 * @param terminated whether a termination was decided
 */
public record MembershipDecisions(int openSuspensions, boolean terminated) {

    public KpmStatus applyTo(KpmStatus current) {
        boolean participating = current == KpmStatus.ACTIVE || current == KpmStatus.SUSPENDED;
        if (!participating) {
            return current;
        }
        if (terminated) {
            return KpmStatus.TERMINATED;
        }
        return openSuspensions > 0 ? KpmStatus.SUSPENDED : KpmStatus.ACTIVE;
    }
}
