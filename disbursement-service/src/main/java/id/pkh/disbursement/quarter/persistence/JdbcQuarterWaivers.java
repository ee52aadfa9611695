package id.pkh.disbursement.quarter.persistence;

import id.pkh.disbursement.quarter.QuarterWaivers;
import id.pkh.disbursement.quarter.domain.QuarterWaiver;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JdbcQuarterWaivers implements QuarterWaivers {

    private static final String ADD =
            """
            INSERT INTO quarter_waiver (waiver_id, cycle_id, reason, waived_by, waived_at)
            VALUES (:waiver, :cycle, :reason, :by, :at)
            """;

    private static final String WITHDRAW =
            """
            UPDATE quarter_waiver SET withdrawn_by = :by, withdrawn_at = :at
             WHERE cycle_id = :cycle AND withdrawn_at IS NULL
            """;

    private final Database database;

    JdbcQuarterWaivers(Database database) {
        this.database = database;
    }

    @Override
    public void add(QuarterWaiver waiver) {
        database.update(
                ADD,
                u ->
                        u.bind("waiver", waiver.waiverId())
                                .bind("cycle", waiver.cycleId())
                                .bind("reason", waiver.reason())
                                .bind("by", waiver.waivedBy())
                                .bind("at", waiver.waivedAt()));
    }

    @Override
    public Optional<QuarterWaiver> of(UUID cycleId) {
        return database.query(
                "SELECT waiver_id, cycle_id, reason, waived_by, waived_at FROM quarter_waiver"
                        + " WHERE cycle_id = :cycle AND withdrawn_at IS NULL",
                q -> q.bind("cycle", cycleId).map(database.rowsAs(QuarterWaiver.class)).findOne());
    }

    @Override
    public boolean withdraw(UUID cycleId, String by, Instant at) {
        return database.update(
                        WITHDRAW, u -> u.bind("cycle", cycleId).bind("by", by).bind("at", at))
                == 1;
    }
}
