package id.pkh.registry.family;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/**
 * The source of a change of families.
 *
 * @param by subject of the person, or name of the service
 * @param reason reason code of a change of status; null when no status changes
 * @param decisionId decision behind it, if any
 * @param updateId data update that was accepted; null for every other change
 * @param accountOrigin where the account or the caretaker of each family was stated
 */
public record Provenance(
        String by,
        String reason,
        UUID decisionId,
        Instant at,
        UUID updateId,
        Function<UUID, AccountOrigin> accountOrigin) {

    public static final String REGISTERED = "REGISTERED";

    /** A change that a request states. */
    public Provenance(String by, String reason, UUID decisionId, Instant at) {
        this(by, reason, decisionId, at, family -> AccountOrigin.REQUEST);
    }

    public Provenance(
            String by,
            String reason,
            UUID decisionId,
            Instant at,
            Function<UUID, AccountOrigin> accountOrigin) {
        this(by, reason, decisionId, at, null, accountOrigin);
    }

    /** A change that one person submitted and another accepted. */
    public static Provenance ofUpdate(String acceptedBy, UUID updateId, Instant at) {
        return new Provenance(
                acceptedBy, null, null, at, updateId, family -> AccountOrigin.REQUEST);
    }
}
