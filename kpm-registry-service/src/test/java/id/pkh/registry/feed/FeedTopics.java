package id.pkh.registry.feed;

import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.platform.messaging.envelope.WireFormat;
import id.pkh.testsupport.events.EventStreams;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes events to the topic of cycles, which nothing else in the registry reads. */
@ApplicationScoped
public class FeedTopics {

    public static final String TYPE = EventCatalogue.CYCLE_OPENED.type();
    private static final String TOPIC = EventCatalogue.CYCLE_OPENED.topic();

    private final EventStreams streams;

    FeedTopics(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        streams = new EventStreams(servers, WireFormat.mapper());
    }

    /** Sends an event that names a village, or none. */
    public UUID send(String village) {
        UUID id = UUID.randomUUID();
        send(id, village);
        return id;
    }

    public void send(UUID id, String village) {
        streams.send(
                TOPIC,
                "one-key",
                (village == null ? "{}" : "{\"village_code\":\"" + village + "\"}")
                        .getBytes(StandardCharsets.UTF_8),
                EventStreams.headers(id, TYPE, 1));
    }

    /** Sends an event with a character in its type that the database cannot store. */
    public void sendUnstorable() {
        streams.send(
                TOPIC,
                "one-key",
                "{}".getBytes(StandardCharsets.UTF_8),
                EventStreams.headers(UUID.randomUUID(), "id.pkh.\u0000", 1));
    }

    /** Sends a record that has no envelope. */
    public void sendUnreadable() {
        streams.send(TOPIC, "one-key", new byte[] {1, 2}, Map.of());
    }

    @PreDestroy
    void close() {
        streams.close();
    }
}
