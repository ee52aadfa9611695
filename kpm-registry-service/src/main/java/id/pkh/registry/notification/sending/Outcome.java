package id.pkh.registry.notification.sending;

/** What became of an attempt to send a message. */
public enum Outcome {
    ACCEPTED,
    /** The gateway does not take this message, now or later. */
    REFUSED,
    /** The number is no longer that of the receiver. */
    NUMBER_WITHDRAWN,
    UNREACHABLE,
    TIMED_OUT,
    /** The gateway asks to come back later. */
    BUSY,
    /** The gateway failed with this message. */
    BROKEN,
    /** The answer does not name the message, so nothing is known. */
    NOT_UNDERSTOOD;

    boolean isFinal() {
        return this == ACCEPTED || this == REFUSED || this == NUMBER_WITHDRAWN;
    }

    /** Whether no other message would fare better now. */
    boolean isOutage() {
        return this == UNREACHABLE || this == TIMED_OUT || this == BUSY;
    }
}
