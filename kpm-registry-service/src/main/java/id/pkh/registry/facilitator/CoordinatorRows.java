package id.pkh.registry.facilitator;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Coordinators of sub-districts. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class CoordinatorRows {

    private static final String SELECT =
            """
            SELECT c.coordination_id, c.sub_district, c.facilitator_id, f.code AS facilitator_code,
                   c.valid_from, c.valid_until, c.last_day, c.counts, c.appointed_by,
                   c.appointed_at, c.ended_by, c.ended_at
              FROM coordination c JOIN facilitator f ON f.id = c.facilitator_id
             WHERE\s""";

    /** A coordinator is compulsory where more than one facilitator works. */
    private static final String UNCOORDINATED =
            """
            SELECT left(a.village_code, 8) AS sub_district,
                   count(DISTINCT a.facilitator_id)::int AS facilitators
              FROM facilitators_in_charge(:today) a
             WHERE NOT EXISTS (SELECT FROM coordinators_in_charge(:today) c
                                WHERE c.sub_district = left(a.village_code, 8))
               AND %s
             GROUP BY 1 HAVING count(DISTINCT a.facilitator_id) > 1 ORDER BY 1 LIMIT :limit
            """;

    private final Database database;

    CoordinatorRows(Database database) {
        this.database = database;
    }

    List<CoordinatorView> list(Conditions which, int limit) {
        return database.queryWithFreshPlan(
                SELECT + which.sql() + " ORDER BY c.coordination_id LIMIT :limit",
                q ->
                        q.bindMap(which.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(CoordinatorView.class))
                                .list());
    }

    Optional<CoordinatorView> find(UUID id) {
        return list(new Conditions().and("c.coordination_id = ?", id), 1).stream().findFirst();
    }

    List<UncoordinatedView> uncoordinated(Conditions which, LocalDate today, int limit) {
        return database.queryWithFreshPlan(
                UNCOORDINATED.formatted(which.sql()),
                q ->
                        q.bindMap(which.values())
                                .bind("today", today)
                                .bind("limit", limit)
                                .map(database.rowsAs(UncoordinatedView.class))
                                .list());
    }

    void add(UUID id, CoordinatorRequest coordinator, String by, Instant now) {
        database.update(
                "INSERT INTO coordination (coordination_id, sub_district, facilitator_id, valid_from,"
                        + " valid_until, last_day, appointed_by, appointed_at)"
                        + " VALUES (:id, :area, :facilitator, :from, :until, :until, :by, :now)",
                u ->
                        u.bind("id", id)
                                .bind("area", coordinator.subDistrict())
                                .bind("facilitator", coordinator.facilitatorId())
                                .bind("from", coordinator.validFrom())
                                .bind("until", coordinator.validUntil())
                                .bind("by", by)
                                .bind("now", now));
    }

    /**
     * Ends a coordinator.
     *
     * @param lastDay null when it was entered wrongly
     */
    void end(UUID id, LocalDate lastDay, String by, Instant now) {
        database.update(
                "UPDATE coordination SET last_day = coalesce(:last_day, last_day),"
                        + " counts = :counts, ended_by = :by, ended_at = :now"
                        + " WHERE coordination_id = :id",
                u ->
                        u.bind("last_day", lastDay)
                                .bind("counts", lastDay != null)
                                .bind("by", by)
                                .bind("now", now)
                                .bind("id", id));
    }

    /** Nobody coordinates after the last day of the own appointment. */
    void endWithAppointment(UUID facilitatorId, LocalDate lastDay, String by, Instant now) {
        database.update(
                "UPDATE coordination SET counts = valid_from <= :last_day, ended_by = :by,"
                        + " ended_at = :now, last_day = CASE WHEN valid_from <= :last_day"
                        + " THEN :last_day ELSE last_day END"
                        + " WHERE facilitator_id = :facilitator AND ended_by IS NULL"
                        + " AND (last_day IS NULL OR last_day > :last_day)",
                u ->
                        u.bind("last_day", lastDay)
                                .bind("by", by)
                                .bind("now", now)
                                .bind("facilitator", facilitatorId));
    }
}
