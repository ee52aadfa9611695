package id.pkh.registry.facilitator.domain;

import id.pkh.registry.facilitator.domain.Appointments.Appointment;
import id.pkh.testsupport.RuleTable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Reads the tables of {@code docs/rules/facilitators.md}. */
final class FacilitatorRulePage {

    private static final String PAGE = "facilitators.md";
    private static final String NONE = "–";

    private FacilitatorRulePage() {}

    static List<List<String>> rows(String... header) {
        return RuleTable.rows(PAGE, header);
    }

    static FacilitatorPolicy policy() {
        List<String> row =
                rows(
                                "families per facilitator",
                                "days of notice",
                                "days of overlap",
                                "appointment required")
                        .get(0);
        return new FacilitatorPolicy(
                LocalDate.parse("2018-01-01"),
                Integer.parseInt(row.get(0)),
                Integer.parseInt(row.get(1)),
                Integer.parseInt(row.get(2)),
                row.get(3).equals("yes"));
    }

    /** A day; null for a dash. */
    static LocalDate day(String text) {
        return text.equals(NONE) ? null : LocalDate.parse(text);
    }

    static DutyRange range(String text) {
        String[] days = text.split("\\.\\.");
        return new DutyRange(
                LocalDate.parse(days[0]), days.length == 1 ? null : LocalDate.parse(days[1]));
    }

    static Appointments appointments(String text) {
        if (text.startsWith(NONE)) {
            return new Appointments(List.of(), text.endsWith("required"));
        }
        return new Appointments(
                Arrays.stream(text.split("; "))
                        .map(one -> one.split(" "))
                        .map(parts -> new Appointment(parts[0], range(parts[1])))
                        .toList(),
                false);
    }
}
