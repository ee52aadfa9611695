package id.pkh.district.recount;

import id.pkh.district.recount.Facts.Person;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The index of 2026: the amount of a family in the cycle before any hold. */
final class Payments {

    private static final int PAID_MEMBERS_MAX = 4;
    private static final Map<String, Long> ANNUAL_IDR =
            Map.of(
                    "PREGNANT_POSTPARTUM", 3_000_000L,
                    "EARLY_CHILD", 3_000_000L,
                    "SD", 900_000L,
                    "SMP", 1_500_000L,
                    "SMA", 2_000_000L,
                    "SEVERE_DISABILITY", 2_400_000L,
                    "ELDERLY", 2_400_000L);

    private Payments() {}

    /** Components carried on the cycle's first day count; the four highest are paid. */
    static long amount(List<Person> people, LocalDate from, LocalDate until) {
        long months = ChronoUnit.MONTHS.between(from, until.plusDays(1));
        return people.stream()
                .filter(person -> person.holdsOn(from))
                .map(person -> share(ANNUAL_IDR.get(person.component()), months))
                .sorted(Comparator.reverseOrder())
                .limit(PAID_MEMBERS_MAX)
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Annual amount divided by twelve, times the months, rounded half up to whole rupiah. */
    static long share(long annual, long months) {
        return (annual * months * 2 + 12) / 24;
    }
}
