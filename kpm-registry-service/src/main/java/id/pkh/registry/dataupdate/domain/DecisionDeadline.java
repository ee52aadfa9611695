package id.pkh.registry.dataupdate.domain;

import java.time.LocalDate;

/**
 * By when a data update is decided: within the days of the policy, and before the month of SIKS-NG
 * closes if that is earlier.
 *
 * @param days days after the day of submission
 * @param monthClosesOn day of the month on which SIKS-NG closes it
 */
public record DecisionDeadline(int days, int monthClosesOn) {

    public LocalDate of(LocalDate submittedOn) {
        LocalDate byDays = submittedOn.plusDays(days);
        LocalDate closing = submittedOn.withDayOfMonth(monthClosesOn);
        boolean closesBefore = closing.isAfter(submittedOn) && closing.isBefore(byDays);
        return closesBefore ? closing : byDays;
    }
}
