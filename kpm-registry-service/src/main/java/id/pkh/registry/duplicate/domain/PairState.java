package id.pkh.registry.duplicate.domain;

/** How far a pair of families is that may be the same one. */
public enum PairState {
    OPEN,

    /** A named person looked, with a reason. It stays, unless a fact changes. */
    NOT_THE_SAME,

    /** Their records changed, or one of them left; there is nothing to decide. */
    NO_LONGER_ALIKE,

    /** One of them ended for the other; only an undo opens the pair again. */
    MERGED;

    /**
     * What a comparison makes of a pair that is on record.
     *
     * @param isAlike whether it is suspected now
     * @param factsChanged whether the facts are others than those on record
     */
    public PairState compared(boolean isAlike, boolean factsChanged) {
        if (this == MERGED) {
            return MERGED;
        }
        if (!isAlike) {
            return this == OPEN ? NO_LONGER_ALIKE : this;
        }
        return this == NOT_THE_SAME && !factsChanged ? NOT_THE_SAME : OPEN;
    }

    /** A pair that a person found different is opened again before it is merged. */
    public boolean canBeMerged() {
        return this == OPEN || this == NO_LONGER_ALIKE;
    }
}
