package id.pkh.meeting.plan;

import id.pkh.meeting.plan.domain.DayRule;
import id.pkh.meeting.plan.domain.FreeSlots;
import id.pkh.meeting.plan.domain.PlanPolicy;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** The versions of the policy in the database. */
@ApplicationScoped
class PlanPolicies {

    private final Database database;

    PlanPolicies(Database database) {
        this.database = database;
    }

    private record PolicyRow(
            String policyCode,
            LocalDate validFrom,
            int monthsAhead,
            Integer meetingDay,
            Integer meetingWeek,
            Integer meetingWeekday,
            Integer p2k2Day,
            Integer p2k2Week,
            Integer p2k2Weekday,
            int visitMonth,
            Integer visitDay,
            Integer visitWeek,
            Integer visitWeekday,
            int reportDay,
            int firstHour,
            int hoursEach,
            int aDay,
            int inviteDays,
            int remindDays,
            Integer withdrawalDays) {

        PlanPolicy policy() {
            return new PlanPolicy(
                    policyCode,
                    validFrom,
                    monthsAhead,
                    rule(meetingDay, meetingWeek, meetingWeekday),
                    rule(p2k2Day, p2k2Week, p2k2Weekday),
                    visitMonth,
                    rule(visitDay, visitWeek, visitWeekday),
                    reportDay,
                    new FreeSlots(firstHour, hoursEach, aDay),
                    inviteDays,
                    remindDays,
                    withdrawalDays);
        }

        private static DayRule rule(Integer day, Integer week, Integer weekday) {
            return new DayRule(day, week, weekday == null ? null : DayOfWeek.of(weekday));
        }
    }

    PlanPolicy on(LocalDate day) {
        return PlanPolicy.on(
                database
                        .query(
                                "SELECT policy_code, valid_from, months_ahead, meeting_day, meeting_week,"
                                        + " meeting_weekday, p2k2_day, p2k2_week, p2k2_weekday, visit_month, visit_day,"
                                        + " visit_week, visit_weekday, report_day, first_hour, hours_each, a_day,"
                                        + " invite_days, remind_days, withdrawal_days FROM plan_policy",
                                q -> q.map(database.rowsAs(PolicyRow.class)).list())
                        .stream()
                        .map(PolicyRow::policy)
                        .toList(),
                day);
    }
}
