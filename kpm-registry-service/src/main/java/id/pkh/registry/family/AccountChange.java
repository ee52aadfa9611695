package id.pkh.registry.family;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.contracts.registry.AccountChanged;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.FamilyDetails;
import id.pkh.registry.notification.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * A new account, bank or caretaker of a family, or another name of its caretaker. What one person
 * stated waits for another, unless the family has no account and had none.
 */
record AccountChange(UUID id, Family family, AccountOrigin origin, boolean needsConfirmation) {

    private static final String ANOTHER_PERSON = "ANOTHER_PERSON";
    private static final String NOBODY = "NOBODY";

    static AccountChange of(Family family, AccountOrigin origin) {
        return new AccountChange(
                UuidCreator.getTimeOrderedEpoch(),
                family,
                origin,
                origin.source().isOfOnePerson() && family.hasOrHadAccount());
    }

    Instant waitsSince(Instant now) {
        return needsConfirmation ? now : null;
    }

    /** A family that enters with nothing to confirm is announced by its registration alone. */
    boolean isAnnounced() {
        return needsConfirmation || !family.isNew();
    }

    /** A family on record whose account one person changed, perhaps not at its request. */
    boolean isNewsForTheFamily() {
        return needsConfirmation && !family.isNew();
    }

    Subject subject(Provenance provenance) {
        LocalDate on = BusinessDates.on(provenance.at());
        return Subject.ofFamily(id, family.version(), "AccountChanged", id, family.id(), on)
                .withVariables(Map.of("day", on.toString()));
    }

    AccountChanged event(Provenance provenance) {
        FamilyDetails details = family.details();
        LocalDate on = family.changedOn();
        return new AccountChanged(
                family.id(),
                id,
                family.version(),
                details.villageCode(),
                details.payingBank() == null ? null : details.payingBank().name(),
                family.caretaker().id(),
                origin.source().name(),
                provenance.by(),
                needsConfirmation ? ANOTHER_PERSON : NOBODY,
                on,
                provenance.at());
    }
}
