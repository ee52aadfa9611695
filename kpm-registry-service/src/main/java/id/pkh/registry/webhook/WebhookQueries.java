package id.pkh.registry.webhook;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.registry.feed.Feed;
import id.pkh.registry.webhook.WebhookViews.AttemptView;
import id.pkh.registry.webhook.WebhookViews.WebhookView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Subscriptions and their attempts, as a caller may see them. */
@ApplicationScoped
@Transactional
class WebhookQueries {

    private static final String ATTEMPTS =
            "SELECT attempt_id, attempted_at, kind, message_id, first_position, last_position,"
                    + " events, outcome, status, millis FROM webhook_attempt WHERE ";

    private final Webhooks webhooks;
    private final WebhookAccess access;
    private final Feed feed;
    private final Database database;

    WebhookQueries(Webhooks webhooks, WebhookAccess access, Feed feed, Database database) {
        this.webhooks = webhooks;
        this.access = access;
        this.feed = feed;
        this.database = database;
    }

    Page<WebhookView> list(String state, PageParams page) {
        long head = feed.head().position();
        Conditions which =
                access.visible()
                        .andIfGiven("state = ?", state)
                        .andIfGiven(
                                "webhook_id > ?",
                                page.cursor().map(cursor -> cursor.uuid(0)).orElse(null));
        return Page.of(
                webhooks.list(which, page.limit() + 1),
                page.limit(),
                webhook -> new Object[] {webhook.webhookId()},
                webhook -> WebhookView.of(webhook, head));
    }

    WebhookView one(UUID id) {
        long head = feed.head().position();
        return webhooks.list(access.visible().and("webhook_id = ?", id), 1).stream()
                .map(webhook -> WebhookView.of(webhook, head))
                .findFirst()
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    /** The newest first. */
    Page<AttemptView> attempts(UUID id, PageParams page) {
        one(id);
        Conditions which =
                new Conditions()
                        .and("webhook_id = ?", id)
                        .andIfGiven(
                                "attempt_id < ?",
                                page.cursor().map(cursor -> cursor.number(0)).orElse(null));
        List<AttemptView> found =
                database.query(
                        ATTEMPTS + which.sql() + " ORDER BY attempt_id DESC LIMIT :limit",
                        q ->
                                q.bindMap(which.values())
                                        .bind("limit", page.limit() + 1)
                                        .map(database.rowsAs(AttemptView.class))
                                        .list());
        return Page.of(
                found, page.limit(), attempt -> new Object[] {attempt.attemptId()}, one -> one);
    }

    AttemptView lastAttempt(UUID id, String messageId) {
        return database.query(
                ATTEMPTS
                        + "webhook_id = :id AND message_id = :message"
                        + " ORDER BY attempt_id DESC LIMIT 1",
                q ->
                        q.bind("id", id)
                                .bind("message", messageId)
                                .map(database.rowsAs(AttemptView.class))
                                .one());
    }
}
