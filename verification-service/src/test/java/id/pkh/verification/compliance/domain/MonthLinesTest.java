package id.pkh.verification.compliance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which of several lines about one person and month count. */
class MonthLinesTest {

    private static final UUID PUPIL = new UUID(0, 1);
    private static final YearMonth MONTH = YearMonth.of(2026, 1);
    private static final SchoolMonth THERE = new SchoolMonth(0, 0, 0, 20);
    private static final SchoolMonth AWAY = new SchoolMonth(20, 0, 0, 0);

    @Test
    void lines_that_agree_are_no_contradiction() {
        MonthLines lines = MonthLines.of(List.of(line("S1", "a", THERE), line("S2", "b", THERE)));
        assertThat(lines.contradictions()).isEmpty();
    }

    @Test
    void all_schools_are_compared_and_every_line_is_left_to_the_rule() {
        MonthLines lines = MonthLines.of(List.of(line("S1", "a", AWAY), line("S2", "b", THERE)));
        assertThat(lines.contradictions()).containsOnlyKeys("");
        assertThat(entries(lines, Map.of())).containsExactlyInAnyOrder(AWAY, THERE);
    }

    @Test
    void only_several_lines_about_the_same_can_be_settled() {
        assertThat(MonthLines.of(List.of(line("S1", "a", THERE))).canBeSettled()).isFalse();
        assertThat(
                        MonthLines.of(
                                        List.of(
                                                line("H1", "a", HealthMonth.visits(1)),
                                                line("H2", "a", HealthMonth.visits(0))))
                                .canBeSettled())
                .isFalse();
        assertThat(
                        MonthLines.of(List.of(line("S1", "a", AWAY), line("S2", "a", THERE)))
                                .canBeSettled())
                .isTrue();
    }

    @Test
    void a_settled_line_counts_alone() {
        MonthLines lines = MonthLines.of(List.of(line("S1", "a", AWAY), line("S1", "b", THERE)));
        assertThat(entries(lines, Map.of("", new EvidenceLine.Source("S1", "a"))))
                .containsExactly(AWAY);
    }

    @Test
    void a_settlement_on_a_line_that_is_gone_settles_nothing() {
        MonthLines lines = MonthLines.of(List.of(line("S1", "a", AWAY), line("S1", "b", THERE)));
        assertThat(entries(lines, Map.of("", new EvidenceLine.Source("S1", "c"))))
                .containsExactlyInAnyOrder(AWAY, THERE);
    }

    @Test
    void visits_to_two_services_are_added_and_those_of_one_are_not() {
        MonthLines lines =
                MonthLines.of(
                        List.of(
                                line("P1", "a", HealthMonth.visits(1)),
                                line("P1", "b", HealthMonth.visits(2)),
                                line("P2", "a", HealthMonth.visits(1))));
        assertThat(lines.contradictions()).containsOnlyKeys("P1");
        assertThat(entries(lines, Map.of()))
                .containsExactlyInAnyOrder(HealthMonth.visits(2), HealthMonth.visits(1));
        assertThat(entries(lines, Map.of("P1", new EvidenceLine.Source("P1", "a"))))
                .containsExactlyInAnyOrder(HealthMonth.visits(1), HealthMonth.visits(1));
    }

    @Test
    void a_closed_service_is_better_for_the_family_than_no_visit_and_worse_than_one() {
        assertThat(
                        entries(
                                MonthLines.of(
                                        List.of(
                                                line("P1", "a", HealthMonth.visits(0)),
                                                line("P1", "b", HealthMonth.CLOSED))),
                                Map.of()))
                .containsExactly(HealthMonth.CLOSED);
        assertThat(
                        entries(
                                MonthLines.of(
                                        List.of(
                                                line("P1", "a", HealthMonth.visits(1)),
                                                line("P1", "b", HealthMonth.CLOSED))),
                                Map.of()))
                .containsExactly(HealthMonth.visits(1));
    }

    private static List<MonthEvidence> entries(
            MonthLines lines, Map<String, EvidenceLine.Source> settled) {
        return lines.counted(settled).stream().map(EvidenceLine::entry).toList();
    }

    private static EvidenceLine line(String point, String sender, MonthEvidence entry) {
        return new EvidenceLine(PUPIL, MONTH, point, sender, UUID.randomUUID(), entry);
    }
}
