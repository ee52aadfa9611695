package id.pkh.disbursement.cycle.domain;

import java.time.Instant;

/**
 * The frozen list: one person proposed it, another sealed it.
 *
 * @param proposedBy null for a seal that one officer made before a second person was required
 */
public record CycleSeal(ListFigures list, String proposedBy, String sealedBy, Instant sealedAt) {

    /** Whether the person is one of the two. */
    public boolean isBy(String person) {
        return person.equals(proposedBy) || person.equals(sealedBy);
    }
}
