package id.pkh.platform.calendar;

import java.time.YearMonth;

/** The periods of a service, as a bean; a service has at most one. */
public interface CalendarPeriods {

    /** The person who is recorded for what happens on the schedule. */
    String SYSTEM = "system";

    /** Names the policy of the calendar; it is stored with every version. */
    String policyKind();

    /** Whether a period is a month or a quarter. */
    Length length();

    /**
     * Starts the closing of a period in the whole country, in the caller's transaction. A closing
     * that was started before, by a person or on the schedule, is left as it is.
     */
    Progress close(YearMonth firstMonth);

    /** How long a period is. */
    enum Length {
        MONTH(1),
        QUARTER(3);

        private final int months;

        Length(int months) {
            this.months = months;
        }

        int months() {
            return months;
        }

        YearMonth next(YearMonth firstMonth) {
            return firstMonth.plusMonths(months);
        }

        YearMonth previous(YearMonth firstMonth) {
            return firstMonth.minusMonths(months);
        }

        /** The first month of the period that contains a month. */
        YearMonth periodOf(YearMonth month) {
            return month.minusMonths((month.getMonthValue() - 1) % months);
        }
    }

    /** How far the closing of a period is. */
    enum Progress {
        /** There is nothing that could be closed, such as groups or families. */
        NOTHING_TO_CLOSE,
        /** It is worked on, or was stopped, or has failed: then it waits for a person. */
        UNDER_WAY,
        CLOSED
    }
}
