package id.pkh.meeting.p2k2.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.meeting.p2k2.domain.P2k2Progress.Held;
import id.pkh.meeting.p2k2.domain.P2k2Progress.ModuleProgress;
import id.pkh.meeting.p2k2.domain.P2k2Progress.Progress;
import id.pkh.testsupport.RuleTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class P2k2ProgressTest {

    private static final Curriculum FIRST = CurriculumFixture.first();
    private static final LocalDate DAY = LocalDate.parse("2026-01-15");

    static List<List<String>> page() {
        return RuleTable.rows("p2k2.md", "held", "next of REGULAR", "next of STUNTING");
    }

    @ParameterizedTest
    @MethodSource("page")
    void theNextSessionIsThatOfTheRulePageInWhateverOrderTheyAreOnRecord(List<String> row) {
        List<Held> held = new ArrayList<>(held(row.get(0)));
        for (int turn = 0; turn < 2; turn++) {
            P2k2Progress progress = P2k2Progress.of(FIRST, held);
            assertThat(next(progress, Course.REGULAR)).isEqualTo(row.get(1));
            assertThat(next(progress, Course.STUNTING)).isEqualTo(row.get(2));
            assertThat(progress.next()).doesNotContainKey(Course.ADAPTIVE);
            Collections.reverse(held);
        }
    }

    @Test
    void aModuleCountsEachOfItsSessionsOnce() {
        List<ModuleProgress> modules =
                P2k2Progress.of(
                                FIRST,
                                List.of(
                                        new Held("WELFARE-1", DAY),
                                        new Held("WELFARE-1", DAY.plusMonths(1)),
                                        new Held("WELFARE-2", DAY),
                                        new Held("FINANCE-3", DAY)))
                        .modules();

        ModuleProgress welfare = of(modules, "WELFARE");
        assertThat(welfare.held()).isEqualTo(2);
        assertThat(welfare.isComplete()).isTrue();
        Progress first = welfare.sessions().get(0);
        assertThat(first.times()).isEqualTo(2);
        assertThat(first.lastHeldOn()).isEqualTo("2026-02-15");
        assertThat(of(modules, "FINANCE").held()).isEqualTo(1);
        assertThat(of(modules, "FINANCE").isComplete()).isFalse();
        assertThat(of(modules, "HEALTH").sessions().get(0).lastHeldOn()).isNull();
    }

    private static ModuleProgress of(List<ModuleProgress> modules, String code) {
        return modules.stream()
                .filter(each -> each.module().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String next(P2k2Progress progress, Course course) {
        P2k2Session next = progress.next().get(course);
        return next == null ? "–" : next.code();
    }

    private static List<Held> held(String cell) {
        if (cell.startsWith("all of ")) {
            Course course = Course.valueOf(cell.substring(7));
            return FIRST.sessions().stream()
                    .filter(session -> session.course() == course)
                    .map(session -> new Held(session.code(), DAY))
                    .toList();
        }
        return cell.equals("–")
                ? List.of()
                : Stream.of(cell.split(" ")).map(code -> new Held(code, DAY)).toList();
    }
}
