package id.pkh.platform.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The audit of what operators do to parked events. */
@ApplicationScoped
class OperatorActions {

    private final AgroalDataSource database;

    OperatorActions(AgroalDataSource database) {
        this.database = database;
    }

    void record(String by, String action, Object selection, Object outcome) {
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
