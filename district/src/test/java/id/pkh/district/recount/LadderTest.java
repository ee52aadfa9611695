package id.pkh.district.recount;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.district.recount.Ladder.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The recount's ladder is the one on the rule page, row by row. */
class LadderTest {

    private static final Path PAGE = Path.of("../docs/rules/sanction-ladder.md");

    private static List<List<String>> rows(String heading) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("## ")) {
                inside = line.equals("## " + heading);
            } else if (inside && line.startsWith("|")) {
                rows.add(Arrays.stream(line.substring(1).split("\\|")).map(String::trim).toList());
            }
        }
        return rows.subList(2, rows.size());
    }

    @TestFactory
    List<DynamicTest> theLadder() throws IOException {
        return rows("The ladder").stream()
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        row.get(0) + " " + row.get(1),
                                        () -> {
                                            int running = Integer.parseInt(row.get(1));
                                            assertThat(Ladder.step(row.get(0), running))
                                                    .isEqualTo(row.get(2));
                                            assertThat(Ladder.isProtected(row.get(0)))
                                                    .isEqualTo(row.get(3).equals("yes"));
                                        }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> theWorkedCases() throws IOException {
        return rows("Worked cases").stream()
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        row.get(0) + " " + row.get(1), () -> workedCase(row)))
                .toList();
    }

    private static void workedCase(List<String> row) {
        List<State> states = Arrays.stream(row.get(1).split(" ")).map(LadderTest::state).toList();
        List<String> periods = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            periods.add("period " + i);
        }
        String last = periods.get(periods.size() - 1);
        List<ExpectedStep> steps = Ladder.climb(row.get(0), periods, states);
        List<ExpectedStep> ofLast = steps.stream().filter(s -> s.period().equals(last)).toList();
        if (row.get(3).equals("NONE")) {
            assertThat(ofLast).isEmpty();
        } else {
            assertThat(ofLast).hasSize(1);
            assertThat(ofLast.get(0).step()).isEqualTo(row.get(3));
            assertThat(ofLast.get(0).running()).isEqualTo(Integer.parseInt(row.get(2)));
        }
    }

    private static State state(String letter) {
        return switch (letter) {
            case "S" -> State.SIGNAL;
            case "C" -> State.CLEAN;
            case "E" -> State.EXEMPT;
            default -> State.UNKNOWN;
        };
    }

    @Test
    void thePageHasRows() throws IOException {
        assertThat(rows("The ladder")).hasSize(15);
        assertThat(rows("Worked cases")).hasSizeGreaterThan(30);
    }
}
