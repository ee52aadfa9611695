package id.pkh.verification.support;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A family of a test, with the NIKs that only the test knows. */
public final class Family {

    /** Somebody with a component. */
    public record Person(
            UUID memberId,
            String nik,
            String component,
            YearMonth birthMonth,
            String schoolId,
            LocalDate since,
            LocalDate until,
            String nisn) {

        public Person atSchool(String otherSchoolId) {
            return new Person(
                    memberId, nik, component, birthMonth, otherSchoolId, since, until, nisn);
        }

        public Person withNisn(String number) {
            return new Person(memberId, nik, component, birthMonth, schoolId, since, until, number);
        }

        public Person until(LocalDate day) {
            return new Person(memberId, nik, component, birthMonth, schoolId, since, day, nisn);
        }
    }

    public final UUID kpmId = UUID.randomUUID();
    public String villageCode;
    public String status = "ACTIVE";
    public final List<Person> people = new ArrayList<>();
    long version;

    Family(String villageCode) {
        this.villageCode = villageCode;
    }

    public Family pupil(String schoolId) {
        return person("SD", YearMonth.of(2016, 5), schoolId);
    }

    /** A pupil whose pupil number the registry knows. */
    public Family pupil(String schoolId, String nisn) {
        pupil(schoolId);
        people.add(people.remove(people.size() - 1).withNisn(nisn));
        return this;
    }

    public Family infant() {
        return person("EARLY_CHILD", YearMonth.of(2024, 6), null);
    }

    public Family elder() {
        return person("ELDERLY", YearMonth.of(1950, 1), null);
    }

    public Family person(String component, YearMonth birthMonth, String schoolId) {
        people.add(
                new Person(
                        UUID.randomUUID(),
                        Niks.next(),
                        component,
                        birthMonth,
                        schoolId,
                        LocalDate.of(2024, 1, 1),
                        null,
                        null));
        return this;
    }

    public Person first() {
        return people.get(0);
    }
}
