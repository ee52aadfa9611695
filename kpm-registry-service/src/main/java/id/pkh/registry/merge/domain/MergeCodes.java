package id.pkh.registry.merge.domain;

/** The codes of merges, as in {@code docs/rules/duplicates.md}. */
public final class MergeCodes {

    private MergeCodes() {}

    /** What the person who proposes a merge has seen. */
    public enum MergeEvidence {
        FAMILY_CARD,
        IDENTITY_CARD,
        CIVIL_REGISTRY,
        HOME_VISIT
    }

    /** Why a merge is not confirmed. */
    public enum MergeRejectionReason {
        EVIDENCE_INSUFFICIENT,
        NOT_THE_SAME,
        OTHER_SURVIVOR,
        DATA_CHANGED
    }

    /** Something open about the family that would end, which would be lost. */
    public enum OpenWork {
        ACCOUNT_WAITS,
        NUMBER_WAITS,
        UPDATE_OPEN,
        COMPLAINT_OPEN,
        ADVOCACY_OPEN,
        GRADUATION_OPEN,
        APPEAL_OPEN
    }

    /** What a person has to decide after a merge was undone. */
    public enum ToSettle {
        MEMBERS_IN_ANOTHER_FAMILY,
        GROUP_TO_PLACE
    }
}
