package id.pkh.meeting.plan.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;

/**
 * When things are planned, and when families are told.
 *
 * @param monthsAhead months behind the current one that are planned; 0 when the machine plans
 *     nothing
 * @param visitMonth in its quarter, 1 to 3
 * @param reportDay day of the month
 * @param inviteDays days before a meeting on which it is announced
 * @param remindDays days before it on which families are reminded; 0 when they are not
 * @param withdrawalDays days from the first credit of a cycle in a village to its withdrawal day;
 *     null when people plan it
 */
public record PlanPolicy(
        String policyCode,
        LocalDate validFrom,
        int monthsAhead,
        DayRule meetingDay,
        DayRule p2k2Day,
        int visitMonth,
        DayRule visitDay,
        int reportDay,
        FreeSlots slots,
        int inviteDays,
        int remindDays,
        Integer withdrawalDays) {

    /** The policy of a day: the latest that has begun. */
    public static PlanPolicy on(Collection<PlanPolicy> known, LocalDate day) {
        return known.stream()
                .filter(policy -> !policy.validFrom().isAfter(day))
                .max(Comparator.comparing(PlanPolicy::validFrom))
                .orElseThrow(() -> new IllegalStateException("no policy of plans on " + day));
    }

    /** Whether the visits of the quarter are made in this month. */
    public boolean isVisitMonth(YearMonth month) {
        return (month.getMonthValue() - 1) % 3 + 1 == visitMonth;
    }

    /** The day on which something of a kind is wanted in a month. */
    public LocalDate dayOf(PlanKind kind, YearMonth month) {
        return switch (kind) {
            case GROUP_MEETING -> meetingDay.in(month);
            case P2K2 -> p2k2Day.in(month);
            case SCHOOL_VISIT, CLINIC_VISIT -> visitDay.in(month);
            case REPORT_DAY -> month.atDay(reportDay);
            case HOME_VISIT, WITHDRAWAL_DAY ->
                    throw new IllegalArgumentException(kind + " is planned by people");
        };
    }

    /** The notice that is due today. */
    public PlanNotice notice(
            LocalDate plannedFor, LocalDate today, boolean isInvited, boolean isReminded) {
        return PlanNotice.of(plannedFor, today, inviteDays, remindDays, isInvited, isReminded);
    }
}
