package id.pkh.meeting.duty.domain;

/** How a duty towards one group ended in one closed month. */
public enum DutyOutcome {
    HELD,
    /** Not held, and the facilitator has to answer for it. */
    LAPSED,
    /** Not held, and no one is to blame: a disaster, or no facilitator was assigned. */
    EXEMPT
}
