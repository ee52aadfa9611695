package id.pkh.meeting.policy;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.FirstDays;
import id.pkh.platform.policies.PolicyKind;
import id.pkh.platform.policies.PolicyRows;
import id.pkh.platform.policies.PolicySpan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** When things are planned: {@code plan_policy}. */
@ApplicationScoped
class PlanCalendarKind implements PolicyKind<PlanDocument> {

    static final String NAME = "PLAN_CALENDAR";

    private final Database database;

    PlanCalendarKind(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<PlanDocument> documentType() {
        return PlanDocument.class;
    }

    @Override
    public FirstDays firstDays() {
        return FirstDays.OF_MONTHS;
    }

    @Override
    public List<PolicySpan> spans() {
        return database.query(
                "SELECT policy_code, valid_from, NULL::date AS valid_until FROM plan_policy",
                q -> q.map(database.rowsAs(PolicySpan.class)).list());
    }

    @Override
    public void check(PlanDocument document) {
        PolicyRows.requirePossible(document.meetingDay().isPossible(), "meeting_day");
        PolicyRows.requirePossible(document.p2k2Day().isPossible(), "p2k2_day");
        PolicyRows.requirePossible(document.visitDay().isPossible(), "visit_day");
        PolicyRows.requirePossible(
                document.firstHour() + document.hoursEach() * document.aDay()
                        <= PlanDocument.LATEST_HOUR,
                "a_day");
        PolicyRows.requirePossible(document.remindDays() < document.inviteDays(), "remind_days");
    }

    @Override
    public void add(PlanDocument document) {
        database.update(
                "INSERT INTO plan_policy (policy_code, valid_from, months_ahead, meeting_day, meeting_week,"
                        + " meeting_weekday, p2k2_day, p2k2_week, p2k2_weekday, visit_month, visit_day, visit_week,"
                        + " visit_weekday, report_day, first_hour, hours_each, a_day, invite_days, remind_days,"
                        + " withdrawal_days, legal_basis) VALUES (:code, :from, :ahead, :meetingDay, :meetingWeek, :meetingWeekday,"
                        + " :p2k2Day, :p2k2Week, :p2k2Weekday, :visitMonth, :visitDay, :visitWeek, :visitWeekday,"
                        + " :report, :hour, :each, :aDay, :invite, :remind, :withdrawal, :basis)",
                u ->
                        u.bind("code", document.policyCode())
                                .bind("from", document.validFrom())
                                .bind("ahead", document.monthsAhead())
                                .bind("meetingDay", document.meetingDay().dayOfMonth())
                                .bind("meetingWeek", document.meetingDay().week())
                                .bind("meetingWeekday", document.meetingDay().weekdayNumber())
                                .bind("p2k2Day", document.p2k2Day().dayOfMonth())
                                .bind("p2k2Week", document.p2k2Day().week())
                                .bind("p2k2Weekday", document.p2k2Day().weekdayNumber())
                                .bind("visitMonth", document.visitMonth())
                                .bind("visitDay", document.visitDay().dayOfMonth())
                                .bind("visitWeek", document.visitDay().week())
                                .bind("visitWeekday", document.visitDay().weekdayNumber())
                                .bind("report", document.reportDay())
                                .bind("hour", document.firstHour())
                                .bind("each", document.hoursEach())
                                .bind("aDay", document.aDay())
                                .bind("invite", document.inviteDays())
                                .bind("remind", document.remindDays())
                                .bind("withdrawal", document.withdrawalDays())
                                .bind("basis", document.legalBasis()));
    }

    @Override
    public void remove(PlanDocument document) {
        database.update(
                "DELETE FROM plan_policy WHERE policy_code = :code",
                u -> u.bind("code", document.policyCode()));
    }
}
