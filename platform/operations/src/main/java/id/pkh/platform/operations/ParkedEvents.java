package id.pkh.platform.operations;

import id.pkh.platform.messaging.redrive.Selection;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads parked events for the operators who redrive or discard them. */
@ApplicationScoped
class ParkedEvents {

    private static final String COLUMNS =
            "parked_id, topic, event_key AS key, record_partition AS partition,"
                    + " record_offset AS \"offset\", event_id, event_type, reason, cause, state,"
                    + " attempts, parked_at, resolved_at, resolved_by, resolution_reason";

    public record ParkedEventView(
            long parkedId,
            String topic,
            String key,
            int partition,
            long offset,
            @Schema(nullable = true) String eventId,
            @Schema(nullable = true) String eventType,
            String reason,
            String cause,
            @Schema(enumeration = {"PARKED", "REDRIVEN", "DISCARDED"}) String state,
            int attempts,
            Instant parkedAt,
            @Schema(nullable = true) Instant resolvedAt,
            @Schema(nullable = true) String resolvedBy,
            @Schema(nullable = true) String resolutionReason) {}

    public record ParkedEventDetail(
            ParkedEventView event,
            @Schema(enumeration = {"PARKED", "REDRIVEN", "DISCARDED"}) String state,
            String headers,
            @Schema(nullable = true) String payload) {}

    private final Database database;

    ParkedEvents(Database database) {
        this.database = database;
    }

    Page<ParkedEventView> list(Selection selection, String state, PageParams page) {
        Conditions where =
                selection
                        .conditions()
                        .and("state = ?", state)
                        .and("parked_id > ?", page.cursor().map(c -> c.number(0)).orElse(0L));
        List<ParkedEventView> events =
                database.query(
                        "SELECT "
                                + COLUMNS
                                + " FROM parked_event WHERE "
                                + where.sql()
                                + " ORDER BY parked_id LIMIT :limit",
                        q ->
                                q.bindMap(where.values())
                                        .bind("limit", page.limit() + 1)
                                        .map(database.rowsAs(ParkedEventView.class))
                                        .list());
        return Page.of(events, page.limit(), e -> new Object[] {e.parkedId()}, Function.identity());
    }

    Optional<ParkedEventDetail> get(long id) {
        return database.query(
                "SELECT " + COLUMNS + ", headers, payload FROM parked_event WHERE parked_id = :id",
                q -> q.bind("id", id).map(this::detail).findOne());
    }

    /** A payload that is not valid text is shown as far as it can be read. */
    private ParkedEventDetail detail(ResultSet row, StatementContext context) throws SQLException {
        ParkedEventView view = database.rowsAs(ParkedEventView.class).map(row, context);
        byte[] payload = row.getBytes("payload");
        return new ParkedEventDetail(
                view,
                view.state(),
                row.getString("headers"),
                payload == null ? null : new String(payload, StandardCharsets.UTF_8));
    }
}
