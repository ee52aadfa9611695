package id.pkh.registry.feed;

import java.util.UUID;

/**
 * An event of the feed.
 *
 * @param event the CloudEvent in the JSON form
 */
public record FedEvent(long position, UUID eventId, String eventType, String event) {}
