package id.pkh.registry.family.domain;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The status of a family in the programme: listed by the ministry, invited, validated by its
 * facilitator, found eligible, active; then suspended for some time, or no longer in the programme.
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

    /** Whether a family may enter the registry with this status without a decision. */
    public boolean canBeRegistered() {
        return this == CANDIDATE;
    }

    /** Whether an initial roster, which two people answer for, may bring families in with it. */
    public boolean canBeOnInitialRoster() {
        return ordinal() <= ELIGIBLE.ordinal() || this == ACTIVE;
    }

    /** A list has no status for suspensions: its sender lists a suspended family as active. */
    public boolean isListedAs(KpmStatus listed) {
        return this == listed || (this == SUSPENDED && listed == ACTIVE);
    }

    /** Whether the family has left the programme; its record cannot change until it comes back. */
    public boolean isFinal() {
        return this == INELIGIBLE || ordinal() > SUSPENDED.ordinal();
    }
}
