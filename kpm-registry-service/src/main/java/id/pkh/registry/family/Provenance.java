package id.pkh.registry.family;

import java.time.Instant;
import java.util.UUID;

/**
 * The source of a change of families.
 *
 * @param by subject of the person, or name of the service
 * @param reason reason code of a change of status; null when no status changes
 * @param decisionId decision behind it, if any
 */
public record Provenance(String by, String reason, UUID decisionId, Instant at) {

    public static final String REGISTERED = "REGISTERED";
}
