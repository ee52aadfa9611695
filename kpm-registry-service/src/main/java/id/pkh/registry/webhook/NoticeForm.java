package id.pkh.registry.webhook;

import id.pkh.registry.feed.FedEvent;
import java.time.Instant;
import java.util.UUID;

/** How events are written for subscribers who do not take CloudEvents. */
public interface NoticeForm {

    /** Its name in the subscriptions. */
    String name();

    /** The body of a request, as JSON. */
    String body(UUID webhookId, FedEvent event, Instant now);
}
