package id.pkh.platform.clients;

import id.pkh.platform.clients.RefusalCounts.Counted;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** What systems did. The log is only added to, and its months are dropped when they are old. */
@ApplicationScoped
class ActivityLog {

    private static final String INSERT =
            "INSERT INTO client_activity (client, operation, purpose, area_code, asked_by, families, pages, status,"
                    + " refusal, occurred_at) VALUES (:client, :operation, :purpose, :area, :askedBy, :families,"
                    + " :pages, :status, :refusal, :at)";

    private static final String INSERT_REFUSED =
            "INSERT INTO client_activity (client, operation, pages, status, refusal, requests, occurred_at)"
                    + " VALUES (:client, :operation, 0, :status, :refusal, :requests, :at)";

    private static final String PAGES =
            "SELECT coalesce(sum(pages), 0) FROM client_activity"
                    + " WHERE client = :client AND occurred_at >= :since AND pages > 0";

    private static final String LIST =
            "SELECT activity_id, client, operation, purpose, area_code, asked_by, families, pages, status, refusal,"
                    + " requests, occurred_at FROM client_activity WHERE ";

    private static final String DAYS =
            "SELECT client, (occurred_at AT TIME ZONE 'Asia/Jakarta')::date AS day, operation, status,"
                    + " sum(requests) AS requests, coalesce(sum(families), 0) AS families, sum(pages) AS pages"
                    + " FROM client_activity WHERE %s GROUP BY 1, 2, 3, 4 ORDER BY 2 DESC, 1, 3, 4";

    private final Database database;

    ActivityLog(Database database) {
        this.database = database;
    }

    /** A row of the log. */
    record Logged(
            long activityId,
            String client,
            String operation,
            String purpose,
            String areaCode,
            String askedBy,
            Integer families,
            int pages,
            int status,
            String refusal,
            int requests,
            Instant occurredAt) {}

    /** What a system did in a day, by operation and status. */
    record Day(
            String client,
            LocalDate day,
            String operation,
            int status,
            long requests,
            long families,
            long pages) {}

    /**
     * Which rows; each criterion may be null.
     *
     * @param clients null for all
     */
    record Filter(Collection<String> clients, String operation, Instant from, Instant before) {}

    @Transactional
    void add(ActivityEntry entry) {
        database.update(
                INSERT,
                u ->
                        u.bind("client", entry.client())
                                .bind("operation", entry.operation())
                                .bind("purpose", entry.purpose())
                                .bind("area", entry.areaCode())
                                .bind("askedBy", entry.askedBy())
                                .bind("families", entry.families())
                                .bind("pages", entry.pages())
                                .bind("status", entry.status())
                                .bind("refusal", entry.refusal())
                                .bind("at", entry.occurredAt()));
    }

    @Transactional
    void addRefused(List<Counted> counted) {
        database.batch(
                INSERT_REFUSED,
                counted,
                (batch, one) ->
                        batch.bind("client", one.refusal().client())
                                .bind("operation", one.refusal().operation())
                                .bind("status", one.refusal().status())
                                .bind("refusal", one.refusal().code())
                                .bind("requests", one.requests())
                                .bind("at", one.since()));
    }

    long pagesSince(String client, Instant since) {
        return database.query(
                PAGES, q -> q.bind("client", client).bind("since", since).mapTo(Long.class).one());
    }

    /** The latest first. */
    List<Logged> latest(Filter filter, Long below, int limit) {
        Conditions which = of(filter).andIfGiven("activity_id < ?", below);
        return database.query(
                LIST + which.sql() + " ORDER BY activity_id DESC LIMIT :limit",
                q ->
                        q.bindMap(which.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(Logged.class))
                                .list());
    }

    List<Day> days(Filter filter) {
        Conditions which = of(filter);
        return database.query(
                DAYS.formatted(which.sql()),
                q -> q.bindMap(which.values()).map(database.rowsAs(Day.class)).list());
    }

    private static Conditions of(Filter filter) {
        return clients(filter.clients())
                .andIfGiven("operation = ?", filter.operation())
                .andIfGiven("occurred_at >= ?", filter.from())
                .andIfGiven("occurred_at < ?", filter.before());
    }

    /** One client is compared by itself: only then its index gives the rows in their order. */
    private static Conditions clients(Collection<String> clients) {
        if (clients == null) {
            return new Conditions();
        }
        return clients.size() == 1
                ? new Conditions().and("client = ?", clients.iterator().next())
                : new Conditions().and("client = ANY (?)", (Object) clients.toArray(String[]::new));
    }
}
