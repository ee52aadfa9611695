package id.pkh.verification.decision.domain;

/** How a notice comes to a family. */
public enum NoticeRoute {
    /** A letter, handed over against a signature. */
    LETTER,
    /** Read out at a visit. */
    VISIT,
    TELEPHONE,
    /** Put up at the house or the village office, for a family that could not be reached. */
    POSTED
}
