package id.pkh.registry.webhook;

import id.pkh.registry.webhook.DeliverWebhooks.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Delivers as the workers of an instance do, at the time that a test says. */
@ApplicationScoped
public class Rounds {

    private static final int ALL = 1_000;

    private final DeliverWebhooks deliverWebhooks;

    Rounds(DeliverWebhooks deliverWebhooks) {
        this.deliverWebhooks = deliverWebhooks;
    }

    /** Serves everybody once; returns how many were due. */
    public int round(Instant now) {
        List<Turn> turns = deliverWebhooks.claim(now, ALL);
        turns.forEach(turn -> deliverWebhooks.handle(turn, now));
        return turns.size();
    }

    /** Until nobody is due at this time. */
    public void rounds(Instant now) {
        while (round(now) > 0) {
            // the next one
        }
    }
}
