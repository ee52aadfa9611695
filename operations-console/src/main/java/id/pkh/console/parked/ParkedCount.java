package id.pkh.console.parked;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.console.call.Query;
import id.pkh.console.call.ServiceName;
import id.pkh.console.call.Times;
import java.time.Instant;

/**
 * How many events of one kind a service holds parked.
 *
 * @param countedAt what happened since is not in it; null when the service does not say
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
