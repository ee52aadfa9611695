package id.pkh.registry.family.domain;

import static id.pkh.registry.family.domain.FamilyRulePage.UNCHANGED;
import static id.pkh.registry.family.domain.FamilyRulePage.written;
import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.registry.family.domain.FamilyRulePage.ComponentCase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ComponentsTest {

    static List<ComponentCase> casesOfTheRulePage() {
        return FamilyRulePage.components();
    }

    @ParameterizedTest
    @MethodSource("casesOfTheRulePage")
    void aStatementAboutAComponentHasTheVerdictOfTheRulePage(ComponentCase row) {
        Components onRecord = components(row.onRecord());
        Ruling<Components> ruling =
                row.stated().carries() == null
                        ? onRecord.endBefore(row.stated().endsBefore())
                        : onRecord.carry(row.stated().carries());

        if (ruling instanceof Ruling.Refused<Components> refused) {
            assertThat(refused.code()).isEqualTo(row.verdict());
            assertThat(row.afterwards()).isEqualTo(row.onRecord());
            return;
        }
        Components after = ((Ruling.Permitted<Components>) ruling).after();
        assertThat(written(after.all().toList())).isEqualTo(written(row.afterwards()));
        assertThat(after.equals(onRecord)).isEqualTo(row.verdict().equals(UNCHANGED));
    }

    @Test
    void repeatingAnAcceptedStatementChangesNothing() {
        for (ComponentCase row : casesOfTheRulePage()) {
            ComponentSpan stated = row.stated().carries();
            if (stated != null && !row.verdict().startsWith("EFFECTIVE")) {
                Components after = components(row.afterwards());
                assertThat(after.carry(stated)).as(row.text()).isEqualTo(Ruling.permitted(after));
            }
        }
    }

    @ParameterizedTest(name = "{0}, then {1}: from {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "SD 2020-07-01.. | SMP 2026-07-01..              | 2026-07-01",
                "SD 2020-07-01.. | SMP 2020-07-01..              | 2020-07-01",
                "SD 2020-07-01.. | SD 2020-07-01..2026-06-30     | 2026-07-01",
                "SD 2020-07-01..2026-06-30 | SD 2020-07-01..     | 2026-07-01",
                "SD 2020-07-01..2026-06-30 | SD 2020-07-01..2026-12-31 | 2026-07-01",
                "SD 2020-07-01.. | SD 2020-06-01..               | 2020-06-01",
                "SD 2020-07-01.. | SD 2025-07-14.. @10702345     | -",
                "SD 2020-07-01.. @10702345 | SD 2025-07-14.. @10702399 | 2025-07-14"
            })
    void aChangeIsInEffectFromTheFirstDayThatDiffers(String before, String stated, LocalDate from) {
        Components onRecord = components(List.of(FamilyRulePage.span(before)));
        Components after =
                onRecord.carry(FamilyRulePage.span(stated)).orThrow(IllegalStateException::new);
        assertThat(after.firstDifferenceFrom(onRecord).orElse(null)).isEqualTo(from);
    }

    private static Components components(List<ComponentSpan> spans) {
        return spans.isEmpty()
                ? Components.NONE
                : new Components(spans.get(spans.size() - 1), spans.subList(0, spans.size() - 1));
    }
}
