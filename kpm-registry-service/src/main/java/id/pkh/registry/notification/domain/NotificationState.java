package id.pkh.registry.notification.domain;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The life of a notification. */
public enum NotificationState {
    /** Waits for its hour, for the gateway, or to be printed. */
    QUEUED,
    /** The gateway took it. */
    SENT,
    /** The receiver, or who handed it over, confirmed that it arrived. */
    ACKNOWLEDGED,
    /** The gateway refused it for good; it is on the printable list. */
    FAILED,
    /** Too late, or no longer true. */
    EXPIRED,
    /** It was printed to be handed over. */
    PRINTED;

    public static final String KNOWN = "QUEUED, SENT, ACKNOWLEDGED, FAILED, EXPIRED, PRINTED";

    public static Optional<NotificationState> of(String code) {
        return Stream.of(values()).filter(state -> state.name().equals(code)).findFirst();
    }

    public boolean canBecome(NotificationState next) {
        return next(this).contains(next);
    }

    private static Set<NotificationState> next(NotificationState state) {
        return switch (state) {
            case QUEUED -> Set.of(SENT, FAILED, EXPIRED, PRINTED, ACKNOWLEDGED);
            case FAILED -> Set.of(PRINTED, ACKNOWLEDGED, EXPIRED);
            case SENT, PRINTED -> Set.of(ACKNOWLEDGED);
            case ACKNOWLEDGED, EXPIRED -> Set.of();
        };
    }
}
