package id.pkh.platform.policies;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a person did with a version.
 *
 * @param reason null where none is needed
 */
public record PolicyAct(Kind act, String byPerson, Instant actedAt, String reason) {

    /** The acts, in the order in which they can follow. */
    @Schema(name = "PolicyActKind")
    public enum Kind {
        ENTERED,
        /** By another person than the one who entered it. */
        APPROVED,
        /** By another person. */
        REFUSED,
        /** By the person who entered it. */
        WITHDRAWN,
        REVOCATION_PROPOSED,
        /** By another person than the one who proposed it, before the first day. */
        REVOKED
    }
}
