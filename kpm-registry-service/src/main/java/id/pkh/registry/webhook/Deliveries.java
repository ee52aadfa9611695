package id.pkh.registry.webhook;

import id.pkh.platform.persistence.Database;
import id.pkh.registry.webhook.domain.AttemptOutcome;
import id.pkh.registry.webhook.domain.DisabledReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who delivers for which subscription, and how far it is. One process at a time holds a
 * subscription; what one that lost it writes has no effect.
 */
@ApplicationScoped
@Transactional
class Deliveries {

    private static final String CLAIM =
            """
            UPDATE webhook SET lease = :lease, leased_until = :until
             WHERE webhook_id IN (
                   SELECT webhook_id FROM webhook
                    WHERE state = 'ACTIVE' AND next_attempt_at <= :now AND leased_until <= :now
                      AND delivered_to < :head
                    ORDER BY next_attempt_at LIMIT :limit FOR UPDATE SKIP LOCKED)
            RETURNING webhook_id, owner, url, event_types, area_code, batch_events, form, secret_cipher,
                   former_secret_cipher, former_secret_until, state, state_reason, state_since,
                   state_by, created_at, approved_by, approved_at, delivered_to,
                   delivered_events, failures, next_attempt_at
            """;

    private static final String SETTLE =
            """
            UPDATE webhook SET delivered_to = :position,
                   delivered_events = delivered_events + :events, failures = :failures,
                   next_attempt_at = :next, lease = NULL, leased_until = '-infinity'
             WHERE webhook_id = :id AND lease = :lease
            """;

    private static final String DISABLE =
            """
            UPDATE webhook SET state = 'DISABLED', state_reason = :reason, state_since = :now,
                   state_by = NULL
             WHERE webhook_id = :id AND state = 'ACTIVE'
            """;

    private static final String RECORD =
            """
            INSERT INTO webhook_attempt (webhook_id, attempted_at, kind, message_id, first_position,
                   last_position, events, outcome, status, millis)
            VALUES (:id, :now, :kind, :message, :first, :last, :events, :outcome, :status, :millis)
            """;

    private static final String EXTEND =
            """
            UPDATE webhook_attempt SET message_id = :message, last_position = :last,
                   events = events + :events, status = :status, millis = millis + :millis
             WHERE attempt_id = (
                   SELECT max(attempt_id) FROM webhook_attempt WHERE webhook_id = :id)
               AND kind = 'DELIVERY' AND outcome = 'DELIVERED' AND last_position < :first
               AND attempted_at > :since
            """;

    private static final Duration LONGEST_RUN = Duration.ofMinutes(1);

    private final Database database;

    Deliveries(Database database) {
        this.database = database;
    }

    /** Why a message was sent. */
    enum Kind {
        DELIVERY,
        REQUESTED,
        TEST
    }

    /**
     * One attempt, or a run of successes that ended together.
     *
     * @param messageId of the last message
     */
    record Sent(
            String messageId,
            long firstPosition,
            long lastPosition,
            int events,
            AttemptOutcome outcome,
            Integer status,
            long millis) {

        static Sent of(WebhookMessage message, Attempt attempt) {
            return new Sent(
                    message.id(),
                    message.firstPosition(),
                    message.lastPosition(),
                    message.events(),
                    attempt.outcome(),
                    attempt.status(),
                    attempt.millis());
        }

        /** Both as one run. */
        Sent and(Sent next) {
            return new Sent(
                    next.messageId,
                    firstPosition,
                    next.lastPosition,
                    events + next.events,
                    next.outcome,
                    next.status,
                    millis + next.millis);
        }
    }

    /**
     * Takes subscriptions for which the feed may have something new, those first that have waited
     * longest.
     */
    List<Webhook> claim(UUID lease, Instant now, Instant until, long head, int limit) {
        return database.query(
                CLAIM,
                q ->
                        q.bind("lease", lease)
                                .bind("now", now)
                                .bind("until", until)
                                .bind("head", head)
                                .bind("limit", limit)
                                .map(database.rowsAs(Webhook.class))
                                .list());
    }

    /**
     * Gives a subscription back.
     *
     * @param position up to which everything is dealt with
     * @param next when it may be taken again
     * @return whether this process still held it
     */
    boolean settle(
            Webhook webhook, UUID lease, long position, long events, int failures, Instant next) {
        return database.update(
                        SETTLE,
                        u ->
                                u.bind("id", webhook.webhookId())
                                        .bind("lease", lease)
                                        .bind("position", position)
                                        .bind("events", events)
                                        .bind("failures", failures)
                                        .bind("next", next))
                == 1;
    }

    void disable(Webhook webhook, DisabledReason reason, Instant now) {
        database.update(
                DISABLE,
                u -> u.bind("id", webhook.webhookId()).bind("reason", reason).bind("now", now));
    }

    /** Successes that follow each other within a minute are one row. */
    void delivered(UUID webhookId, Sent run, Instant now) {
        int extended =
                database.update(
                        EXTEND,
                        u ->
                                u.bind("id", webhookId)
                                        .bind("message", run.messageId())
                                        .bind("first", run.firstPosition())
                                        .bind("last", run.lastPosition())
                                        .bind("events", run.events())
                                        .bind("status", run.status())
                                        .bind("millis", run.millis())
                                        .bind("since", now.minus(LONGEST_RUN)));
        if (extended == 0) {
            record(webhookId, Kind.DELIVERY, run, now);
        }
    }

    void record(UUID webhookId, Kind kind, Sent sent, Instant now) {
        database.update(
                RECORD,
                u ->
                        u.bind("id", webhookId)
                                .bind("now", now)
                                .bind("kind", kind)
                                .bind("message", sent.messageId())
                                .bind("first", sent.firstPosition())
                                .bind("last", sent.lastPosition())
                                .bind("events", sent.events())
                                .bind("outcome", sent.outcome())
                                .bind("status", sent.status())
                                .bind("millis", sent.millis()));
    }

    int purge(Instant before, int rows) {
        return database.update(
                "DELETE FROM webhook_attempt WHERE attempt_id IN (SELECT attempt_id"
                        + " FROM webhook_attempt WHERE attempted_at < :before LIMIT :rows)",
                u -> u.bind("before", before).bind("rows", rows));
    }
}
