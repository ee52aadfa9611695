package id.pkh.registry.dataupdate.domain;

import java.util.Set;

/**
 * The life of a data update: submitted by the field, decided by a data administrator, and submitted
 * again when it was returned.
 */
public enum UpdateState {
    SUBMITTED,
    ACCEPTED,
    RETURNED,
    WITHDRAWN;

    public boolean canBecome(UpdateState next) {
        return next(this).contains(next);
    }

    private static Set<UpdateState> next(UpdateState state) {
        return switch (state) {
            case SUBMITTED -> Set.of(ACCEPTED, RETURNED, WITHDRAWN);
            case RETURNED -> Set.of(SUBMITTED, WITHDRAWN);
            case ACCEPTED, WITHDRAWN -> Set.of();
        };
    }
}
