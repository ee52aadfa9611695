package id.pkh.meeting.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.pkh.contracts.Event;
import id.pkh.contracts.EventType;
import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.contracts.registry.FacilitatorAssigned;
import id.pkh.contracts.registry.KpmState;
import id.pkh.platform.messaging.envelope.WireFormat;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.security.NikTokens;
import io.quarkus.arc.Unremovable;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The registry as this service sees it: events on real topics. */
@ApplicationScoped
@Unremovable
public class Registry {

    private static final Instant RECORDED = Instant.parse("2026-01-16T03:00:00Z");

    private final KafkaProducer<String, byte[]> producer;
    private final NikTokens tokens;
    private final Database database;
    private final List<UUID> sent = new ArrayList<>();

    Registry(
            @ConfigProperty(name = "kafka.bootstrap.servers") String servers,
            NikTokens tokens,
            Database database) {
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", servers, "acks", "all"),
                        new StringSerializer(),
                        new ByteArraySerializer());
        this.tokens = tokens;
        this.database = database;
    }

    @PreDestroy
    void close() {
        producer.close();
    }

    /** Families of a group since 2025, known to the service when this returns. */
    public List<Family> families(Village village, String groupCode, int count) {
        List<Family> families = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Family family = Family.another();
            state(family, 1, village, groupCode, "2025-01-01", "ACTIVE");
            families.add(family);
        }
        await();
        return families;
    }

    public UUID state(
            Family family,
            long version,
            Village village,
            String groupCode,
            String from,
            String status) {
        return send(kpmState(family, village, groupCode, from, status), version);
    }

    public KpmState kpmState(
            Family family, Village village, String groupCode, String from, String status) {
        return new KpmState(
                family.kpmId(),
                status,
                village.code(),
                groupCode,
                family.kpmId(),
                tokens.tokenOf(family.nik()),
                "BRI",
                true,
                List.of(),
                LocalDate.parse(from),
                RECORDED);
    }

    /** The village's facilitator, from a day on; known to the service when this returns. */
    public UUID assign(Village village, String from, String until) {
        UUID assignment = UUID.randomUUID();
        assign(assignment, 1, village, "FACILITATOR", from, until);
        await();
        return assignment;
    }

    public UUID assign(
            UUID assignment,
            long version,
            Village village,
            String role,
            String from,
            String until) {
        return send(
                new FacilitatorAssigned(
                        assignment,
                        village.facilitatorId(),
                        village.facilitatorCode(),
                        role,
                        village.code(),
                        LocalDate.parse(from),
                        until == null ? null : LocalDate.parse(until),
                        LocalDate.parse(from),
                        RECORDED),
                version);
    }

    public UUID send(Event event, long sequence) {
        return send(UUID.randomUUID(), event, sequence);
    }

    public UUID send(UUID id, Event event, long sequence) {
        return send(id, EventCatalogue.of(event), event, sequence);
    }

    public UUID send(UUID id, EventType<?> type, Event event, long sequence) {
        try {
            byte[] payload = WireFormat.mapper().writeValueAsBytes(event);
            ProducerRecord<String, byte[]> message =
                    new ProducerRecord<>(type.topic(), type.keyOf(event), payload);
            Map.of(
                            "ce_specversion", "1.0",
                            "ce_id", id.toString(),
                            "ce_type", type.type(),
                            "ce_source", "/pkh/registry-service",
                            "ce_time", RECORDED.toString(),
                            "ce_sequence", Long.toString(sequence),
                            "ce_correlationid", "test-" + id)
                    .forEach(
                            (name, value) ->
                                    message.headers()
                                            .add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        sent.add(id);
        return id;
    }

    /** Waits until everything that was sent has had its effect or is parked. */
    public void await() {
        producer.flush();
        List<UUID> open = List.copyOf(sent);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> dealtWith(open) == open.stream().distinct().count());
        sent.clear();
    }

    private long dealtWith(List<UUID> ids) {
        return database.query(
                "SELECT count(DISTINCT id) FROM (SELECT event_id::text AS id FROM inbox"
                        + " UNION ALL SELECT event_id FROM parked_event) known WHERE id = ANY (:ids)",
                q -> q.bind("ids", SqlArrays.texts(ids, UUID::toString)).mapTo(Long.class).one());
    }
}
