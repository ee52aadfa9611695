package id.pkh.platform.calendar;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.FirstDays;
import id.pkh.platform.policies.PolicyKind;
import id.pkh.platform.policies.PolicyRows;
import id.pkh.platform.policies.PolicySpan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The calendar of a service's periods: {@code closing_calendar}. */
@ApplicationScoped
public class ClosingCalendarKind implements PolicyKind<ClosingCalendarDocument> {

    private final CalendarPeriods periods;
    private final Database database;

    ClosingCalendarKind(CalendarPeriods periods, Database database) {
        this.periods = periods;
        this.database = database;
    }

    @Override
    public String name() {
        return periods.policyKind();
    }

    @Override
    public Class<ClosingCalendarDocument> documentType() {
        return ClosingCalendarDocument.class;
    }

    @Override
    public FirstDays firstDays() {
        return switch (periods.length()) {
            case MONTH -> FirstDays.OF_MONTHS;
            case QUARTER -> FirstDays.OF_QUARTERS;
        };
    }

    @Override
    public List<PolicySpan> spans() {
        return database.query(
                "SELECT policy_code, valid_from, NULL::date AS valid_until FROM closing_calendar",
                q -> q.map(database.rowsAs(PolicySpan.class)).list());
    }

    @Override
    public void check(ClosingCalendarDocument document) {
        PolicyRows.requirePossible(!document.calendar().isBeforeEndOfPeriod(), "at_hour");
    }

    @Override
    public void add(ClosingCalendarDocument document) {
        database.update(
                "INSERT INTO closing_calendar (policy_code, valid_from, day_of_month, at_hour, zone,"
                        + " grace_hours, legal_basis)"
                        + " VALUES (:code, :from, :day, :hour, :zone, :grace, :basis)",
                u ->
                        u.bind("code", document.policyCode())
                                .bind("from", document.validFrom())
                                .bind("day", document.dayOfMonth())
                                .bind("hour", document.atHour())
                                .bind("zone", document.zone())
                                .bind("grace", document.graceHours())
                                .bind("basis", document.legalBasis()));
    }

    @Override
    public void remove(ClosingCalendarDocument document) {
        database.update(
                "DELETE FROM closing_calendar WHERE policy_code = :code",
                u -> u.bind("code", document.policyCode()));
    }
}
