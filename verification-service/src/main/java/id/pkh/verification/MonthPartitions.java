package id.pkh.verification;

import id.pkh.platform.web.BusinessDates;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;

/**
 * Makes the partitions of the coming months, so that nothing falls into the partition for
 * everything else.
 */
@ApplicationScoped
class MonthPartitions {

    private static final int MONTHS_AHEAD = 12;

    private final Database database;
    private final Clock clock;

    MonthPartitions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    void makeAhead(@Observes StartupEvent event) {
        LocalDate first = BusinessDates.today(clock).withDayOfMonth(1);
        database.query(
                "SELECT pg_advisory_xact_lock(hashtextextended('month partitions', 0))",
                row -> true);
        database.query(
                "SELECT ensure_month_partitions(t, ?, ?)"
                        + " FROM unnest(ARRAY['meeting_fact', 'attendance_fact', 'evidence']) t",
                row -> true,
                first,
                MONTHS_AHEAD);
        database.query(
                "SELECT ensure_year_partition(t, y)"
                        + " FROM unnest(ARRAY['commitment_result', 'member_result', 'form_member']) t,"
                        + " generate_series(?, ?) y",
                row -> true,
                first.getYear(),
                first.getYear() + 1);
    }
}
