package id.pkh.registry.finding.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How the birth date on record compares with the one that is looked for. */
public enum BirthLikeness {
    SAME(30),
    DAY_MONTH_EXCHANGED(20),
    YEAR_OFF_BY_ONE(20),
    SAME_YEAR(20),
    OTHER(-20),
    NOT_ASKED(0);

    private final int points;

    BirthLikeness(int points) {
        this.points = points;
    }

    public int points() {
        return points;
    }

    public static BirthLikeness of(LocalDate asked, LocalDate recorded) {
        if (asked.equals(recorded)) {
            return SAME;
        }
        if (exchanged(asked).filter(recorded::equals).isPresent()) {
            return DAY_MONTH_EXCHANGED;
        }
        return asked.minusYears(1).equals(recorded) || asked.plusYears(1).equals(recorded)
                ? YEAR_OFF_BY_ONE
                : OTHER;
    }

    public static BirthLikeness ofYear(int asked, LocalDate recorded) {
        int apart = Math.abs(recorded.getYear() - asked);
        return apart == 0 ? SAME_YEAR : apart == 1 ? YEAR_OFF_BY_ONE : OTHER;
    }

    /** The day, and those with which it is often mistaken. */
    public static Set<LocalDate> daysNear(LocalDate asked) {
        Set<LocalDate> days = new TreeSet<>(Set.of(asked));
        exchanged(asked).ifPresent(days::add);
        days.add(asked.minusYears(1));
        days.add(asked.plusYears(1));
        return days;
    }

    private static Optional<LocalDate> exchanged(LocalDate day) {
        try {
            return Optional.of(
                    LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue()));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
