package id.pkh.registry.webhook;

import id.pkh.registry.feed.FedEvent;
import id.pkh.registry.feed.Feed;
import id.pkh.registry.webhook.Deliveries.Sent;
import id.pkh.registry.webhook.domain.AttemptOutcome;
import id.pkh.registry.webhook.domain.DisabledReason;
import id.pkh.registry.webhook.domain.RetryWaits;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * Delivers events to one subscription after the other, in the order of the feed, one request at a
 * time for each. A turn is short, so that those with much to come hold up nobody.
 */
@Startup
@ApplicationScoped
class DeliverWebhooks {

    /** Longer than a turn with an attempt that only its time-out ends. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration LONGEST_TURN = Duration.ofSeconds(5);
    private static final int EVENTS_OF_A_TURN = 250;
    private static final int BATCH_CHARS = 1024 * 1024;

    /** One turn looks no further, so that a subscription with few events does not wait long. */
    private static final long MOST_POSITIONS = 50_000;

    private static final int PERMILLE = 1_001;

    private final Feed feed;
    private final Deliveries deliveries;
    private final SendWebhook sendWebhook;
    private final WebhookSecrets secrets;
    private final LocalReceivers receivers;
    private final WebhookForms forms;
    private final MeterRegistry meters;

    DeliverWebhooks(
            Feed feed,
            Deliveries deliveries,
            SendWebhook sendWebhook,
            WebhookSecrets secrets,
            LocalReceivers receivers,
            WebhookForms forms,
            MeterRegistry meters) {
        this.feed = feed;
        this.deliveries = deliveries;
        this.sendWebhook = sendWebhook;
        this.secrets = secrets;
        this.receivers = receivers;
        this.forms = forms;
        this.meters = meters;
        // each counter exists from the start
        Stream.of(AttemptOutcome.values()).forEach(this::counter);
    }

    /** A subscription that this process holds. */
    record Turn(Webhook webhook, UUID lease, Feed.Head head) {}

    /** Takes up to so many subscriptions for which there may be something new. */
    List<Turn> claim(Instant now, int limit) {
        Feed.Head head = feed.head();
        UUID lease = UUID.randomUUID();
        return deliveries.claim(lease, now, now.plus(LEASE), head.position(), limit).stream()
                .map(webhook -> new Turn(webhook, lease, head))
                .toList();
    }

    /** Delivers what one subscription has to get, for a while, and gives it back. */
    void handle(Turn turn, Instant now) {
        Webhook webhook = turn.webhook();
        if (turn.head().isExpired(webhook.deliveredTo())) {
            deliveries.disable(webhook, DisabledReason.POSITION_EXPIRED, now);
            deliveries.settle(webhook, turn.lease(), webhook.deliveredTo(), 0, 0, now);
            return;
        }
        long until = Math.min(turn.head().position(), webhook.deliveredTo() + MOST_POSITIONS);
        List<FedEvent> events =
                feed.read(webhook.filter(), webhook.deliveredTo(), until, EVENTS_OF_A_TURN);
        deliver(turn, events, events.size() < EVENTS_OF_A_TURN ? until : 0, now);
    }

    /**
     * @param lookedTo the position behind the last event up to which nothing else follows
     */
    private void deliver(Turn turn, List<FedEvent> events, long lookedTo, Instant now) {
        Webhook webhook = turn.webhook();
        ReceiverAddress receiver = receivers.read(webhook.url());
        List<WebhookSecret> signing = secrets.signing(webhook, now);
        long start = System.nanoTime();
        Sent run = null;
        int next = 0;
        while (next < events.size() && System.nanoTime() - start < LONGEST_TURN.toNanos()) {
            Instant sentAt = now.plusNanos(System.nanoTime() - start);
            WebhookMessage message = message(webhook, events.subList(next, events.size()), sentAt);
            Attempt attempt = sendWebhook.send(receiver, message, signing, sentAt);
            counter(attempt.outcome()).increment();
            Sent sent = Sent.of(message, attempt);
            if (attempt.outcome() != AttemptOutcome.DELIVERED) {
                failed(turn, run, sent, attempt, sentAt);
                return;
            }
            run = run == null ? sent : run.and(sent);
            next += message.events();
        }
        long position =
                next == events.size()
                        ? Math.max(lookedTo, positionOf(run, webhook))
                        : positionOf(run, webhook);
        if (run != null) {
            deliveries.delivered(webhook.webhookId(), run, now);
        }
        deliveries.settle(
                webhook,
                turn.lease(),
                position,
                eventsOf(run),
                run == null ? webhook.failures() : 0,
                now);
    }

    private void failed(Turn turn, Sent run, Sent failure, Attempt attempt, Instant now) {
        Webhook webhook = turn.webhook();
        if (run != null) {
            deliveries.delivered(webhook.webhookId(), run, now);
        }
        deliveries.record(webhook.webhookId(), Deliveries.Kind.DELIVERY, failure, now);
        int failures = (run == null ? webhook.failures() : 0) + 1;
        Optional<Duration> wait =
                RetryWaits.after(
                        failures,
                        attempt.askedFor(),
                        ThreadLocalRandom.current().nextInt(PERMILLE));
        boolean held =
                deliveries.settle(
                        webhook,
                        turn.lease(),
                        positionOf(run, webhook),
                        eventsOf(run),
                        failures,
                        // until it is disabled below nobody takes it
                        now.plus(wait.orElse(LEASE)));
        if (!held) {
            return;
        }
        if (attempt.outcome().effect() == AttemptOutcome.Effect.DISABLE) {
            deliveries.disable(webhook, DisabledReason.GONE, now);
        } else if (wait.isEmpty()) {
            deliveries.disable(webhook, DisabledReason.FAILING, now);
        }
    }

    /** The next event, or as many as the subscription takes together. */
    private WebhookMessage message(Webhook webhook, List<FedEvent> events, Instant sentAt) {
        if (webhook.batchEvents() == 1) {
            return forms.message(webhook, events.get(0), sentAt);
        }
        List<FedEvent> together = new ArrayList<>();
        int chars = 0;
        for (FedEvent event : events) {
            chars += event.event().length();
            if (together.size() == webhook.batchEvents()
                    || !together.isEmpty() && chars > BATCH_CHARS) {
                break;
            }
            together.add(event);
        }
        return WebhookMessage.of(together);
    }

    private static long positionOf(Sent run, Webhook webhook) {
        return run == null ? webhook.deliveredTo() : run.lastPosition();
    }

    private static long eventsOf(Sent run) {
        return run == null ? 0 : run.events();
    }

    private Counter counter(AttemptOutcome outcome) {
        return meters.counter("webhook_attempts_total", "outcome", outcome.name());
    }
}
