package id.pkh.registry.notification.domain;

/** When a message leaves. */
public enum Urgency {
    /** Together with all others of its day. */
    DIGEST,
    /** As soon as the hours are not quiet. */
    AT_ONCE
}
