package id.pkh.registry.complaint.domain;

/** The codes of complaints. The tables of docs/rules/complaints.md list them. */
public final class ComplaintCodes {

    private ComplaintCodes() {}

    /** What the deadlines of the policy distinguish. */
    public enum Category {
        CARD,
        AID,
        DATA,
        PERSON
    }

    /** From the least to the most urgent. */
    public enum Priority {
        LOW,
        MEDIUM,
        HIGH,
        CRITICAL
    }

    /** How the complaint came to the person who lodged it. */
    public enum Channel {
        VISIT,
        MEETING,
        TELEPHONE,
        LETTER,
        OFFICE
    }

    /** Whether something is named: never, if it is known, or always. */
    public enum Naming {
        NO,
        MAY,
        MUST;

        public boolean permits(boolean isNamed) {
            return this == MAY || isNamed == (this == MUST);
        }
    }

    /** How the family learns the outcome. */
    public enum Told {
        MESSAGE,
        /** By the person who closes it: a message could be read by the person whom it is about. */
        IN_PERSON,
        /** It is a report about the family, not one of the family. */
        NO
    }

    /** What comes of a complaint. */
    public enum Outcome {
        DONE,
        REJECTED
    }

    /** Why nothing follows from a complaint. */
    public enum RejectReason {
        NOT_SUBSTANTIATED,
        ANOTHER_COMPLAINT,
        NOT_OF_PROGRAMME,
        WITHDRAWN_BY_FAMILY,
        OTHER
    }

    /** Who went with the family. */
    public enum Companion {
        NOBODY,
        FACILITATOR,
        COORDINATOR,
        DATA_ADMINISTRATOR,
        GROUP_CHAIR,
        RELATIVE
    }
}
