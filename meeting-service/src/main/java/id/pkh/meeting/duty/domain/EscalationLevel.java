package id.pkh.meeting.duty.domain;

/**
 * Who is notified of a facilitator's lapse, from the lowest level up. The names are the codes of
 * the published language.
 */
public enum EscalationLevel {
    /** Only the facilitator. */
    NONE,
    COORDINATOR,
    REGENCY_COORDINATOR
}
