package id.pkh.disbursement.quarter.persistence;

import id.pkh.disbursement.quarter.ClosedQuarters;
import id.pkh.disbursement.quarter.domain.ClosedQuarter;
import id.pkh.disbursement.quarter.domain.QuarterProgress;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JdbcClosedQuarters implements ClosedQuarters {

    private static final String ADD =
            """
            INSERT INTO closed_quarter (closing_id, verification_period, area_code, closed_on, recorded_at)
            VALUES (:closing, :period, :area, :on, :at)
            ON CONFLICT DO NOTHING
            """;

    private static final String PROGRESS =
            """
            SELECT CASE WHEN bool_or(area_code = '*') THEN 'CLOSED' WHEN count(*) > 0 THEN 'SOME_AREAS' ELSE 'OPEN' END
              FROM closed_quarter WHERE verification_period = :period
            """;

    private static final String FIRST_OPEN_AREA =
            """
            WITH lived_in AS (SELECT DISTINCT village_code FROM kpm WHERE status IN ('ACTIVE', 'SUSPENDED')),
                 closed AS (SELECT area_code FROM closed_quarter WHERE verification_period = :period)
            SELECT left(village_code, 8) FROM lived_in v
             WHERE NOT EXISTS (SELECT FROM closed c WHERE c.area_code = v.village_code)
               AND NOT EXISTS (SELECT FROM closed c WHERE c.area_code = left(v.village_code, 8))
               AND NOT EXISTS (SELECT FROM closed c WHERE c.area_code = left(v.village_code, 5))
               AND NOT EXISTS (SELECT FROM closed c WHERE c.area_code = left(v.village_code, 2))
             ORDER BY 1 LIMIT 1
            """;

    private final Database database;

    JdbcClosedQuarters(Database database) {
        this.database = database;
    }

    @Override
    public void add(ClosedQuarter closed) {
        database.update(
                ADD,
                u ->
                        u.bind("closing", closed.closingId())
                                .bind("period", closed.period())
                                .bind("area", closed.areaCode())
                                .bind("on", closed.closedOn())
                                .bind("at", closed.recordedAt()));
    }

    @Override
    public QuarterProgress progress(String period) {
        return QuarterProgress.valueOf(
                database.query(PROGRESS, q -> q.bind("period", period).mapTo(String.class).one()));
    }

    @Override
    public boolean isAwaitedBy(UUID cycleId) {
        return database.query(
                "SELECT waits_for_quarter FROM payment_cycle WHERE cycle_id = :cycle",
                q -> q.bind("cycle", cycleId).mapTo(Boolean.class).one());
    }

    @Override
    public Optional<String> firstOpenArea(String period) {
        return database.query(
                FIRST_OPEN_AREA, q -> q.bind("period", period).mapTo(String.class).findOne());
    }
}
