package id.pkh.registry.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/**
 * Sends something else than events to another system, under the rules that hold for events: to
 * addresses of the internet, to the one that was judged, and without following a redirect.
 */
@ApplicationScoped
public class PostOutside {

    private final SendWebhook sendWebhook;
    private final LocalReceivers receivers;
    private final MeterRegistry meters;

    PostOutside(SendWebhook sendWebhook, LocalReceivers receivers, MeterRegistry meters) {
        this.sendWebhook = sendWebhook;
        this.receivers = receivers;
        this.meters = meters;
    }

    /** Refuses an address to which nothing is sent, with WEBHOOK_URL_INVALID. */
    public void require(String url) {
        receivers.read(url);
    }

    public Attempt post(String url, Map<String, String> headers, String body, Instant now) {
        Attempt attempt = sendWebhook.post(receivers.read(url), headers, body, now);
        meters.counter("webhook_attempts_total", "outcome", attempt.outcome().name()).increment();
        return attempt;
    }
}
