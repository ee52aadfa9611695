package id.pkh.registry.family.domain;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a family stands in the programme: listed by the ministry, invited, validated by its
 * facilitator, found eligible, active; then suspended for a while, or out.
 */
public enum KpmStatus {
    CANDIDATE,
    INVITED,
    VISITED,
    VALIDATED,
    ELIGIBLE,
    INELIGIBLE,
    ACTIVE,
    SUSPENDED,
    GRADUATED,
    MOVED,
    DECEASED,
    TERMINATED;

    public static Optional<KpmStatus> of(String code) {
        return Stream.of(values()).filter(status -> status.name().equals(code)).findFirst();
    }

    /** A family may enter the registry with this status; the others need a decision on record. */
    public boolean canBeRegistered() {
        return ordinal() <= ELIGIBLE.ordinal() || this == ACTIVE;
    }

    /** A list does not know of suspensions: a suspended family is an active one to its sender. */
    public boolean isListedAs(KpmStatus listed) {
        return this == listed || (this == SUSPENDED && listed == ACTIVE);
    }

    /** Nothing about the family changes any more. */
    public boolean isFinal() {
        return this == INELIGIBLE || ordinal() > SUSPENDED.ordinal();
    }
}
