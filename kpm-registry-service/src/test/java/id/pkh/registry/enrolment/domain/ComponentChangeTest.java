package id.pkh.registry.enrolment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComponentChangeTest {

    /** {@code type since..until}, a dash for none. */
    @ParameterizedTest(name = "{0}, then {1} from {2}: {3}, displaced {4}")
    @CsvSource({
        "-,                          SD,  2026-07-01, SD 2026-07-01..,            -",
        "-,                          -,   2026-07-01, NO_COMPONENT_TO_END,        -",
        "SD 2020-07-01..,            SMP, 2026-07-01, SMP 2026-07-01..,           SD 2020-07-01..2026-06-30",
        "SD 2020-07-01..,            SD,  2026-07-01, UNCHANGED,                  -",
        "SD 2020-07-01..,            -,   2026-07-01, SD 2020-07-01..2026-06-30,  -",
        "SD 2020-07-01..,            -,   2020-07-02, SD 2020-07-01..2020-07-01,  -",
        "SD 2020-07-01..,            -,   2020-07-01, EFFECTIVE_BEFORE_CURRENT_COMPONENT, -",
        "SD 2020-07-01..,            SMP, 2020-06-30, EFFECTIVE_BEFORE_CURRENT_COMPONENT, -",
        "SD 2020-07-01..,            SMP, 2020-07-01, SMP 2020-07-01..,           -",
        "SD 2020-07-01..,            SMP, 2020-07-02, SMP 2020-07-02..,           SD 2020-07-01..2020-07-01",
        "SD 2020-07-01..2025-06-30,  SMP, 2026-07-01, SMP 2026-07-01..,           SD 2020-07-01..2025-06-30",
        "SD 2020-07-01..2026-12-31,  SMP, 2026-07-01, SMP 2026-07-01..,           SD 2020-07-01..2026-06-30",
        "SD 2020-07-01..2026-06-30,  -,   2026-07-01, UNCHANGED,                  -",
        "SD 2020-07-01..2026-12-31,  -,   2026-07-01, SD 2020-07-01..2026-06-30,  -",
        "SD 2020-07-01..2025-06-30,  SD,  2026-07-01, SD 2026-07-01..,            SD 2020-07-01..2025-06-30"
    })
    void aChangeTakesEffectOnItsDay(
            String current, String next, LocalDate effectiveOn, String verdict, String displaced) {
        ComponentChange change =
                ComponentChange.decide(
                        span(current),
                        Optional.of(next).filter(n -> !n.equals("-")).map(ComponentType::valueOf),
                        effectiveOn);

        if (change instanceof ComponentChange.Refused refused) {
            assertThat(refused.code()).isEqualTo(verdict);
        } else if (change instanceof ComponentChange.Changed changed) {
            assertThat(Optional.of(changed.now())).isEqualTo(span(verdict));
            assertThat(changed.displaced()).isEqualTo(span(displaced));
        } else {
            assertThat(verdict).isEqualTo("UNCHANGED");
        }
    }

    private static Optional<ComponentSpan> span(String text) {
        if (text.equals("-")) {
            return Optional.empty();
        }
        String[] typeAndDays = text.split(" ");
        String[] days = typeAndDays[1].split("\\.\\.");
        return Optional.of(
                new ComponentSpan(
                        ComponentType.valueOf(typeAndDays[0]),
                        LocalDate.parse(days[0]),
                        days.length == 1 ? null : LocalDate.parse(days[1])));
    }
}
