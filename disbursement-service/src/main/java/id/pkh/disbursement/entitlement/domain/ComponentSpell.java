package id.pkh.disbursement.entitlement.domain;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** A member carries a component from a day, until another day or without a known end. */
public record ComponentSpell(UUID memberId, String component, LocalDate since, LocalDate until) {

    public ComponentSpell {
        Objects.requireNonNull(memberId, "memberId");
        Objects.requireNonNull(component, "component");
        Objects.requireNonNull(since, "since");
    }

    public boolean holdsOn(LocalDate day) {
        return !since.isAfter(day) && (until == null || !until.isBefore(day));
    }
}
