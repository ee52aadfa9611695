package id.pkh.registry.webhook;

import id.pkh.registry.webhook.domain.AttemptOutcome;
import id.pkh.registry.webhook.domain.DisabledReason;
import id.pkh.registry.webhook.domain.WebhookState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Subscriptions as their owners and officers see them. Nobody sees a secret again. */
final class WebhookViews {

    private WebhookViews() {}

    @Schema(name = "WebhookSubscription", description = "Where which events are sent to.")
    record WebhookView(
            UUID webhookId,
            String owner,
            String url,
            List<String> eventTypes,
            @Schema(nullable = true, description = "null: the whole country") String areaCode,
            int batchEvents,
            @Schema(implementation = WebhookState.class) String state,
            @Schema(
                            nullable = true,
                            enumeration = {"GONE", "FAILING", "POSITION_EXPIRED"},
                            description =
                                    "Why it is DISABLED: the receiver answered 410, every attempt"
                                            + " failed, or the next events are kept no more")
                    String stateReason,
            Instant stateSince,
            @Schema(nullable = true, description = "null: this service") String stateBy,
            Instant createdAt,
            @Schema(nullable = true) String approvedBy,
            @Schema(nullable = true) Instant approvedAt,
            @Schema(description = "The last position of the feed that is dealt with")
                    long deliveredTo,
            @Schema(description = "How many positions of the feed lie behind it")
                    long positionsLeft,
            long deliveredEvents,
            @Schema(description = "Failed attempts in a row") int failures,
            Instant nextAttemptAt) {

        static WebhookView of(Webhook webhook, long head) {
            DisabledReason reason = webhook.stateReason();
            return new WebhookView(
                    webhook.webhookId(),
                    webhook.owner(),
                    webhook.url(),
                    webhook.eventTypes(),
                    webhook.areaCode(),
                    webhook.batchEvents(),
                    webhook.state().name(),
                    reason == null ? null : reason.name(),
                    webhook.stateSince(),
                    webhook.stateBy(),
                    webhook.createdAt(),
                    webhook.approvedBy(),
                    webhook.approvedAt(),
                    webhook.deliveredTo(),
                    Math.max(0, head - webhook.deliveredTo()),
                    webhook.deliveredEvents(),
                    webhook.failures(),
                    webhook.nextAttemptAt());
        }
    }

    @Schema(name = "WebhookWithSecret", description = "A subscription with its new secret.")
    record SecretView(
            WebhookView webhook,
            @Schema(
                            examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                            description = "Signs each request. It is shown this once")
                    String secret) {}

    @Schema(
            name = "WebhookAttempt",
            description = "A request, or a run of requests that succeeded.")
    record AttemptView(
            long attemptId,
            Instant attemptedAt,
            @Schema(implementation = Deliveries.Kind.class) String kind,
            @Schema(description = "webhook-id of the (last) request") String messageId,
            @Schema(description = "0: an event that is in no feed") long firstPosition,
            long lastPosition,
            int events,
            @Schema(implementation = AttemptOutcome.class) String outcome,
            @Schema(nullable = true, description = "null: there was no answer") Integer status,
            @Schema(description = "Until the head of the answer; of a run, the sum") long millis) {}
}
