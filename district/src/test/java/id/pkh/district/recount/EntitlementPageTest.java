package id.pkh.district.recount;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.district.recount.Facts.Person;
import id.pkh.testsupport.RuleTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The recount's amounts are those of the worked cases on the rule page, for the index of 2026. */
class EntitlementPageTest {

    @TestFactory
    List<DynamicTest> theWorkedAmounts() {
        List<DynamicTest> tests =
                RuleTable.rows("entitlement.md", "from", "until", "members", "lines", "sum")
                        .stream()
                        .filter(row -> row.get(0).startsWith("2026-") && !isBeyondTheFiles(row))
                        .map(row -> DynamicTest.dynamicTest(row.toString(), () -> check(row)))
                        .toList();
        assertThat(tests).hasSizeGreaterThan(15);
        return tests;
    }

    /** Two components of one person, or one that the files do not contain. */
    private static boolean isBeyondTheFiles(List<String> row) {
        String line = row.toString();
        return line.contains("SOMETHING_NEW")
                || line.contains("RIGHTS_VIOLATION_VICTIM")
                || line.contains("OTHER_COMPONENT_PAID");
    }

    private static void check(List<String> cells) {
        List<Person> people = new ArrayList<>();
        if (!cells.get(2).equals("none")) {
            for (String member : cells.get(2).split("; ")) {
                people.add(person(member.split(" ")));
            }
        }
        long amount =
                Payments.amount(
                        people, LocalDate.parse(cells.get(0)), LocalDate.parse(cells.get(1)));
        assertThat(amount).isEqualTo(Long.parseLong(cells.get(4)));
    }

    private static Person person(String[] words) {
        String[] days = words[2].split("\\.\\.");
        LocalDate until = days.length > 1 ? LocalDate.parse(days[1]) : null;
        return new Person(words[0], null, words[1], "", LocalDate.parse(days[0]), until);
    }
}
