package id.pkh.verification.attendance.domain;

/** The purpose of a meeting. */
public enum MeetingKind {
    GROUP_MEETING,
    P2K2
}
