package id.pkh.verification.compliance.domain;

/** What was done at the visits of a month, as far as the form of a health service names it. */
public enum Care {
    WEIGHT,
    HEIGHT,
    VITAMIN_A,
    ANTENATAL,
    FACILITY_BIRTH,
    /** A birth at home or on the way. Nobody has to fulfil it; it tells when the child was born. */
    OTHER_BIRTH,
    POSTNATAL;

    boolean isBirth() {
        return this == FACILITY_BIRTH || this == OTHER_BIRTH;
    }
}
