package id.pkh.registry.family.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.registry.family.domain.FamilyRulePage.StatusCase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StatusTransitionsTest {

    static List<StatusCase> statusesOfTheRulePage() {
        return FamilyRulePage.statuses();
    }

    @Test
    void theRulePageHasEveryStatus() {
        assertThat(statusesOfTheRulePage())
                .extracting(StatusCase::status)
                .containsExactly(KpmStatus.values());
    }

    @ParameterizedTest
    @MethodSource("statusesOfTheRulePage")
    void everyPairIsAllowedOrRefusedAsTheRulePageSays(StatusCase row) {
        for (KpmStatus to : KpmStatus.values()) {
            assertThat(StatusTransitions.allow(row.status(), to))
                    .as("%s to %s", row.status(), to)
                    .isEqualTo(row.next().contains(to));
        }
    }

    @ParameterizedTest
    @EnumSource(KpmStatus.class)
    void onlyADecisionSuspendsAFamilyOrEndsItsMembership(KpmStatus status) {
        assertThat(StatusTransitions.needsDecision(status))
                .isEqualTo(Stream.of(Measure.values()).anyMatch(m -> m.status() == status));
        if (StatusTransitions.needsDecision(status)) {
            assertThat(StatusTransitions.from(status)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void everyExitIsFinalAndASuspensionIsNot(Measure measure) {
        assertThat(measure.status().isFinal()).isEqualTo(measure.isExit());
        assertThat(Measure.of(measure.name())).contains(measure);
    }

    @ParameterizedTest
    @MethodSource("statusesOfTheRulePage")
    void aFamilyIsRegisteredOnlyInAStatusThatNeedsNoDecision(StatusCase row) {
        assertThat(row.status().canBeRegistered()).isEqualTo(row.canBeRegistered());
        assertThat(row.status().canBeOnInitialRoster()).isEqualTo(row.canBeOnInitialRoster());
    }

    @ParameterizedTest
    @EnumSource(KpmStatus.class)
    void aListHasNoStatusForSuspensions(KpmStatus listed) {
        assertThat(KpmStatus.SUSPENDED.isListedAs(listed))
                .isEqualTo(listed == KpmStatus.SUSPENDED || listed == KpmStatus.ACTIVE);
        assertThat(KpmStatus.ACTIVE.isListedAs(listed)).isEqualTo(listed == KpmStatus.ACTIVE);
    }

    @Test
    void everyStatusHasItsCode() {
        assertThat(Stream.of(KpmStatus.values()))
                .allSatisfy(status -> assertThat(KpmStatus.of(status.name())).contains(status));
        assertThat(KpmStatus.of("AKTIF")).isEmpty();
    }
}
