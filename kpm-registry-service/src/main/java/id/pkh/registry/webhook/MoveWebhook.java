package id.pkh.registry.webhook;

import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Refused;
import id.pkh.registry.feed.Feed;
import id.pkh.registry.webhook.WebhookViews.WebhookView;
import id.pkh.registry.webhook.domain.WebhookState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** An officer approves or withdraws a subscription; its owner pauses, resumes and moves it. */
@ApplicationScoped
public class MoveWebhook {

    private final Webhooks webhooks;
    private final WebhookAccess access;
    private final WebhookQueries queries;
    private final Feed feed;
    private final Caller caller;
    private final Clock clock;

    MoveWebhook(
            Webhooks webhooks,
            WebhookAccess access,
            WebhookQueries queries,
            Feed feed,
            Caller caller,
            Clock clock) {
        this.webhooks = webhooks;
        this.access = access;
        this.queries = queries;
        this.feed = feed;
        this.caller = caller;
        this.clock = clock;
    }

    /** What is approved cannot change: another address or other events are another subscription. */
    @Transactional
    WebhookView approve(UUID id) {
        Webhook webhook = access.lock(id);
        if (webhook.state() != WebhookState.WAITING) {
            throw WebhookAccess.stateDiffers(webhook);
        }
        if (webhook.owner().equals(caller.subject())) {
            throw Refused.because("WEBHOOK_SAME_PERSON");
        }
        webhooks.approved(id, caller.subject(), clock.instant(), feed.head().position());
        return queries.one(id);
    }

    /** By its owner or by an officer. */
    @Transactional
    WebhookView withdraw(UUID id) {
        return moved(access.lock(id), WebhookState.WITHDRAWN);
    }

    /** The same for a subscription that is kept elsewhere too. */
    @Transactional
    public void end(UUID id) {
        withdraw(id);
    }

    @Transactional
    WebhookView pause(UUID id) {
        return moved(access.lockOwn(id), WebhookState.PAUSED);
    }

    @Transactional
    WebhookView resume(UUID id) {
        Webhook webhook = access.lockOwn(id);
        if (webhook.state() == WebhookState.WAITING) {
            throw WebhookAccess.stateDiffers(webhook);
        }
        return moved(webhook, WebhookState.ACTIVE);
    }

    @Transactional
    WebhookView moveTo(UUID id, long position) {
        Webhook webhook = access.lockOwn(id);
        if (webhook.approvedBy() == null || webhook.state() == WebhookState.WITHDRAWN) {
            throw WebhookAccess.stateDiffers(webhook);
        }
        Feed.Head head = feed.head();
        if (head.isExpired(position)) {
            throw Refused.because("FEED_POSITION_EXPIRED").with("oldest", head.droppedTo() + 1);
        }
        if (position > head.position()) {
            throw Refused.because("WEBHOOK_POSITION_UNKNOWN").with("newest", head.position());
        }
        webhooks.moveTo(id, position, clock.instant());
        return queries.one(id);
    }

    private WebhookView moved(Webhook webhook, WebhookState next) {
        WebhookAccess.requireMove(webhook, next);
        webhooks.move(webhook.webhookId(), next, null, caller.subject(), clock.instant());
        return queries.one(webhook.webhookId());
    }
}
