package id.pkh.platform.operations;

import id.pkh.platform.messaging.envelope.AreaCodes;
import id.pkh.platform.messaging.envelope.ShownPayload;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.mapper.Nested;

/** Reads the events that this service published, so that an event can be followed to its cause. */
@ApplicationScoped
class Journal {

    /**
     * The criteria for finding an event. The column name comes from here, never from the caller.
     */
    enum Criterion {
        EVENT("event_id"),
        CORRELATION("correlation_id"),
        KEY("event_key");

        private final String column;

        Criterion(String column) {
            this.column = column;
        }
    }

    /**
     * A published event.
     *
     * @param payload null when the event is about families outside the caller's areas
     * @param payloadHidden whether it is, or names no area and the caller has not all areas
     */
    @Schema(name = "PublishedEvent")
    public record JournalView(
            UUID eventId,
            String eventType,
            String topic,
            String key,
            long sequence,
            Instant recordedAt,
            String correlationId,
            @Schema(nullable = true) String causationId,
            @Schema(nullable = true) String payload,
            boolean payloadHidden) {

        JournalView within(AreaScope areas) {
            boolean isHidden = !EventContent.isWithin(areas, AreaCodes.in(bytesOf(payload)));
            return new JournalView(
                    eventId,
                    eventType,
                    topic,
                    key,
                    sequence,
                    recordedAt,
                    correlationId,
                    causationId,
                    isHidden ? null : ShownPayload.of(eventType, payload),
                    isHidden);
        }

        private static byte[] bytesOf(String payload) {
            return payload == null ? null : payload.getBytes(StandardCharsets.UTF_8);
        }
    }

    public record Row(long id, @Nested JournalView view) {}

    private final Database database;

    Journal(Database database) {
        this.database = database;
    }

    /** Matching events, in the order they were written; copies for dead letters are left out. */
    Page<JournalView> list(Criterion criterion, Object value, AreaScope areas, PageParams page) {
        List<Row> rows =
                database.query(
                        "SELECT id, event_id, event_type, topic, event_key AS key, sequence,"
                                + " recorded_at, correlation_id, causation_id,"
                                + " convert_from(payload, 'UTF8') AS payload, false AS payload_hidden"
                                + " FROM outbox WHERE "
                                + criterion.column
                                + " = :value AND id > :after AND topic NOT LIKE '%.dlq'"
                                + " ORDER BY id LIMIT :limit",
                        q ->
                                q.bind("value", value)
                                        .bind(
                                                "after",
                                                page.cursor().map(c -> c.number(0)).orElse(0L))
                                        .bind("limit", page.limit() + 1)
                                        .map(database.rowsAs(Row.class))
                                        .list());
        return Page.of(rows, page.limit(), r -> new Object[] {r.id()}, r -> r.view().within(areas));
    }
}
