package id.pkh.registry.complementary.domain;

/** The codes of complementary programmes. The tables of docs/rules/complementary.md list them. */
public final class ComplementaryCodes {

    private ComplementaryCodes() {}

    /** A programme beside PKH, of a member or of the whole family. */
    public enum Programme {
        /** Health cover (PBI-JKN). */
        KIS(true),
        /** School aid (PIP). */
        KIP(true),
        /** Food aid (BPNT). */
        SEMBAKO(false);

        private final boolean ofMember;

        Programme(boolean ofMember) {
            this.ofMember = ofMember;
        }

        public boolean isOfMember() {
            return ofMember;
        }
    }

    /** What is so from a day on. */
    public enum Status {
        HAS,
        LACKS,
        /** It has the programme, and payments are missing. */
        UNPAID;

        public boolean isGap() {
            return this != HAS;
        }
    }

    /** Where a status is known from. */
    public enum Source {
        CARD_SEEN,
        ACCOUNT_SEEN,
        STATEMENT_OF_FAMILY,
        OFFICE,
        /** What came of an advocacy; the registry records it by itself. */
        ADVOCACY,
        /** The system of the programme itself; the registry records what it reports. */
        OTHER_SYSTEM;

        /** Whether the registry records it by itself, so that no person can state it. */
        public boolean isReserved() {
            return this == ADVOCACY || this == OTHER_SYSTEM;
        }
    }

    /** Why the centre refused. */
    public enum Refusal {
        DATA_DISAGREES,
        NOT_ELIGIBLE,
        QUOTA_FULL,
        HAS_IT_ALREADY,
        OTHER
    }
}
