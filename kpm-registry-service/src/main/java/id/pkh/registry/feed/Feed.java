package id.pkh.registry.feed;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The feed. Positions are given under the lock of the head until the commit, so they become visible
 * in their order and no reader passes over one that is committed later. There may be numbers
 * without an event.
 */
@ApplicationScoped
public class Feed {

    private static final String APPEND =
            """
            WITH head AS (
              UPDATE feed_head SET position = position + :count
              RETURNING position - :count AS before)
            INSERT INTO feed_event (event_id, event_time, position, event_type, area_codes, event)
            SELECT e.id, e.time, head.before + e.place, e.type,
                   string_to_array(e.areas, ','), e.event
              FROM head, unnest(:ids, :times, :types, :areas, :events)
                   WITH ORDINALITY AS e (id, time, type, areas, event, place)
            ON CONFLICT (event_id, event_time) DO NOTHING
            """;

    private static final String READ =
            """
            SELECT position, event_id, event_type, event FROM feed_event
             WHERE position > :after AND position <= :until
               AND (:types::text[] IS NULL OR event_type = ANY (:types))
               AND (:everywhere OR cardinality(area_codes) > 0 AND NOT EXISTS (
                     SELECT FROM unnest(area_codes) AS code WHERE NOT code LIKE ANY (:areas)))
             ORDER BY position LIMIT :limit
            """;

    private final Database database;

    Feed(Database database) {
        this.database = database;
    }

    /**
     * How far the feed goes.
     *
     * @param position the last one that was given
     * @param droppedTo the last one that is past its retention
     */
    public record Head(long position, long droppedTo) {

        /** Whether events behind this position may be missing. */
        public boolean isExpired(long after) {
            return after < droppedTo;
        }
    }

    public Head head() {
        return database.query(
                "SELECT position, dropped_to FROM feed_head",
                q -> q.map(database.rowsAs(Head.class)).one());
    }

    /**
     * The events behind a position that the filter lets through.
     *
     * @param until looks no further; not beyond the head
     */
    public List<FedEvent> read(FeedFilter filter, long after, long until, int limit) {
        return database.query(
                READ,
                q ->
                        q.bind("after", after)
                                .bind("until", until)
                                .bind(
                                        "types",
                                        filter.types().isEmpty()
                                                ? null
                                                : SqlArrays.texts(filter.types()))
                                .bind("everywhere", filter.areas().isEverywhere())
                                .bind(
                                        "areas",
                                        SqlArrays.texts(List.of(filter.areas().likePatterns())))
                                .bind("limit", limit)
                                .map(database.rowsAs(FedEvent.class))
                                .list());
    }

    /** One event, if the filter lets it through. */
    public Optional<FedEvent> at(FeedFilter filter, long position) {
        return read(filter, position - 1, position, 1).stream().findFirst();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void append(List<FeedEvent> events) {
        database.update(
                APPEND,
                u ->
                        u.bind("count", events.size())
                                .bind("ids", SqlArrays.uuids(events, FeedEvent::id))
                                .bind("times", SqlArrays.instants(events, FeedEvent::time))
                                .bind("types", SqlArrays.texts(events, FeedEvent::type))
                                .bind(
                                        "areas",
                                        SqlArrays.texts(
                                                events, e -> String.join(",", e.areaCodes())))
                                .bind("events", SqlArrays.texts(events, FeedEvent::event)));
    }

    /** Remembers how far the events of a month go that is about to be dropped. */
    @Transactional(Transactional.TxType.MANDATORY)
    void dropping(LocalDate firstDay) {
        database.update(
                "UPDATE feed_head SET dropped_to = greatest(dropped_to, coalesce(("
                        + "SELECT max(position) FROM feed_event"
                        + " WHERE event_time >= :from AND event_time < :until), 0))",
                u -> u.bind("from", firstDay).bind("until", firstDay.plusMonths(1)));
    }
}
