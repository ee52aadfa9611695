package id.pkh.platform.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The audit of what operators do to parked events. */
@ApplicationScoped
class OperatorActions {

    private final AgroalDataSource database;

    OperatorActions(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * One action.
     *
     * @param action REDRIVE or DISCARD
     * @param selection what it was done to, as JSON
     * @param outcome what came of it, as JSON
     */
    public record ActionView(
            long actionId,
            Instant doneAt,
            String doneBy,
            String action,
            String selection,
            String outcome) {}

    /** The latest first. */
    Page<ActionView> list(PageParams page) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT action_id, done_at, done_by, action, selection, outcome"
                                        + " FROM operator_action WHERE action_id < ?"
                                        + " ORDER BY action_id DESC LIMIT ?")) {
            query.setLong(1, page.cursor().map(c -> c.number(0)).orElse(Long.MAX_VALUE));
            query.setInt(2, page.limit() + 1);
            List<ActionView> actions = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    actions.add(
                            new ActionView(
                                    row.getLong(1),
                                    row.getTimestamp(2).toInstant(),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getString(6)));
                }
            }
            return Page.of(
                    actions, page.limit(), a -> new Object[] {a.actionId()}, Function.identity());
        } catch (SQLException e) {
            throw new DatabaseFailure("the operators' actions could not be read", e);
        }
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
