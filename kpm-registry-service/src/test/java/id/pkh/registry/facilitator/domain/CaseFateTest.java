package id.pkh.registry.facilitator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.registry.facilitator.domain.CaseFate.Case;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CaseFateTest {

    static List<List<String>> lists() {
        return FacilitatorRulePage.rows("kept", "open now", "what the list says");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void theListSaysWhatBecameOfACase(List<String> row) {
        assertThat(
                        CaseFate.of(cases(row.get(0)), cases(row.get(1))).stream()
                                .map(CaseFateTest::written)
                                .collect(Collectors.joining(", ")))
                .isEqualTo(row.get(2).equals("–") ? "" : row.get(2));
    }

    /** "not known" is no list, a dash is an empty one. */
    private static Optional<List<Case>> cases(String cell) {
        return switch (cell) {
            case "not known" -> Optional.empty();
            case "–" -> Optional.of(List.of());
            default ->
                    Optional.of(
                            Stream.of(cell.split(", "))
                                    .map(each -> each.split(" "))
                                    .map(each -> new Case(each[0], List.of(each[1])))
                                    .toList());
        };
    }

    private static String written(CaseFate fate) {
        Case shown = fate.open() == null ? fate.kept() : fate.open();
        return shown.kind() + " " + shown.subjects().get(0) + ": " + fate.state();
    }
}
