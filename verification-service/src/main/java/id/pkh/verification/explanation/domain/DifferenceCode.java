package id.pkh.verification.explanation.domain;

/** What would have kept a period from counting. */
public enum DifferenceCode {
    /** Present at the meeting, or sick or permitted and recorded as such. */
    ATTENDED_OR_EXCUSED,
    /** The group's meeting was held, or could not be held for a reason beyond the facilitator. */
    MEETING_HELD,
    /** A school child attended enough of the effective days. */
    SCHOOL_DAYS_ATTENDED,
    /**
     * Enough visits to a health service, at which the care was given that the values name, if any.
     */
    HEALTH_VISITS_MADE,
    /** The school or the health service reported for the village. */
    FORM_RECEIVED,
    /** The form has an entry for the person and month, and it names the care, if the values do. */
    ENTRY_ON_THE_FORM,
    /** The registry knows the child's school. */
    SCHOOL_RECORDED,
    /** The registry knows the month of birth. */
    BIRTH_MONTH_RECORDED
}
