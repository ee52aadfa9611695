package id.pkh.registry.webhook;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Refused;
import id.pkh.registry.RegistryConfig;
import id.pkh.registry.area.Areas;
import id.pkh.registry.feed.FeedFilter;
import id.pkh.registry.intake.RequestErrors;
import id.pkh.registry.intake.UniqueViolations;
import id.pkh.registry.webhook.WebhookViews.SecretView;
import id.pkh.registry.webhook.domain.WebhookState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A system subscribes, and gets another secret when it wants. */
@ApplicationScoped
public class CreateWebhook {

    private final Webhooks webhooks;
    private final WebhookAccess access;
    private final WebhookQueries queries;
    private final WebhookSecrets secrets;
    private final LocalReceivers receivers;
    private final Caller caller;
    private final Clock clock;
    private final RegistryConfig config;
    private final Areas knownAreas;

    CreateWebhook(
            Webhooks webhooks,
            WebhookAccess access,
            WebhookQueries queries,
            WebhookSecrets secrets,
            LocalReceivers receivers,
            Caller caller,
            Clock clock,
            RegistryConfig config,
            Areas knownAreas) {
        this.webhooks = webhooks;
        this.access = access;
        this.queries = queries;
        this.secrets = secrets;
        this.receivers = receivers;
        this.caller = caller;
        this.clock = clock;
        this.config = config;
        this.knownAreas = knownAreas;
    }

    @Transactional
    SecretView handle(CreateWebhookRequest wanted) {
        WebhookSecret secret = WebhookSecret.make();
        return new SecretView(queries.one(add(wanted, null, secret)), secret.text());
    }

    /**
     * Subscribes to events in another form than CloudEvents, with the same approval and delivery.
     *
     * @param form the name of a {@link NoticeForm}
     * @param areaCode null for the whole country
     * @return the id of the subscription, which waits for an officer
     */
    @Transactional
    public UUID inForm(String form, String url, List<String> eventTypes, String areaCode) {
        return add(
                new CreateWebhookRequest(url, eventTypes, areaCode, null),
                form,
                WebhookSecret.make());
    }

    private UUID add(CreateWebhookRequest wanted, String form, WebhookSecret secret) {
        AreaScope areas = caller.areas();
        if (wanted.areaCode() != null) {
            if (!areas.covers(wanted.areaCode()) || !knownAreas.isKnown(wanted.areaCode())) {
                throw RequestErrors.refused(
                        "AREA_UNKNOWN", "area_code", "code of a known area of yours");
            }
        } else if (!areas.isEverywhere()) {
            throw Refused.because("WEBHOOK_AREA_REQUIRED");
        }
        FeedFilter.of(wanted.eventTypes(), areas);
        receivers.read(wanted.url());
        UUID id = UuidCreator.getTimeOrderedEpoch();
        UniqueViolations.refuseOn(
                () ->
                        webhooks.add(
                                id,
                                caller.subject(),
                                wanted,
                                form,
                                secrets.seal(secret),
                                clock.instant()));
        return id;
    }

    /** The former secret signs as well for a while, so that the receiver can change over. */
    @Transactional
    SecretView renewSecret(UUID id) {
        Webhook webhook = access.lockOwn(id);
        if (webhook.state() == WebhookState.WITHDRAWN) {
            throw WebhookAccess.stateDiffers(webhook);
        }
        WebhookSecret secret = WebhookSecret.make();
        Instant formerUntil = clock.instant().plus(config.webhooks().formerSecret());
        webhooks.renewSecret(webhook, secrets.seal(secret), formerUntil);
        return new SecretView(queries.one(id), secret.text());
    }
}
