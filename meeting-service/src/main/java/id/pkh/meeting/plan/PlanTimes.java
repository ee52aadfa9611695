package id.pkh.meeting.plan;

import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** Whether something can be planned at an hour. */
@ApplicationScoped
class PlanTimes {

    /** The furthest day that a person may plan. */
    static final int MAX_DAYS_AHEAD = 366;

    static final String HOUR = "([01]\\d|2[0-3]):[0-5]\\d";

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("HH:mm");

    private final PlannedVillages villages;
    private final PlanRows rows;
    private final Clock clock;

    PlanTimes(PlannedVillages villages, PlanRows rows, Clock clock) {
        this.villages = villages;
        this.rows = rows;
        this.clock = clock;
    }

    LocalDate today() {
        return BusinessDates.today(clock);
    }

    void refuseUnlessAhead(LocalDate day) {
        LocalDate today = today();
        if (day.isBefore(today)) {
            throw Refused.because("PLAN_DAY_PAST").with("date", day);
        }
        if (day.isAfter(today.plusDays(MAX_DAYS_AHEAD))) {
            throw Refused.because("PLAN_DAY_TOO_FAR").with("max_days", MAX_DAYS_AHEAD);
        }
    }

    /** A facilitator is at one place at an hour. */
    void refuseOverlap(String villageCode, LocalDate day, LocalTime at, UUID except) {
        UUID other = rows.takenBy(villages.together(villageCode, day), day, at, except);
        if (other != null) {
            throw Refused.because("PLAN_OVERLAPS").with("plan_item_id", other);
        }
    }

    static LocalTime parse(String hour) {
        return LocalTime.parse(hour);
    }

    static String written(LocalTime at) {
        return WRITTEN.format(at);
    }

    /** Null for the usual place. */
    static String place(String written) {
        return written == null || written.isBlank() ? null : written.strip();
    }
}
