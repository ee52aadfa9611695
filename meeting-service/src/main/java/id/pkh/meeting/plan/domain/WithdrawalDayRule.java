package id.pkh.meeting.plan.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The day on which the groups of a village are to withdraw, so many days after the first credit of
 * a cycle there. The table of docs/rules/plan.md has the same rows.
 */
public final class WithdrawalDayRule {

    private WithdrawalDayRule() {}

    /**
     * Empty when no policy names the days. It is no Sunday, and never before tomorrow, because
     * nobody could be told any more.
     *
     * @param days of the policy; null when people plan withdrawal days
     */
    public static Optional<LocalDate> proposed(
            LocalDate creditedOn, Integer days, LocalDate today) {
        if (days == null) {
            return Optional.empty();
        }
        LocalDate wanted = creditedOn.plusDays(days);
        LocalDate day = wanted.isAfter(today) ? wanted : today.plusDays(1);
        return Optional.of(day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day);
    }
}
