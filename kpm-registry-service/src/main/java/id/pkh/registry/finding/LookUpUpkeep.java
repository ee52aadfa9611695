package id.pkh.registry.finding;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.RegistryConfig;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;

/** Removes look-ups from the log that are past their retention. */
@ApplicationScoped
class LookUpUpkeep {

    private static final int PURGE_ROWS = 10_000;
    private static final int PURGE_ROUNDS = 1_000;

    /** The database removes nothing that is younger. */
    private static final Period AT_LEAST = Period.ofYears(1);

    private final Database database;
    private final RegistryConfig.Finding config;
    private final Clock clock;

    LookUpUpkeep(Database database, RegistryConfig config, Clock clock) {
        this.database = database;
        this.config = config.finding();
        this.clock = clock;
    }

    /** In small transactions, so that no look-up waits. */
    @Scheduled(every = "24h", delayed = "90s")
    void purge() {
        Instant until = until();
        int deleted = PURGE_ROWS;
        for (int round = 0; round < PURGE_ROUNDS && deleted == PURGE_ROWS; round++) {
            deleted = QuarkusTransaction.requiringNew().call(() -> delete(until));
        }
    }

    private int delete(Instant until) {
        return database.update(
                "DELETE FROM look_up WHERE look_up_id IN"
                        + " (SELECT look_up_id FROM look_up WHERE looked_up_at < :until LIMIT :rows)",
                u -> u.bind("until", until).bind("rows", PURGE_ROWS));
    }

    private Instant until() {
        var today = BusinessDates.today(clock);
        var kept = today.minus(config.retention());
        var least = today.minus(AT_LEAST).minusDays(1);
        return (kept.isBefore(least) ? kept : least).atStartOfDay(BusinessDates.ZONE).toInstant();
    }
}
