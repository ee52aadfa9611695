package id.pkh.district.recount;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.district.recount.Facts.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The recount's amounts are those of the worked cases on the rule page, for the index of 2026. */
class EntitlementPageTest {

    private static final Path PAGE = Path.of("../docs/rules/entitlement.md");

    @TestFactory
    List<DynamicTest> theWorkedAmounts() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("## ")) {
                inside = line.equals("## Worked cases: the amount");
            }
            if (inside && line.startsWith("| 2026-") && !isBeyondTheFiles(line)) {
                tests.add(DynamicTest.dynamicTest(line, () -> check(line)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(15);
        return tests;
    }

    /** Two components of one person, or one that the files do not contain. */
    private static boolean isBeyondTheFiles(String line) {
        return line.contains("SOMETHING_NEW")
                || line.contains("RIGHTS_VIOLATION_VICTIM")
                || line.contains("OTHER_COMPONENT_PAID");
    }

    private static void check(String line) {
        List<String> cells =
                Arrays.stream(line.substring(1).split("\\|")).map(String::trim).toList();
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
