package id.pkh.registry.initial.domain;

/** The codes of initial meetings. The tables of docs/rules/initial-meetings.md list them. */
public final class InitialCodes {

    private InitialCodes() {}

    /** In which function somebody speaks at the meeting. */
    public enum Speaker {
        FACILITATOR,
        COORDINATOR,
        VILLAGE_HEAD,
        SUB_DISTRICT_OFFICE,
        SOCIAL_OFFICE,
        HEALTH_SERVICE,
        SCHOOL,
        BANK,
        OTHER
    }

    /** To whom a letter was given. */
    public enum DeliveredTo {
        CARETAKER,
        ADULT_OF_FAMILY,
        NEIGHBOUR,
        VILLAGE_OFFICE
    }

    /** Whether a family was at the meeting; without a mark nothing is known. */
    public enum Mark {
        CAME,
        SENT_SOMEBODY,
        DID_NOT_COME
    }

    public enum Topic {
        AIMS,
        RIGHTS_AND_DUTIES,
        REQUIREMENTS,
        COMPONENTS,
        SCHEDULE_AND_PAYMENT,
        SANCTIONS,
        COMMITMENTS
    }

    /** How what the registry has compares with the evidence. */
    public enum Verdict {
        MATCHES,
        DIFFERS,
        /** The evidence is missing. */
        MISSING
    }

    /** Why a meeting does not take place. */
    public enum CancelReason {
        PLACE_NOT_AVAILABLE,
        FACILITATOR_ILL,
        DISASTER,
        LETTERS_NOT_DELIVERED,
        ENTERED_BY_MISTAKE,
        OTHER
    }
}
