package id.pkh.registry.complementary.domain;

import java.util.Set;

/**
 * The way of a family that lacks a programme: listed by the field, reported to the data
 * administrator, proposed to the centre, answered there, and looked at again.
 */
public enum AdvocacyState {
    LISTED,
    REPORTED,
    PROPOSED,
    GRANTED,
    REFUSED,
    RECEIVES,
    STILL_NOT,
    WITHDRAWN;

    public boolean canBecome(AdvocacyState next) {
        return next(this).contains(next);
    }

    private static Set<AdvocacyState> next(AdvocacyState state) {
        return switch (state) {
            case LISTED -> Set.of(REPORTED, WITHDRAWN);
            case REPORTED -> Set.of(PROPOSED, WITHDRAWN);
            case PROPOSED -> Set.of(GRANTED, REFUSED);
            case GRANTED -> Set.of(RECEIVES, STILL_NOT);
            case REFUSED, RECEIVES, STILL_NOT, WITHDRAWN -> Set.of();
        };
    }
}
