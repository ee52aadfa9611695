package id.pkh.disbursement.cycle.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The list that an officer proposes to seal. It is not frozen: facts that arrive change the
 * payments, and then the proposal is about another list and cannot be sealed.
 */
public record SealProposal(
        UUID proposalId, UUID cycleId, ListFigures list, String proposedBy, Instant proposedAt) {

    public static final String SEAL_HASH_DIFFERS = "SEAL_HASH_DIFFERS";
    public static final String SEAL_SAME_PERSON = "SEAL_SAME_PERSON";
    public static final String SEAL_LIST_CHANGED = "SEAL_LIST_CHANGED";

    /** The ways in which a proposal ends. */
    public enum Outcome {
        SEALED,
        WITHDRAWN,
        REPLACED,
        RECALCULATED
    }

    /**
     * The code of the refusal if this person may not seal the list with this hash; empty otherwise.
     */
    public Optional<String> sealingRefusal(String person, String sha256) {
        if (!list.listSha256().equals(sha256)) {
            return Optional.of(SEAL_HASH_DIFFERS);
        }
        return proposedBy.equals(person) ? Optional.of(SEAL_SAME_PERSON) : Optional.empty();
    }

    /** Whether it is about this list. */
    public boolean isOf(ListFigures now) {
        return list.equals(now);
    }
}
