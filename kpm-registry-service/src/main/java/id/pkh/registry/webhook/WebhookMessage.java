package id.pkh.registry.webhook;

import id.pkh.registry.feed.FedEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What one request says.
 *
 * @param id the same for each attempt with the same events
 */
record WebhookMessage(
        String id,
        String contentType,
        String body,
        long firstPosition,
        long lastPosition,
        int events) {

    private static final String ONE = "application/cloudevents+json; charset=UTF-8";
    private static final String JSON = "application/json";
    private static final String MANY = "application/cloudevents-batch+json; charset=UTF-8";

    /** The type of an event that says nothing, by which a receiver is tried. */
    static final String TEST_TYPE = "id.pkh.registry.webhook-test.v1";

    /** One event under its own id. */
    static WebhookMessage of(FedEvent event) {
        return new WebhookMessage(
                event.eventId().toString(),
                ONE,
                event.event(),
                event.position(),
                event.position(),
                1);
    }

    /**
     * Several events as a batch of CloudEvents, under the id of the first and their number: with
     * the same filter these two name the same events.
     */
    static WebhookMessage of(List<FedEvent> events) {
        FedEvent first = events.get(0);
        return new WebhookMessage(
                first.eventId() + "-" + events.size(),
                MANY,
                events.stream().map(FedEvent::event).collect(Collectors.joining(",", "[", "]")),
                first.position(),
                events.get(events.size() - 1).position(),
                events.size());
    }

    /** One event in another form than CloudEvents. */
    static WebhookMessage of(FedEvent event, String body) {
        return new WebhookMessage(
                event.eventId().toString(), JSON, body, event.position(), event.position(), 1);
    }

    /** An event that is in no feed. */
    static WebhookMessage test(UUID id, Instant now) {
        return new WebhookMessage(
                id.toString(),
                ONE,
                ("{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"/pkh/registry-service\",\"type\":\"%s\","
                                + "\"time\":\"%s\",\"datacontenttype\":\"application/json\",\"data\":{}}")
                        .formatted(id, TEST_TYPE, now),
                0,
                0,
                1);
    }
}
