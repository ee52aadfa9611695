package id.pkh.registry.graduation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.registry.graduation.domain.GraduationCodes.Ppse;
import id.pkh.registry.graduation.domain.GraduationCodes.Reason;
import id.pkh.registry.graduation.domain.GraduationCodes.Rejection;
import id.pkh.registry.graduation.domain.GraduationCodes.Type;
import id.pkh.registry.graduation.domain.GraduationCodes.WelfareCategory;
import id.pkh.testsupport.RuleTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules are those of docs/rules/graduation.md. */
class GraduationPageTest {

    private static final String PAGE = "graduation.md";
    private static final String NOTHING = "–";
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    private static GraduationPolicy policy() {
        List<String> row =
                RuleTable.rows(
                                PAGE,
                                "policy",
                                "from",
                                "days before the end of the last component",
                                "days for which a visit counts",
                                "years in the programme")
                        .get(0);
        return new GraduationPolicy(
                row.get(0),
                Integer.parseInt(row.get(2)),
                Integer.parseInt(row.get(3)),
                Integer.parseInt(row.get(4)));
    }

    private static LocalDate day(String cell) {
        return cell.equals(NOTHING) ? null : LocalDate.parse(cell);
    }

    @TestFactory
    Stream<DynamicTest> aFamilyIsReadyAsThePageSays() {
        return RuleTable.rows(
                        PAGE,
                        "member since",
                        "last component until",
                        "income improved on",
                        "ready for")
                .stream()
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        String.join(" ", row),
                                        () -> assertThat(readyFor(row)).isEqualTo(row.get(3))));
    }

    private static String readyFor(List<String> row) {
        GraduationFacts facts =
                new GraduationFacts(day(row.get(0)), day(row.get(1)), day(row.get(2)));
        String ready =
                Readiness.of(facts, policy(), TODAY).stream()
                        .map(Enum::name)
                        .collect(Collectors.joining(", "));
        return ready.isEmpty() ? NOTHING : ready;
    }

    @TestFactory
    Stream<DynamicTest> aFamilyCanBeProposedAsThePageSays() {
        return RuleTable.rows(PAGE, "type", "reason", "joined", "visit", "from", "verdict").stream()
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        String.join(" ", row),
                                        () -> assertThat(verdict(row)).isEqualTo(row.get(5))));
    }

    private static String verdict(List<String> row) {
        String[] visit = row.get(3).split(" ");
        String of = visit.length > 1 ? visit[1] : "";
        return GraduationRule.faultOf(
                        new GraduationRule.Statement(
                                Type.valueOf(row.get(0)),
                                Reason.valueOf(row.get(1)),
                                Integer.parseInt(row.get(2)),
                                LocalDate.parse(row.get(4))),
                        new GraduationRule.Evidence(
                                LocalDate.parse(visit[0]),
                                !of.equals("unfit"),
                                of.equals("improved")),
                        new GraduationFacts(
                                LocalDate.parse("2020-01-01"), LocalDate.parse("2026-03-31"), null),
                        policy(),
                        TODAY)
                .orElse(NOTHING);
    }

    @Test
    void theStatesFollowOneAnotherAsThePageSays() {
        List<List<String>> rows = RuleTable.rows(PAGE, "from", "to", "who", "when");
        assertThat(
                        Stream.of(GraduationState.values())
                                .flatMap(
                                        from ->
                                                Stream.of(GraduationState.values())
                                                        .filter(from::canBecome)
                                                        .map(to -> from + " " + to)))
                .containsExactlyInAnyOrderElementsOf(
                        rows.stream().map(row -> row.get(0) + " " + row.get(1)).toList());
    }

    @Test
    void theCodesAreThoseOfThePage() {
        Map<String, Enum<?>[]> codes =
                Map.of(
                        "type", Type.values(),
                        "welfare_category", WelfareCategory.values(),
                        "ppse", Ppse.values(),
                        "rejection", Rejection.values());
        List<List<String>> rows = RuleTable.rows(PAGE, "field", "codes");
        assertThat(rows).hasSize(codes.size());
        for (List<String> row : rows) {
            assertThat(codes.get(row.get(0)))
                    .extracting(Enum::name)
                    .as(row.get(0))
                    .containsExactly(row.get(1).split(", "));
        }
    }

    @Test
    void eachReasonBelongsToItsType() {
        List<List<String>> rows = RuleTable.rows(PAGE, "reason", "of");
        assertThat(rows).hasSize(Reason.values().length);
        for (List<String> row : rows) {
            for (Type type : Type.values()) {
                assertThat(Reason.valueOf(row.get(0)).isOf(type))
                        .isEqualTo(type == Type.valueOf(row.get(1)));
            }
        }
    }

    /** Verification knows these reasons of a graduation, and no others. */
    @Test
    void theReasonsAreThoseThatVerificationDecidesBy() {
        assertThat(Reason.values())
                .extracting(Enum::name)
                .containsExactlyInAnyOrderElementsOf(
                        RuleTable.rows("decisions.md", "measure", "reason").stream()
                                .filter(row -> row.get(0).equals("GRADUATE"))
                                .map(row -> row.get(1))
                                .toList());
    }
}
