package id.pkh.meeting.meeting;

/** What became of a proposal. The names are codes of the interface. */
public enum TakingBackOutcome {
    CONFIRMED,
    WITHDRAWN
}
