package id.pkh.platform.messaging.redrive;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.pkh.platform.messaging.envelope.WireFormat;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Writes the audit of what operators do, in the transaction of what they do. */
@ApplicationScoped
public class OperatorActions {

    private final Database database;

    OperatorActions(Database database) {
        this.database = database;
    }

    /** A redrive that is done, or that an operator has stopped. */
    void recordRedrive(String by, RedriveRun ended) {
        record(by, "REDRIVE", ended.selection(), RedriveStatus.of(ended));
    }

    void recordDiscard(String by, long parkedId, String reason) {
        record(by, "DISCARD", Map.of("parked_id", parkedId, "reason", reason), "DISCARDED");
    }

    /**
     * @param action a value that the table allows
     * @param selection what it was done to
     */
    public void record(String by, String action, Object selection, Object outcome) {
        database.update(
                "INSERT INTO operator_action (done_by, action, selection, outcome)"
                        + " VALUES (:by, :action, :selection, :outcome)",
                u ->
                        u.bind("by", by)
                                .bind("action", action)
                                .bind("selection", json(selection))
                                .bind("outcome", json(outcome)));
    }

    private static String json(Object value) {
        try {
            return WireFormat.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an operator's action cannot be written as JSON", e);
        }
    }
}
