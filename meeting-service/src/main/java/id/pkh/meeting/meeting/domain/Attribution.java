package id.pkh.meeting.meeting.domain;

/** Who is responsible that a meeting was not held. */
public enum Attribution {
    FACILITATOR,
    NOBODY
}
