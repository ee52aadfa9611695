package id.pkh.registry.webhook;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.web.Refused;
import id.pkh.registry.feed.Feed;
import id.pkh.registry.webhook.WebhookViews.AttemptView;
import id.pkh.registry.webhook.domain.WebhookState;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Sends one event at once, because its owner asks for it. It moves no position, and neither counts
 * as a failure nor resumes anything. No transaction is open while it is sent.
 */
@ApplicationScoped
class TryWebhook {

    private final WebhookAccess access;
    private final WebhookQueries queries;
    private final Deliveries deliveries;
    private final Feed feed;
    private final SendWebhook sendWebhook;
    private final WebhookForms forms;
    private final WebhookSecrets secrets;
    private final LocalReceivers receivers;
    private final Clock clock;

    TryWebhook(
            WebhookAccess access,
            WebhookQueries queries,
            Deliveries deliveries,
            Feed feed,
            SendWebhook sendWebhook,
            WebhookForms forms,
            WebhookSecrets secrets,
            LocalReceivers receivers,
            Clock clock) {
        this.access = access;
        this.queries = queries;
        this.deliveries = deliveries;
        this.feed = feed;
        this.sendWebhook = sendWebhook;
        this.forms = forms;
        this.secrets = secrets;
        this.receivers = receivers;
        this.clock = clock;
    }

    AttemptView handle(UUID id, Optional<Long> position) {
        Instant now = clock.instant();
        Webhook webhook = QuarkusTransaction.requiringNew().call(() -> access.lockOwn(id));
        if (webhook.approvedBy() == null || webhook.state() == WebhookState.WITHDRAWN) {
            throw WebhookAccess.stateDiffers(webhook);
        }
        WebhookMessage message =
                position.map(given -> event(webhook, given, now))
                        .orElseGet(
                                () -> WebhookMessage.test(UuidCreator.getTimeOrderedEpoch(), now));
        Attempt attempt =
                sendWebhook.send(
                        receivers.read(webhook.url()), message, secrets.signing(webhook, now), now);
        deliveries.record(
                id,
                position.isPresent() ? Deliveries.Kind.REQUESTED : Deliveries.Kind.TEST,
                Deliveries.Sent.of(message, attempt),
                now);
        return queries.lastAttempt(id, message.id());
    }

    private WebhookMessage event(Webhook webhook, long position, Instant now) {
        return feed.at(webhook.filter(), position)
                .map(event -> forms.message(webhook, event, now))
                .orElseThrow(
                        () ->
                                Refused.because("WEBHOOK_POSITION_UNKNOWN")
                                        .with("newest", feed.head().position()));
    }
}
