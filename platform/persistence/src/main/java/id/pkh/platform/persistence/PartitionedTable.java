package id.pkh.platform.persistence;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.function.Predicate;

/**
 * A table that grows with time, with one partition per month or year. A service has a bean of this
 * type for each such table. {@link PartitionUpkeep} creates partitions in advance and drops those
 * that are past their retention.
 *
 * @param name of the table; partitions are {@code name_202601} or {@code name_2026}
 * @param span the time that one partition covers
 * @param ahead how far ahead of today partitions are created
 * @param retention how long after its end a partition is kept; null keeps it forever
 * @param droppable called with the first day of a partition before it is dropped; a partition that
 *     is still needed stays
 */
public record PartitionedTable(
        String name, Span span, Period ahead, Period retention, Predicate<LocalDate> droppable) {

    /** The time that one partition covers. */
    public enum Span {
        MONTH,
        YEAR;

        LocalDate firstDayOf(LocalDate day) {
            return this == MONTH ? day.withDayOfMonth(1) : day.withDayOfYear(1);
        }

        LocalDate next(LocalDate firstDay) {
            return this == MONTH ? firstDay.plusMonths(1) : firstDay.plusYears(1);
        }

        String suffixOf(LocalDate firstDay) {
            return this == MONTH
                    ? YearMonth.from(firstDay).toString().replace("-", "")
                    : Integer.toString(firstDay.getYear());
        }
    }

    /** A table with one partition per month. */
    public static PartitionedTable monthly(String name, int monthsAhead, Period retention) {
        return new PartitionedTable(
                name, Span.MONTH, Period.ofMonths(monthsAhead), retention, firstDay -> true);
    }

    /** A table with one partition per year. */
    public static PartitionedTable yearly(String name, int yearsAhead, Period retention) {
        return new PartitionedTable(
                name, Span.YEAR, Period.ofYears(yearsAhead), retention, firstDay -> true);
    }

    /**
     * The same table; a partition is kept until the predicate states that it is no longer needed.
     */
    public PartitionedTable onlyIf(Predicate<LocalDate> stillDroppable) {
        return new PartitionedTable(name, span, ahead, retention, stillDroppable);
    }
}
