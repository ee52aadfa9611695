package id.pkh.meeting.duty.domain;

/**
 * A facilitator's monthly duties towards each group. The names are the codes of the published
 * language.
 */
public enum Duty {
    GROUP_MEETING,
    P2K2
}
