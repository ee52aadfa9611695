package id.pkh.platform.operations;

import id.pkh.platform.messaging.envelope.ShownPayload;
import id.pkh.platform.messaging.redrive.Selection;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
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

    /**
     * A parked event.
     *
     * @param cause what was found in the event; null when its content lies outside the caller's
     *     areas
     */
    public record ParkedEventView(
            long parkedId,
            String topic,
            String key,
            int partition,
            long offset,
            @Schema(nullable = true) String eventId,
            @Schema(nullable = true) String eventType,
            String reason,
            @Schema(nullable = true) String cause,
            @Schema(enumeration = {"PARKED", "REDRIVEN", "DISCARDED"}) String state,
            int attempts,
            Instant parkedAt,
            @Schema(nullable = true) Instant resolvedAt,
            @Schema(nullable = true) String resolvedBy,
            @Schema(nullable = true) String resolutionReason) {

        private ParkedEventView withoutCause() {
            return new ParkedEventView(
                    parkedId,
                    topic,
                    key,
                    partition,
                    offset,
                    eventId,
                    eventType,
                    reason,
                    null,
                    state,
                    attempts,
                    parkedAt,
                    resolvedAt,
                    resolvedBy,
                    resolutionReason);
        }
    }

    /**
     * A parked event with what it carries.
     *
     * @param payload null when the record has none, and when it is hidden
     * @param payloadHidden whether the event is about families outside the caller's areas, or names
     *     no area and the caller has not all areas
     */
    public record ParkedEventDetail(
            ParkedEventView event,
            @Schema(enumeration = {"PARKED", "REDRIVEN", "DISCARDED"}) String state,
            @Schema(nullable = true) String headers,
            @Schema(nullable = true) String payload,
            boolean payloadHidden) {}

    private final Database database;

    ParkedEvents(Database database) {
        this.database = database;
    }

    Page<ParkedEventView> list(
            Selection selection, String state, AreaScope areas, PageParams page) {
        Conditions where =
                selection
                        .conditions()
                        .and("state = ?", state)
                        .and("parked_id > ?", page.cursor().map(c -> c.number(0)).orElse(0L));
        List<ParkedEventView> events =
                database.query(
                        "SELECT "
                                + COLUMNS
                                + ", area_codes FROM parked_event WHERE "
                                + where.sql()
                                + " ORDER BY parked_id LIMIT :limit",
                        q ->
                                q.bindMap(where.values())
                                        .bind("limit", page.limit() + 1)
                                        .map((row, context) -> view(row, context, areas))
                                        .list());
        return Page.of(events, page.limit(), e -> new Object[] {e.parkedId()}, Function.identity());
    }

    Optional<ParkedEventDetail> get(long id, AreaScope areas) {
        return database.query(
                "SELECT "
                        + COLUMNS
                        + ", area_codes, headers, payload FROM parked_event WHERE parked_id = :id",
                q -> q.bind("id", id).map((row, context) -> detail(row, context, areas)).findOne());
    }

    private ParkedEventView view(ResultSet row, StatementContext context, AreaScope areas)
            throws SQLException {
        ParkedEventView view = database.rowsAs(ParkedEventView.class).map(row, context);
        return EventContent.isWithin(areas, areasOf(row)) ? view : view.withoutCause();
    }

    /** A payload that is not valid text is shown as far as it can be read. */
    private ParkedEventDetail detail(ResultSet row, StatementContext context, AreaScope areas)
            throws SQLException {
        ParkedEventView view = view(row, context, areas);
        byte[] payload = row.getBytes("payload");
        String headers = row.getString("headers");
        if (!EventContent.isWithin(areas, areasOf(row))) {
            return new ParkedEventDetail(
                    view, view.state(), EventContent.envelopeOnly(headers), null, true);
        }
        return new ParkedEventDetail(
                view,
                view.state(),
                headers,
                payload == null
                        ? null
                        : ShownPayload.of(
                                view.eventType(), new String(payload, StandardCharsets.UTF_8)),
                false);
    }

    private static List<String> areasOf(ResultSet row) throws SQLException {
        Array codes = row.getArray("area_codes");
        return codes == null ? List.of() : List.of((String[]) codes.getArray());
    }
}
