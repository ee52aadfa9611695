package id.pkh.registry.graduation.domain;

import java.util.Set;

/**
 * The way of a proposal: made by the field, reviewed by the data administrator, forwarded to the
 * verification service, and from then on what two people there decide.
 */
public enum GraduationState {
    PROPOSED,
    REJECTED,
    WITHDRAWN,
    FORWARDED,
    DISMISSED,
    /** Decided, and the family has to get its notice. */
    CONFIRMED,
    GRADUATED,
    LIFTED;

    public boolean canBecome(GraduationState next) {
        return next(this).contains(next);
    }

    private static Set<GraduationState> next(GraduationState state) {
        return switch (state) {
            case PROPOSED -> Set.of(FORWARDED, REJECTED, WITHDRAWN);
            case FORWARDED -> Set.of(CONFIRMED, DISMISSED, WITHDRAWN);
            case CONFIRMED -> Set.of(GRADUATED, LIFTED);
            case GRADUATED -> Set.of(LIFTED);
            case REJECTED, WITHDRAWN, DISMISSED, LIFTED -> Set.of();
        };
    }
}
