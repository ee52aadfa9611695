package id.pkh.platform.calendar;

import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** The next period to be closed on the schedule, and the calendar. */
@ApplicationScoped
class NextClosing {

    private final Database database;

    NextClosing(Database database) {
        this.database = database;
    }

    /** States where the schedule begins, unless that is known. */
    void begin(YearMonth period, Instant now) {
        database.update(
                "INSERT INTO next_closing (first_period, period, noted_at) VALUES (:period, :period, :now)"
                        + " ON CONFLICT DO NOTHING",
                u -> u.bind("period", period).bind("now", now));
    }

    /** The period, locked; empty while another instance deals with it. */
    Optional<YearMonth> lock() {
        return database.query(
                "SELECT period FROM next_closing FOR UPDATE SKIP LOCKED",
                q -> q.mapTo(YearMonth.class).findOne());
    }

    /** The period; empty when the schedule has never run. */
    Optional<YearMonth> find() {
        return database.query(
                "SELECT period FROM next_closing", q -> q.mapTo(YearMonth.class).findOne());
    }

    void moveTo(YearMonth period, Instant now) {
        database.update(
                "UPDATE next_closing SET period = :period, noted_at = :now",
                u -> u.bind("period", period).bind("now", now));
    }

    List<ClosingCalendar> calendars() {
        return database.query(
                "SELECT policy_code, valid_from, day_of_month, at_hour, zone, grace_hours"
                        + " FROM closing_calendar",
                q -> q.map(database.rowsAs(ClosingCalendar.class)).list());
    }
}
