package id.pkh.registry.webhook;

import id.pkh.platform.security.AreaScope;
import id.pkh.registry.feed.FeedFilter;
import id.pkh.registry.webhook.domain.DisabledReason;
import id.pkh.registry.webhook.domain.WebhookState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A subscription as it is stored.
 *
 * @param areaCode null for the whole country
 * @param deliveredTo the last position of the feed that is dealt with
 * @param form of what is sent; null for CloudEvents
 * @param failures in a row
 */
record Webhook(
        UUID webhookId,
        String owner,
        String url,
        List<String> eventTypes,
        String areaCode,
        int batchEvents,
        String form,
        byte[] secretCipher,
        byte[] formerSecretCipher,
        Instant formerSecretUntil,
        WebhookState state,
        DisabledReason stateReason,
        Instant stateSince,
        String stateBy,
        Instant createdAt,
        String approvedBy,
        Instant approvedAt,
        long deliveredTo,
        long deliveredEvents,
        int failures,
        Instant nextAttemptAt) {

    /** What an officer has approved, whatever the token of the owner says today. */
    FeedFilter filter() {
        return new FeedFilter(
                eventTypes, areaCode == null ? AreaScope.everywhere() : AreaScope.only(areaCode));
    }
}
