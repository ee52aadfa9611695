package id.pkh.district.recount;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** The content of the input files, without conclusions. */
final class Facts {

    private Facts() {}

    /**
     * An accepted row of families.csv with its accepted rows of members.csv.
     *
     * @param account empty at the post office
     */
    record Family(
            String card,
            String caretaker,
            String village,
            String group,
            boolean active,
            String bank,
            String account,
            List<Person> people) {}

    record Person(
            String nik,
            LocalDate birth,
            String component,
            String npsn,
            LocalDate from,
            LocalDate until) {

        boolean holdsEveryDayOf(YearMonth month) {
            return !from.isAfter(month.atDay(1))
                    && (until == null || !until.isBefore(month.atEndOfMonth()));
        }

        boolean holdsOn(LocalDate day) {
            return !from.isAfter(day) && (until == null || !until.isBefore(day));
        }
    }

    /** The person who is responsible for a village. */
    record Assignment(String facilitator, String village, LocalDate from, LocalDate until) {

        boolean covers(String ofVillage, YearMonth month) {
            return village.equals(ofVillage)
                    && !from.isAfter(month.atEndOfMonth())
                    && (until == null || !until.isBefore(month.atEndOfMonth()));
        }
    }

    /** One group, month and kind of meeting, with the mark of every caretaker on the sheet. */
    record Sheet(String group, YearMonth month, Map<String, Mark> marks) {}

    enum Mark {
        PRESENT,
        SICK,
        PERMITTED,
        ABSENT,
        UNMARKED
    }

    /** A pupil's month on a school form. */
    record SchoolMonth(int alpa, int izin, int sakit, int jml) {

        int effectiveDays() {
            return jml + alpa + izin + sakit;
        }
    }

    /** A month on a health form: a number of visits, or closed. */
    record HealthMonth(int visits, boolean closed) {}
}
