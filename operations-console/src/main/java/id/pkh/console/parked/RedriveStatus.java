package id.pkh.console.parked;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.console.call.Query;
import id.pkh.console.call.Reply;
import id.pkh.console.call.ServiceName;
import id.pkh.console.call.Times;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A redrive in one service, as the service reports it.
 *
 * @param what the selection, in words
 * @param settled number of selected events that need no further work
 * @param elsewhere selected events that were handled by another request
 * @param problem code of the refusal, {@link #SILENT} without a response, empty if there is none
 */
record RedriveStatus(
        ServiceName service,
        String id,
        String state,
        String what,
        String by,
        Instant requestedAt,
        long selected,
        long settled,
        long redriven,
        long failed,
        long blocked,
        long elsewhere,
        String stoppedBy,
        String problem,
        String detail) {

    static final String SILENT = "SILENT";

    static RedriveStatus of(ServiceName service, JsonNode run) {
        JsonNode selection = run.path("selection");
        return new RedriveStatus(
                service,
                run.path("redrive_id").asText(""),
                run.path("state").asText(""),
                words(selection),
                run.path("requested_by").asText(""),
                Times.of(run.path("requested_at")),
                run.path("selected").asLong(),
                run.path("settled").asLong(),
                run.path("redriven").asLong(),
                run.path("failed").asLong(),
                run.path("blocked").asLong(),
                run.path("elsewhere").asLong(),
                run.path("stopped_by").isNull() ? "" : run.path("stopped_by").asText(""),
                "",
                "");
    }

    static RedriveStatus of(RedriveRef ref, Reply reply) {
        if (reply.isOk()) {
            return of(ref.service(), reply.json());
        }
        return new RedriveStatus(
                ref.service(),
                ref.id().toString(),
                "",
                "",
                "",
                null,
                0,
                0,
                0,
                0,
                0,
                0,
                "",
                reply.isAnswered() ? reply.code() : SILENT,
                reply.detail());
    }

    public boolean isRunning() {
        return state.equals("RUNNING");
    }

    public boolean isStopped() {
        return state.equals("STOPPED");
    }

    public boolean isSilent() {
        return problem.equals(SILENT);
    }

    public boolean isRefused() {
        return !problem.isEmpty();
    }

    public String ref() {
        return service.text() + ":" + id;
    }

    private static String words(JsonNode selection) {
        Query query = new Query();
        for (String name : new String[] {"ids", "reason", "type", "topic", "key"}) {
            JsonNode value = selection.path(name);
            query.with(name, value.isNull() ? "" : value.asText(""));
        }
        return query.toString();
    }

    /** Identifies a redrive in an address, across all services. */
    record RedriveRef(ServiceName service, UUID id) {

        static Optional<RedriveRef> of(String text) {
            String[] parts = text.split(":", 2);
            if (parts.length < 2) {
                return Optional.empty();
            }
            try {
                UUID id = UUID.fromString(parts[1]);
                return ServiceName.of(parts[0]).map(service -> new RedriveRef(service, id));
            } catch (IllegalArgumentException noId) {
                return Optional.empty();
            }
        }

        String text() {
            return service.text() + ":" + id;
        }
    }
}
