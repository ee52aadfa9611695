package id.pkh.meeting.meeting;

import id.pkh.meeting.Database;
import id.pkh.platform.web.BusinessDates;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * Makes the partitions of the coming months ahead of time; what none covers falls into the default
 * one.
 */
@ApplicationScoped
class AttendancePartitions {

    private static final int MONTHS_AHEAD = 24;
    private static final long MAKING_LOCK = 7_710_810_010_002L;

    private final Database database;
    private final Clock clock;

    AttendancePartitions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Instances that start together take turns. */
    @Transactional
    void makeAhead(@Observes StartupEvent event) {
        database.query("SELECT pg_advisory_xact_lock(?)", row -> row.getObject(1), MAKING_LOCK);
        database.query(
                "SELECT ensure_month_partitions('attendance', ?, ?)",
                row -> row.getObject(1),
                BusinessDates.today(clock),
                MONTHS_AHEAD);
    }
}
