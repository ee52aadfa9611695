package id.pkh.registry.visit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.registry.visit.domain.VisitCodes.Electricity;
import id.pkh.registry.visit.domain.VisitCodes.Finding;
import id.pkh.registry.visit.domain.VisitCodes.HeadJob;
import id.pkh.registry.visit.domain.VisitCodes.HouseOwnership;
import id.pkh.registry.visit.domain.VisitCodes.PhotoKind;
import id.pkh.registry.visit.domain.VisitCodes.Purpose;
import id.pkh.registry.visit.domain.VisitCodes.Toilet;
import id.pkh.registry.visit.domain.VisitCodes.Water;
import id.pkh.testsupport.RuleTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules are those of docs/rules/home-visits.md. */
class VisitRuleTest {

    private static final String PAGE = "home-visits.md";

    private static final Map<String, House> HOUSES =
            Map.of(
                    "none",
                    new House(null, null, null, null, null, null),
                    "half",
                    new House(HouseOwnership.OWN, null, 1, null, null, null),
                    "whole",
                    new House(
                            HouseOwnership.OWN,
                            HeadJob.FARMER,
                            1,
                            Toilet.OWN,
                            Water.PIPED,
                            Electricity.VA_450));

    @TestFactory
    Stream<DynamicTest> aVisitCanHaveBeenAsItIsReported() {
        return RuleTable.rows(PAGE, "visited on", "house", "findings", "position", "verdict")
                .stream()
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        String.join(" ", row),
                                        () -> assertThat(verdict(row)).isEqualTo(row.get(4))));
    }

    private static String verdict(List<String> row) {
        return VisitRule.faultOf(
                        LocalDate.parse(row.get(0)),
                        LocalDate.parse("2025-01-01"),
                        LocalDate.parse("2026-03-02"),
                        HOUSES.get(row.get(1)),
                        findings(row.get(2)),
                        position(row.get(3)))
                .orElse("–");
    }

    private static Set<Finding> findings(String cell) {
        return Arrays.stream(cell.split(", ")).map(Finding::valueOf).collect(Collectors.toSet());
    }

    private static Position position(String cell) {
        String[] parts = cell.split(" ");
        return parts.length < 2
                ? null
                : new Position(new BigDecimal(parts[0]), new BigDecimal(parts[1]), 8);
    }

    @Test
    void theCodesAreThoseOfThePage() {
        Map<String, Enum<?>[]> codes =
                Map.of(
                        "purpose", Purpose.values(),
                        "ownership", HouseOwnership.values(),
                        "head_job", HeadJob.values(),
                        "toilet", Toilet.values(),
                        "water", Water.values(),
                        "electricity", Electricity.values(),
                        "photo", PhotoKind.values(),
                        "finding", Finding.values());
        List<List<String>> rows = RuleTable.rows(PAGE, "field", "codes");
        assertThat(rows).hasSize(codes.size());
        for (List<String> row : rows) {
            assertThat(codes.get(row.get(0)))
                    .extracting(Enum::name)
                    .as(row.get(0))
                    .containsExactly(row.get(1).split(", "));
        }
    }
}
