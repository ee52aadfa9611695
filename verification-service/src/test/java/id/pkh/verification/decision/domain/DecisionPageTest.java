package id.pkh.verification.decision.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.RuleTable;
import id.pkh.verification.MigrationRows;
import id.pkh.verification.sanction.domain.CauseHistory;
import id.pkh.verification.signal.domain.Attribution;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.PeriodState;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the migration inserts is what {@code docs/rules/decisions.md} states. */
class DecisionPageTest {

    private static final String MIGRATION = "V20261129210000__decisions_by_two.sql";
    private static final String MERGES = "V20261203120000__merge_reason.sql";

    @Test
    void every_measure_is_on_the_page() {
        List<List<String>> rows =
                RuleTable.rows(
                        "decisions.md", "measure", "on", "against the family", "what it does");
        assertThat(rows)
                .extracting(row -> row.get(0))
                .containsExactlyElementsOf(
                        Arrays.stream(Measure.values()).map(Measure::name).toList());
        rows.forEach(
                row ->
                        assertThat(row.get(2).equals("yes"))
                                .as(row.get(0))
                                .isEqualTo(Measure.valueOf(row.get(0)).isAgainstFamily()));
    }

    @Test
    void reasons_and_grounds_are_those_of_the_page() {
        List<List<String>> reasons =
                new ArrayList<>(MigrationRows.inserted(MIGRATION, "measure_reason"));
        reasons.addAll(MigrationRows.inserted(MERGES, "measure_reason"));
        assertThat(firstTwo(reasons))
                .containsExactlyInAnyOrderElementsOf(
                        RuleTable.rows("decisions.md", "measure", "reason"));
        assertThat(MigrationRows.inserted(MIGRATION, "appeal_ground"))
                .extracting(row -> row.get(0))
                .containsExactlyElementsOf(
                        RuleTable.rows("decisions.md", "grounds").stream()
                                .map(row -> row.get(0))
                                .toList());
    }

    private static List<List<String>> firstTwo(List<List<String>> rows) {
        return rows.stream().map(row -> row.subList(0, 2)).toList();
    }

    @Test
    void the_policy_is_that_of_the_page() {
        List<String> migrated = MigrationRows.inserted(MIGRATION, "notice_policy").get(0);
        List<String> page =
                RuleTable.rows(
                                "decisions.md",
                                "policy",
                                "from",
                                "routes that count",
                                "days until effect",
                                "attempts until posted",
                                "days until the coordinator is notified",
                                "days for an appeal against a decision",
                                "days to decide an appeal",
                                "stayed by an appeal",
                                "a person ends a suspension after compliance",
                                "reminder of a suspension, days")
                        .get(0);
        assertThat(migrated.subList(0, 2)).isEqualTo(page.subList(0, 2));
        assertThat(codes(migrated.get(3))).isEqualTo(codes(page.get(2)));
        assertThat(migrated.subList(4, 9)).isEqualTo(page.subList(3, 8));
        assertThat(codes(migrated.get(9))).isEqualTo(codes(page.get(8)));
        assertThat(migrated.subList(10, 12)).isEqualTo(page.subList(9, 11));
    }

    private static Set<String> codes(String list) {
        return Arrays.stream(list.replaceAll("[{} ]", "").split(",")).collect(Collectors.toSet());
    }

    @Test
    void reasons_of_lifts_undo_what_the_page_says() {
        RuleTable.rows("decisions.md", "reason", "lifts", "undoes")
                .forEach(
                        row ->
                                assertThat(LiftReason.valueOf(row.get(0)).undoes())
                                        .as(row.get(0))
                                        .isEqualTo(row.get(2).equals("yes")));
    }

    @Test
    void the_policy_of_a_day_is_the_latest_that_has_begun() {
        NoticePolicy first = policy("A", LocalDate.of(2018, 1, 1));
        NoticePolicy second = policy("B", LocalDate.of(2027, 1, 1));
        List<NoticePolicy> all = List.of(first, second);
        assertThat(NoticePolicy.inForceOn(LocalDate.of(2026, 12, 31), all)).isEqualTo(first);
        assertThat(NoticePolicy.inForceOn(LocalDate.of(2027, 1, 1), all)).isEqualTo(second);
    }

    @Test
    void a_notice_is_posted_after_the_attempts_of_the_policy() {
        NoticePolicy policy = policy("A", LocalDate.of(2018, 1, 1));
        assertThat(policy.refusal(NoticeRoute.LETTER, 0)).isEmpty();
        assertThat(policy.refusal(NoticeRoute.TELEPHONE, 5))
                .contains("NOTICE_ROUTE_DOES_NOT_COUNT");
        assertThat(policy.refusal(NoticeRoute.POSTED, 1)).contains("NOTICE_ATTEMPTS_MISSING");
        assertThat(policy.refusal(NoticeRoute.POSTED, 2)).isEmpty();
        assertThat(policy.refusal(NoticeRoute.POSTED, 3)).isEmpty();
    }

    @Test
    void an_appeal_stays_what_the_policy_names() {
        NoticePolicy policy = policy("A", LocalDate.of(2018, 1, 1));
        assertThat(policy.isStayedByAppeal(Measure.SUSPEND, MoneyEffect.FORFEIT)).isTrue();
        assertThat(policy.isStayedByAppeal(Measure.TERMINATE, MoneyEffect.NONE)).isTrue();
        assertThat(policy.isStayedByAppeal(Measure.SUSPEND, MoneyEffect.HOLD)).isFalse();
        assertThat(policy.isStayedByAppeal(Measure.GRADUATE, MoneyEffect.NONE)).isFalse();
    }

    private static NoticePolicy policy(String code, LocalDate from) {
        return new NoticePolicy(
                code,
                from,
                "choice",
                Set.of(NoticeRoute.LETTER, NoticeRoute.VISIT, NoticeRoute.POSTED),
                0,
                2,
                14,
                30,
                14,
                Set.of("SUSPEND_FORFEIT", "TERMINATE"),
                true,
                180);
    }

    @Test
    void a_suspension_should_end_when_the_last_evidence_is_clean() {
        VerificationPeriod step = VerificationPeriod.parse("2026-03");
        RuleTable.rows("decisions.md", "periods after the step", "proposed for")
                .forEach(
                        row -> {
                            List<PeriodState> states = new ArrayList<>();
                            states.add(PeriodState.signal(step, Attribution.FAMILY, "ABSENT"));
                            VerificationPeriod period = step;
                            for (String letter : row.get(0).split(" ")) {
                                period = period.next();
                                states.add(state(letter, period));
                            }
                            String proposed =
                                    CauseHistory.of(Cause.GROUP_MEETING_ABSENCE, states)
                                            .metAgainAfter(step)
                                            .map(found -> String.valueOf(periodNumber(step, found)))
                                            .orElse("–");
                            assertThat(proposed).as(row.get(0)).isEqualTo(row.get(1));
                        });
    }

    private static int periodNumber(VerificationPeriod step, VerificationPeriod found) {
        return found.firstMonth().getMonthValue() - step.firstMonth().getMonthValue();
    }

    private static PeriodState state(String letter, VerificationPeriod period) {
        return switch (letter) {
            case "C" -> PeriodState.clean(period);
            case "E" -> PeriodState.exempt(period);
            case "U" -> PeriodState.unknown(period);
            default -> PeriodState.signal(period, Attribution.FAMILY, "ABSENT");
        };
    }
}
