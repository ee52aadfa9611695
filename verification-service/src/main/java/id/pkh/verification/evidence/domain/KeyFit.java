package id.pkh.verification.evidence.domain;

/** How a key of a row compares with the same key of a pupil. */
public enum KeyFit {
    SAME,
    ONE_DIGIT_OFF,
    /** The same, if a spreadsheet dropped the zeros at the beginning. */
    ZEROS_MISSING,
    OTHER,
    /** The row does not state it, or not so that it can be read. */
    NOT_STATED;

    boolean isNear() {
        return this == ONE_DIGIT_OFF || this == ZEROS_MISSING;
    }
}
