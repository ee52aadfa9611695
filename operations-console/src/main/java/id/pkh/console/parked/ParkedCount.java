package id.pkh.console.parked;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.console.call.Query;
import id.pkh.console.call.ServiceName;
import id.pkh.console.call.Times;
import java.time.Instant;

/**
 * The number of parked events of one kind in a service.
 *
 * @param countedAt time of the count; later changes are not included; null when the service does
 *     not state it
 */
record ParkedCount(
        ServiceName service,
        String reason,
        String topic,
        String type,
        long events,
        long keys,
        Instant countedAt) {

    static ParkedCount of(ServiceName service, JsonNode line) {
        return new ParkedCount(
                service,
                line.path("reason").asText(""),
                line.path("topic").asText(""),
                line.path("event_type").isNull() ? "" : line.path("event_type").asText(""),
                line.path("events").asLong(),
                line.path("keys").asLong(),
                Times.of(line.path("counted_at")));
    }

    public String asQuery() {
        return new Query()
                .with("service", service)
                .with("reason", reason)
                .with("topic", topic)
                .with("type", type)
                .toString();
    }
}
