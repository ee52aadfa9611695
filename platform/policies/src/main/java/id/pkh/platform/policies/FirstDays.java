package id.pkh.platform.policies;

import java.time.LocalDate;

/** The days on which policies of a kind may begin: those on which a period of their rule begins. */
public enum FirstDays {
    OF_MONTHS(1),
    OF_QUARTERS(3);

    private final int months;

    FirstDays(int months) {
        this.months = months;
    }

    public boolean contain(LocalDate day) {
        return day.getDayOfMonth() == 1 && (day.getMonthValue() - 1) % months == 0;
    }
}
