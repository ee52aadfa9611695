package id.pkh.platform.messaging.redrive;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.pkh.platform.messaging.envelope.WireFormat;
import id.pkh.platform.messaging.failure.DatabaseFailure;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/** Writes the audit of what operators do with parked events. */
@ApplicationScoped
class OperatorActions {

    private final AgroalDataSource database;

    OperatorActions(AgroalDataSource database) {
        this.database = database;
    }

    /** A redrive that is done, or that an operator has stopped. */
    void recordRedrive(String by, RedriveRun ended) {
        record(by, "REDRIVE", ended.selection(), RedriveStatus.of(ended));
    }

    void recordDiscard(String by, long parkedId, String reason) {
        record(by, "DISCARD", Map.of("parked_id", parkedId, "reason", reason), "DISCARDED");
    }

    private void record(String by, String action, Object selection, Object outcome) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "INSERT INTO operator_action (done_by, action, selection, outcome)"
                                        + " VALUES (?, ?, ?, ?)")) {
            insert.setString(1, by);
            insert.setString(2, action);
            insert.setString(3, WireFormat.mapper().writeValueAsString(selection));
            insert.setString(4, WireFormat.mapper().writeValueAsString(outcome));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("the operator's action could not be recorded", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an operator's action cannot be written as JSON", e);
        }
    }
}
