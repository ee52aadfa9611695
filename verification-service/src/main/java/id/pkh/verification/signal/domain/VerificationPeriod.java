package id.pkh.verification.signal.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The period of a signal: a calendar month for meetings, a quarter for commitments.
 *
 * @param firstMonth first month of the period
 * @param lengthMonths 1 or 3
 */
public record VerificationPeriod(YearMonth firstMonth, int lengthMonths)
        implements Comparable<VerificationPeriod> {

    /** The form of a quarter, as in events and in the API. */
    public static final String QUARTER_TEXT = "^[0-9]{4}-Q[1-4]$";

    /** The form of a month or a quarter. */
    public static final String TEXT = "^[0-9]{4}-(Q[1-4]|0[1-9]|1[0-2])$";

    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");

    public VerificationPeriod {
        if (lengthMonths != 1 && lengthMonths != 3) {
            throw new IllegalArgumentException(
                    "a period is a month or a quarter, not " + lengthMonths + " months");
        }
        if ((firstMonth.getMonthValue() - 1) % lengthMonths != 0) {
            throw new IllegalArgumentException("no quarter begins in " + firstMonth);
        }
    }

    public static VerificationPeriod month(YearMonth month) {
        return new VerificationPeriod(month, 1);
    }

    public static VerificationPeriod quarter(int year, int quarter) {
        return new VerificationPeriod(YearMonth.of(year, quarter * 3 - 2), 3);
    }

    /** The quarter that contains a month. */
    public static VerificationPeriod quarterOf(YearMonth month) {
        return quarter(month.getYear(), (month.getMonthValue() + 2) / 3);
    }

    /**
     * Reads {@code yyyy-MM} or {@code yyyy-Qn}.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static VerificationPeriod parse(String text) {
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            return quarter(Integer.parseInt(quarter.group(1)), Integer.parseInt(quarter.group(2)));
        }
        Matcher month = MONTH.matcher(text);
        if (month.matches()
                && Integer.parseInt(month.group(2)) >= 1
                && Integer.parseInt(month.group(2)) <= 12) {
            return month(YearMonth.parse(text));
        }
        throw new IllegalArgumentException("not a period: " + text);
    }

    public boolean isQuarter() {
        return lengthMonths == 3;
    }

    public LocalDate firstDay() {
        return firstMonth.atDay(1);
    }

    public LocalDate lastDay() {
        return lastMonth().atEndOfMonth();
    }

    public YearMonth lastMonth() {
        return firstMonth.plusMonths(lengthMonths - 1L);
    }

    public List<YearMonth> months() {
        return IntStream.range(0, lengthMonths).mapToObj(firstMonth::plusMonths).toList();
    }

    public boolean contains(YearMonth month) {
        return !month.isBefore(firstMonth) && !month.isAfter(lastMonth());
    }

    public VerificationPeriod next() {
        return new VerificationPeriod(firstMonth.plusMonths(lengthMonths), lengthMonths);
    }

    public VerificationPeriod previous() {
        return new VerificationPeriod(firstMonth.minusMonths(lengthMonths), lengthMonths);
    }

    /** The period is over after its last day. */
    public boolean isOverOn(LocalDate today) {
        return today.isAfter(lastDay());
    }

    /** {@code yyyy-MM} or {@code yyyy-Qn}, as in events and in the API. */
    public String text() {
        return isQuarter()
                ? "%04d-Q%d".formatted(firstMonth.getYear(), (firstMonth.getMonthValue() + 2) / 3)
                : firstMonth.toString();
    }

    @Override
    public int compareTo(VerificationPeriod other) {
        int byMonth = firstMonth.compareTo(other.firstMonth);
        return byMonth != 0 ? byMonth : Integer.compare(lengthMonths, other.lengthMonths);
    }

    @Override
    public String toString() {
        return text();
    }
}
