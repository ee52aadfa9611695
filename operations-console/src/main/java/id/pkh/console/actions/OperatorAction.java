package id.pkh.console.actions;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.console.call.ServiceName;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * What an operator did.
 *
 * @param doneAt null when the service does not say
 * @param selection what it was done to, as JSON
 * @param outcome what came of it, as JSON
 */
record OperatorAction(
        ServiceName service,
        Instant doneAt,
        String by,
        String action,
        String selection,
        String outcome) {

    static OperatorAction of(ServiceName service, JsonNode action) {
        return new OperatorAction(
                service,
                time(action.path("done_at").asText("")),
                action.path("done_by").asText(""),
                action.path("action").asText(""),
                action.path("selection").asText(""),
                action.path("outcome").asText(""));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
