package id.pkh.meeting.group.domain;

/** Whether a group has as many families as it is to have. */
public enum GroupSizeFinding {
    BELOW,
    WITHIN,
    ABOVE
}
