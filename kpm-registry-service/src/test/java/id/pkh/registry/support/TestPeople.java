package id.pkh.registry.support;

import id.pkh.registry.family.domain.Sex;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

/** Creates identity numbers of people who do not exist. Each number is used once per test run. */
public final class TestPeople {

    private static final AtomicInteger NEXT = new AtomicInteger(100_000);

    private TestPeople() {}

    public static String woman(String birthDate) {
        return nik(Sex.FEMALE, LocalDate.parse(birthDate));
    }

    public static String man(String birthDate) {
        return nik(Sex.MALE, LocalDate.parse(birthDate));
    }

    public static String card() {
        int n = NEXT.getAndIncrement();
        return "17710801%02d%06d".formatted(n % 28 + 1, n);
    }

    public static String account() {
        return "0020%08d".formatted(NEXT.getAndIncrement());
    }

    /** A telephone number that nobody else in the tests has. */
    public static String telephone() {
        return "08122%07d".formatted(NEXT.getAndIncrement());
    }

    private static String nik(Sex sex, LocalDate birthDate) {
        int day = birthDate.getDayOfMonth() + (sex == Sex.FEMALE ? 40 : 0);
        return "%06d%02d%02d%02d%04d"
                .formatted(
                        NEXT.getAndIncrement(),
                        day,
                        birthDate.getMonthValue(),
                        birthDate.getYear() % 100,
                        NEXT.get() % 9000 + 1);
    }
}
