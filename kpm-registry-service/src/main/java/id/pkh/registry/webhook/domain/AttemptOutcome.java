package id.pkh.registry.webhook.domain;

import java.util.Set;

/** What became of one attempt, and what follows. The table is in docs/rules/webhooks.md. */
public enum AttemptOutcome {
    DELIVERED(Effect.GO_ON),
    GONE(Effect.DISABLE),
    REDIRECTED(Effect.TRY_AGAIN),
    REFUSED(Effect.TRY_AGAIN),
    BUSY(Effect.TRY_AGAIN),
    FAULTY(Effect.TRY_AGAIN),
    NAME_UNKNOWN(Effect.TRY_AGAIN),
    NAME_TIMED_OUT(Effect.TRY_AGAIN),
    ADDRESS_FORBIDDEN(Effect.TRY_AGAIN),
    UNREACHABLE(Effect.TRY_AGAIN),
    UNTRUSTED(Effect.TRY_AGAIN),
    BROKEN_OFF(Effect.TRY_AGAIN),
    TIMED_OUT(Effect.TRY_AGAIN);

    /** What an attempt means for its subscription. */
    public enum Effect {
        /** The next events follow. */
        GO_ON,
        /** The same events follow after a wait. */
        TRY_AGAIN,
        /** Nothing follows until the owner resumes the subscription. */
        DISABLE
    }

    private static final Set<Integer> BUSY_STATUSES = Set.of(408, 425, 429, 503);
    private static final int GONE_STATUS = 410;

    private final Effect effect;

    AttemptOutcome(Effect effect) {
        this.effect = effect;
    }

    public Effect effect() {
        return effect;
    }

    /** The outcome of an attempt that was answered. The body of the answer means nothing. */
    public static AttemptOutcome ofStatus(int status) {
        if (status >= 200 && status < 300) {
            return DELIVERED;
        }
        if (status == GONE_STATUS) {
            return GONE;
        }
        if (BUSY_STATUSES.contains(status)) {
            return BUSY;
        }
        if (status >= 300 && status < 400) {
            return REDIRECTED;
        }
        return status >= 400 && status < 500 ? REFUSED : FAULTY;
    }
}
