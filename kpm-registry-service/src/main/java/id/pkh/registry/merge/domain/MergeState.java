package id.pkh.registry.merge.domain;

import java.util.Set;

/**
 * The way of a merge: proposed by one data administrator, confirmed by another and forwarded to the
 * verification service, and from then on what two people there decide.
 */
public enum MergeState {
    PROPOSED,
    REJECTED,
    WITHDRAWN,
    FORWARDED,
    DISMISSED,

    /** Decided, and the family that ends has to get its notice. */
    CONFIRMED,

    /** One family has left and points to the other. */
    MERGED,

    /** The family that had ended is back, or never left. */
    UNDONE;

    public boolean canBecome(MergeState next) {
        return switch (this) {
            case PROPOSED -> Set.of(FORWARDED, REJECTED, WITHDRAWN).contains(next);
            case FORWARDED -> Set.of(CONFIRMED, DISMISSED, WITHDRAWN).contains(next);
            case CONFIRMED -> next == MERGED || next == UNDONE;
            case MERGED -> next == UNDONE;
            default -> false;
        };
    }
}
