package id.pkh.platform.persistence;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.function.Predicate;

/**
 * A table that grows with time, in a partition a month or a year. A service has a bean of this type
 * for each; {@link PartitionUpkeep} makes their partitions ahead and drops what is past its
 * retention.
 *
 * @param name of the table; partitions are {@code name_202601} or {@code name_2026}
 * @param span of one partition
 * @param ahead how far ahead of today partitions are made
 * @param retention how long after its end a partition is kept; null keeps it for ever
 * @param droppable asked before a partition is dropped, with its first day: what is still needed
 *     stays
 */
public record PartitionedTable(
        String name, Span span, Period ahead, Period retention, Predicate<LocalDate> droppable) {

    /** The time of one partition. */
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

    /** A partition a month. */
    public static PartitionedTable monthly(String name, int monthsAhead, Period retention) {
        return new PartitionedTable(
                name, Span.MONTH, Period.ofMonths(monthsAhead), retention, firstDay -> true);
    }

    /** A partition a year. */
    public static PartitionedTable yearly(String name, int yearsAhead, Period retention) {
        return new PartitionedTable(
                name, Span.YEAR, Period.ofYears(yearsAhead), retention, firstDay -> true);
    }

    /** The same, keeping a partition until this says that it is no longer needed. */
    public PartitionedTable onlyIf(Predicate<LocalDate> stillDroppable) {
        return new PartitionedTable(name, span, ahead, retention, stillDroppable);
    }
}
