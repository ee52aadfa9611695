package id.pkh.registry.duplicate.domain;

/** Why two families that look alike are not the same. */
public enum DistinctionReason {
    /** Seen on their papers, or at a visit. */
    DIFFERENT_PERSONS,

    /** Brothers, sisters or namesakes of one household that was divided. */
    RELATIVES,

    /** Two families have one account, which an administrator looked into. */
    SHARED_ACCOUNT,

    OTHER
}
