package id.pkh.meeting.meeting.domain;

/** Whose failure it is that a meeting was not held. */
public enum Attribution {
    FACILITATOR,
    NOBODY
}
