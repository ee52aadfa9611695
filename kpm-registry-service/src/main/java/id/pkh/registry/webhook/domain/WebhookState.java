package id.pkh.registry.webhook.domain;

import java.util.Map;
import java.util.Set;

/** The states of a subscription. The table of moves is in docs/rules/webhooks.md. */
public enum WebhookState {
    /** Nobody has approved it; nothing is sent. */
    WAITING,
    ACTIVE,
    /** By its owner. */
    PAUSED,
    /** By this service, with a reason. */
    DISABLED,
    /** By its owner or by an officer, for ever. */
    WITHDRAWN;

    private static final Map<WebhookState, Set<WebhookState>> MOVES =
            Map.of(
                    WAITING, Set.of(ACTIVE, WITHDRAWN),
                    ACTIVE, Set.of(PAUSED, DISABLED, WITHDRAWN),
                    PAUSED, Set.of(ACTIVE, WITHDRAWN),
                    DISABLED, Set.of(ACTIVE, WITHDRAWN),
                    WITHDRAWN, Set.of());

    public boolean canBecome(WebhookState next) {
        return MOVES.get(this).contains(next);
    }
}
