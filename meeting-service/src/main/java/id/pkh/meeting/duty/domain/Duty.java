package id.pkh.meeting.duty.domain;

/**
 * What a facilitator owes each of her groups once a month. The names are the codes of the published
 * language.
 */
public enum Duty {
    GROUP_MEETING,
    P2K2
}
