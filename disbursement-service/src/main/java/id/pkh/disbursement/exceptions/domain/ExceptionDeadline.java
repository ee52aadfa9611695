package id.pkh.disbursement.exceptions.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days of an exception, in Jakarta.
 *
 * @param dueOn the last day on which it is in time
 */
public record ExceptionDeadline(LocalDate foundOn, LocalDate dueOn) {

    public long ageDays(LocalDate today) {
        return ChronoUnit.DAYS.between(foundOn, today);
    }

    public boolean isOverdue(LocalDate today) {
        return today.isAfter(dueOn);
    }
}
