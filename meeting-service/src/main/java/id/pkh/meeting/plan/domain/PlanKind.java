package id.pkh.meeting.plan.domain;

import java.time.LocalDate;
import java.time.YearMonth;

/** What can be planned. The names are the codes of the interface. */
public enum PlanKind {
    GROUP_MEETING,
    P2K2,
    /** The group withdraws its money together. */
    WITHDRAWAL_DAY,
    SCHOOL_VISIT,
    CLINIC_VISIT,
    HOME_VISIT,
    /** The monthly report to the data administrator. */
    REPORT_DAY;

    /** Families of the group are invited to it. */
    public boolean concernsGroup() {
        return isMeeting() || this == WITHDRAWAL_DAY;
    }

    /** It is done when the meeting is on record, and not because someone says so. */
    public boolean isMeeting() {
        return this == GROUP_MEETING || this == P2K2;
    }

    /** Verification visits are due once a quarter, everything else once a month or as needed. */
    public boolean isQuarterly() {
        return this == SCHOOL_VISIT || this == CLINIC_VISIT;
    }

    /** A plan of the machine stays in the period for which it was made. */
    public boolean staysInPeriod() {
        return this != HOME_VISIT && this != WITHDRAWAL_DAY;
    }

    /** The first day of the period to which a day belongs. */
    public LocalDate periodOf(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return (isQuarterly() ? firstOfQuarter(month) : month).atDay(1);
    }

    public static YearMonth firstOfQuarter(YearMonth month) {
        return month.minusMonths((month.getMonthValue() - 1) % 3);
    }
}
