package id.pkh.meeting.meeting;

import id.pkh.meeting.MeetingConfig;
import id.pkh.platform.persistence.PartitionedTable;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Period;
import java.time.YearMonth;

/** How long attendance lists are kept: a month past its retention is dropped with its partition. */
@ApplicationScoped
class AttendanceRetention {

    private static final int MONTHS_AHEAD = 24;

    private final Period retention;
    private final Clock clock;

    AttendanceRetention(MeetingConfig config, Clock clock) {
        this.retention = config.attendance().retention();
        this.clock = clock;
    }

    @Produces
    @Singleton
    PartitionedTable attendance() {
        return PartitionedTable.monthly("attendance", MONTHS_AHEAD, retention);
    }

    /**
     * Refuses a month whose lists may have been dropped: there would be nothing to compare a
     * correction with.
     */
    void requireKept(YearMonth month) {
        YearMonth first = YearMonth.from(BusinessDates.today(clock).minus(retention));
        if (month.isBefore(first)) {
            throw Refused.because("MONTH_PAST_RETENTION")
                    .with("month", month)
                    .with("first_month", first);
        }
    }
}
