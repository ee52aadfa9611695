package id.pkh.registry.sanction;

import id.pkh.contracts.Event;
import id.pkh.platform.messaging.envelope.WireFormat;
import id.pkh.testsupport.events.EventStreams;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Publishes events as the verification service does. */
@ApplicationScoped
public class SanctionTopic {

    private final EventStreams streams;

    SanctionTopic(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        streams = new EventStreams(servers, WireFormat.mapper());
    }

    /** Sends the events, each under a new id; returns the ids. */
    public List<UUID> send(Event... events) {
        return Stream.of(events).map(event -> streams.publish(event, 1)).toList();
    }

    /** Sends the events with this place among the facts of the family. */
    public List<UUID> send(long sequence, Event... events) {
        return Stream.of(events).map(event -> streams.publish(event, sequence)).toList();
    }

    /** Sends an event under an id that was sent before. */
    public void sendAgain(UUID eventId, long sequence, Event event) {
        streams.publish(eventId, event, sequence);
    }

    @PreDestroy
    void close() {
        streams.close();
    }
}
