package id.pkh.console.parked;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.console.call.ServiceName;
import id.pkh.console.call.Times;
import java.time.Instant;

/** One event that a service could not apply; absent texts are empty, absent times null. */
record ParkedEvent(
        ServiceName service,
        long id,
        String topic,
        String key,
        int partition,
        long offset,
        String eventId,
        String type,
        String reason,
        String cause,
        String state,
        int attempts,
        Instant parkedAt,
        Instant resolvedAt,
        String resolvedBy,
        String resolutionReason) {

    static ParkedEvent of(ServiceName service, JsonNode event) {
        return new ParkedEvent(
                service,
                event.path("parked_id").asLong(),
                text(event, "topic"),
                text(event, "key"),
                event.path("partition").asInt(),
                event.path("offset").asLong(),
                text(event, "event_id"),
                text(event, "event_type"),
                text(event, "reason"),
                text(event, "cause"),
                text(event, "state"),
                event.path("attempts").asInt(),
                Times.of(event.path("parked_at")),
                Times.of(event.path("resolved_at")),
                text(event, "resolved_by"),
                text(event, "resolution_reason"));
    }

    public boolean isOpen() {
        return state.equals(ParkedFilter.PARKED);
    }

    /** Identifies the event in a form, across all services. */
    public String ref() {
        return service.text() + ":" + id;
    }

    private static String text(JsonNode event, String name) {
        return event.path(name).isNull() ? "" : event.path(name).asText("");
    }
}
