package id.pkh.meeting.grouping;

/** What became of a proposal. */
public enum ProposalStatus {
    OPEN,
    /** A named person formed the groups. */
    SETTLED,
    WITHDRAWN
}
