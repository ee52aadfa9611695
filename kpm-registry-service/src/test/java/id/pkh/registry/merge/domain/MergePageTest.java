package id.pkh.registry.merge.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.merge.domain.MergeCodes.MergeEvidence;
import id.pkh.registry.merge.domain.MergeCodes.MergeRejectionReason;
import id.pkh.registry.merge.domain.MergeCodes.OpenWork;
import id.pkh.registry.merge.domain.MergeCodes.ToSettle;
import id.pkh.registry.merge.domain.MergeRule.Exit;
import id.pkh.testsupport.RuleTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables about merges of {@code docs/rules/duplicates.md}. */
class MergePageTest {

    private static final String PAGE = "duplicates.md";
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    static List<List<String>> exits() {
        return RuleTable.rows(PAGE, "ended", "survivor", "leaves by", "reason");
    }

    @ParameterizedTest
    @MethodSource("exits")
    void aFamilyEndsForAnotherByTheExitOfThePage(List<String> row) {
        Optional<Exit> exit =
                MergeRule.exitOf(KpmStatus.valueOf(row.get(0)), KpmStatus.valueOf(row.get(1)));
        assertThat(exit.map(Exit::name).orElse("–")).isEqualTo(row.get(2));
        assertThat(exit.map(Exit::reason).orElse("–")).isEqualTo(row.get(3));
    }

    @Test
    void noHouseholdThatIsPaidLosesItsMoney() {
        for (KpmStatus survivor : KpmStatus.values()) {
            boolean isPaid = survivor == KpmStatus.ACTIVE || survivor == KpmStatus.SUSPENDED;
            assertThat(MergeRule.exitOf(KpmStatus.ACTIVE, survivor).isPresent()).isEqualTo(isPaid);
        }
    }

    @ParameterizedTest
    @EnumSource(MergeState.class)
    void aMergeBecomesWhatThePageSaysAndNothingElse(MergeState from) {
        Set<String> onThePage =
                RuleTable.rows(PAGE, "from", "to", "who", "when").stream()
                        .filter(row -> row.get(0).equals(from.name()))
                        .map(row -> row.get(1))
                        .collect(Collectors.toSet());
        assertThat(
                        Stream.of(MergeState.values())
                                .filter(from::canBecome)
                                .map(MergeState::name)
                                .collect(Collectors.toSet()))
                .isEqualTo(onThePage);
    }

    @Test
    void theCodesAreThoseOfThePage() {
        assertThat(
                        RuleTable.rows(PAGE, "open", "what").stream()
                                .map(row -> row.get(0))
                                .collect(Collectors.toSet()))
                .isEqualTo(names(OpenWork.values()));
        assertThat(
                        RuleTable.rows(PAGE, "to settle", "why", "how").stream()
                                .map(row -> row.get(0))
                                .collect(Collectors.toSet()))
                .isEqualTo(names(ToSettle.values()));
        assertThat(names(MergeEvidence.values())).hasSize(4);
        String rejections =
                RuleTable.rows(PAGE, "from", "to", "who", "when").stream()
                        .filter(row -> row.get(1).equals("REJECTED"))
                        .map(row -> row.get(3))
                        .collect(Collectors.joining());
        assertThat(rejections).contains(names(MergeRejectionReason.values()));
    }

    private static Set<String> names(Enum<?>... codes) {
        return Stream.of(codes).map(Enum::name).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01, false", "2026-03-02, true", "2027-03-02, true", "2027-03-03, false"})
    void theFirstDayIsNeitherInThePastNorFarAway(LocalDate day, boolean isPossible) {
        assertThat(MergeRule.isPossible(day, TODAY)).isEqualTo(isPossible);
    }
}
