package id.pkh.meeting.duty.domain;

/** The result of a duty towards one group in one closed month. */
public enum DutyOutcome {
    HELD,
    /** Not held, and the facilitator is responsible for it. */
    LAPSED,
    /** Not held, and no one is to blame: a disaster, or no facilitator was assigned. */
    EXEMPT
}
