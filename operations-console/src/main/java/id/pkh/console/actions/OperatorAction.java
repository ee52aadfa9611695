package id.pkh.console.actions;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.console.call.ServiceName;
import id.pkh.console.call.Times;
import java.time.Instant;

/**
 * An action of an operator.
 *
 * @param doneAt null if the service does not state it
 * @param selection the selected events, as JSON
 * @param outcome the result, as JSON
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
                Times.of(action.path("done_at")),
                action.path("done_by").asText(""),
                action.path("action").asText(""),
                action.path("selection").asText(""),
                action.path("outcome").asText(""));
    }
}
