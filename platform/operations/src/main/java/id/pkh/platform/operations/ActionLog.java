package id.pkh.platform.operations;

import id.pkh.platform.messaging.failure.DatabaseFailure;
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

/** Reads the audit of what operators did with parked events. */
@ApplicationScoped
class ActionLog {

    private final AgroalDataSource database;

    ActionLog(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * One action.
     *
     * @param action REDRIVE or DISCARD
     * @param selection the events it was done to, as JSON
     * @param outcome its result, as JSON
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
}
