package id.pkh.verification.attendance.domain;

/** What a group meets for. */
public enum MeetingKind {
    GROUP_MEETING,
    P2K2
}
