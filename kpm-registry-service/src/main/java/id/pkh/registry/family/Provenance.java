package id.pkh.registry.family;

import java.time.Instant;
import java.util.UUID;

/**
 * Where a change of families comes from.
 *
 * @param by subject of the person, or the service
 * @param reason reason code of a change of status; null where none changes
 * @param decisionId decision behind it, if any
 */
public record Provenance(String by, String reason, UUID decisionId, Instant at) {

    public static final String REGISTERED = "REGISTERED";
}
