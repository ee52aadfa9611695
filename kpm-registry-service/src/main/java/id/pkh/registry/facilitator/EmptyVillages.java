package id.pkh.registry.facilitator;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Villages with families and no facilitator, as they are now and as they were noticed. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class EmptyVillages {

    /** Villages are looked at first, and families only of those that have nobody. */
    private static final String NOW =
            """
            SELECT v.code AS village_code,
                   (SELECT max(a.valid_until) + 1 FROM facilitator_assignment a
                     WHERE a.village_code = v.code AND a.role = 'FACILITATOR'
                       AND a.valid_until < :today) AS since,
                   (SELECT count(*) FROM kpm k WHERE k.village_code = v.code
                       AND k.status IN ('ACTIVE', 'SUSPENDED'))::int AS families,
                   o.lapse_id, o.noticed_at
              FROM area v
              LEFT JOIN village_without_facilitator o
                ON o.village_code = v.code AND o.ended_at IS NULL
             WHERE v.level = 'VILLAGE'
               AND NOT EXISTS (
                   SELECT FROM facilitator_assignment a
                    WHERE a.village_code = v.code AND a.role = 'FACILITATOR'
                      AND a.valid_from <= :today
                      AND (a.valid_until IS NULL OR a.valid_until >= :today))
               AND EXISTS (SELECT FROM kpm k WHERE k.village_code = v.code
                              AND k.status IN ('ACTIVE', 'SUSPENDED'))
               AND %s
             ORDER BY v.code LIMIT :limit
            """;

    private final Database database;

    EmptyVillages(Database database) {
        this.database = database;
    }

    /**
     * A village.
     *
     * @param since first day without a facilitator; null when it never had one
     * @param lapseId null while it has not been noticed
     */
    record Row(
            String villageCode, LocalDate since, int families, UUID lapseId, Instant noticedAt) {}

    /** A village that was noticed and is not closed. */
    record Open(UUID lapseId, String villageCode) {}

    List<Row> list(Conditions which, LocalDate today, int limit) {
        return database.queryWithFreshPlan(
                NOW.formatted(which.sql()),
                q ->
                        q.bindMap(which.values())
                                .bind("today", today)
                                .bind("limit", limit)
                                .map(database.rowsAs(Row.class))
                                .list());
    }

    List<Open> open() {
        return database.query(
                "SELECT lapse_id, village_code FROM village_without_facilitator"
                        + " WHERE ended_at IS NULL ORDER BY village_code",
                q -> q.map(database.rowsAs(Open.class)).list());
    }

    void notice(UUID lapseId, Row village, Instant now) {
        database.update(
                "INSERT INTO village_without_facilitator (lapse_id, village_code, since, families, noticed_at)"
                        + " VALUES (:id, :village, :since, :families, :now)",
                u ->
                        u.bind("id", lapseId)
                                .bind("village", village.villageCode())
                                .bind("since", village.since())
                                .bind("families", village.families())
                                .bind("now", now));
    }

    void end(UUID lapseId, Instant now) {
        database.update(
                "UPDATE village_without_facilitator SET ended_at = :now WHERE lapse_id = :id",
                u -> u.bind("now", now).bind("id", lapseId));
    }
}
