package id.pkh.meeting.p2k2.domain;

/** A series of sessions with an order of its own. The names are the codes of the interface. */
public enum Course {
    /** The five modules. */
    REGULAR,
    /** The sessions on stunting, beside the five modules. */
    STUNTING,
    /** Free topics, without an order. */
    ADAPTIVE
}
