package id.pkh.registry.webhook;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.registry.webhook.domain.DisabledReason;
import id.pkh.registry.webhook.domain.WebhookState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The subscriptions on record. */
@ApplicationScoped
class Webhooks {

    private static final String COLUMNS =
            "webhook_id, owner, url, event_types, area_code, batch_events, form, secret_cipher,"
                    + " former_secret_cipher, former_secret_until, state, state_reason, state_since,"
                    + " state_by, created_at, approved_by, approved_at, delivered_to,"
                    + " delivered_events, failures, next_attempt_at";

    private static final String ADD =
            """
            INSERT INTO webhook (webhook_id, owner, url, event_types, area_code, batch_events,
                   form, secret_cipher, state, state_since, state_by, created_at, next_attempt_at)
            VALUES (:id, :owner, :url, :types, :area, :batch, :form, :secret, 'WAITING', :now, :owner,
                   :now, :now)
            """;

    private static final String MOVE =
            """
            UPDATE webhook SET state = :state, state_reason = :reason, state_since = :now,
                   state_by = :by, failures = 0, next_attempt_at = :now
             WHERE webhook_id = :id
            """;

    private final Database database;

    Webhooks(Database database) {
        this.database = database;
    }

    List<Webhook> list(Conditions which, int limit) {
        return read(which, " ORDER BY webhook_id LIMIT " + limit);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Webhook> lock(Conditions which) {
        return read(which, " FOR UPDATE").stream().findFirst();
    }

    private List<Webhook> read(Conditions which, String suffix) {
        return database.query(
                "SELECT " + COLUMNS + " FROM webhook WHERE " + which.sql() + suffix,
                q -> q.bindMap(which.values()).map(database.rowsAs(Webhook.class)).list());
    }

    /**
     * @param form null for CloudEvents
     */
    void add(
            UUID id,
            String owner,
            CreateWebhookRequest wanted,
            String form,
            byte[] secret,
            Instant now) {
        database.update(
                ADD,
                u ->
                        u.bind("id", id)
                                .bind("owner", owner)
                                .bind("url", wanted.url())
                                .bind("types", SqlArrays.texts(wanted.eventTypes()))
                                .bind("area", wanted.areaCode())
                                .bind("batch", wanted.batchOrOne())
                                .bind("form", form)
                                .bind("secret", secret)
                                .bind("now", now));
    }

    /**
     * @param by null when this service moves it
     */
    void move(UUID id, WebhookState state, DisabledReason reason, String by, Instant now) {
        database.update(
                MOVE,
                u ->
                        u.bind("id", id)
                                .bind("state", state)
                                .bind("reason", reason)
                                .bind("by", by)
                                .bind("now", now));
    }

    /** Deliveries begin behind the position. */
    void approved(UUID id, String by, Instant now, long position) {
        database.update(
                "UPDATE webhook SET state = 'ACTIVE', state_since = :now, state_by = :by,"
                        + " approved_by = :by, approved_at = :now, next_attempt_at = :now,"
                        + " delivered_to = :position WHERE webhook_id = :id",
                u -> u.bind("id", id).bind("by", by).bind("now", now).bind("position", position));
    }

    void renewSecret(Webhook webhook, byte[] secret, Instant formerUntil) {
        database.update(
                "UPDATE webhook SET secret_cipher = :secret, former_secret_cipher = secret_cipher,"
                        + " former_secret_until = :until WHERE webhook_id = :id",
                u ->
                        u.bind("id", webhook.webhookId())
                                .bind("secret", secret)
                                .bind("until", formerUntil));
    }

    /** A delivery that is under way does not move the position any more. */
    void moveTo(UUID id, long position, Instant now) {
        database.update(
                "UPDATE webhook SET delivered_to = :position, failures = 0,"
                        + " next_attempt_at = :now, lease = NULL, leased_until = '-infinity'"
                        + " WHERE webhook_id = :id",
                u -> u.bind("id", id).bind("position", position).bind("now", now));
    }
}
