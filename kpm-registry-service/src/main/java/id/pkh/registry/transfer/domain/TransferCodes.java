package id.pkh.registry.transfer.domain;

/** The codes of transfers, as in {@code docs/rules/duplicates.md}. */
public final class TransferCodes {

    private TransferCodes() {}

    /** How far a transfer is. */
    public enum TransferState {
        PROPOSED,
        CONFIRMED,
        REJECTED,
        WITHDRAWN
    }

    /** Why the child lives with another family. */
    public enum TransferReason {
        LIVES_WITH_RELATIVES,
        CUSTODY,
        PARENT_DIED,
        BACK_WITH_PARENTS
    }

    /** What a caretaker, or somebody in the caretaker's place, has stated. */
    public enum CaretakerEvidence {
        SIGNED_STATEMENT,
        VILLAGE_LETTER,
        FAMILY_CARD,
        COURT_DECISION
    }

    /** Why a transfer is not confirmed. */
    public enum TransferRejection {
        EVIDENCE_INSUFFICIENT,
        CHILD_NOT_THERE,
        CARETAKER_DISAGREES
    }
}
