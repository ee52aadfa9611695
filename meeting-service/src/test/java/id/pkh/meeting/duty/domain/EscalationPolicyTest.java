package id.pkh.meeting.duty.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.meeting.duty.domain.EscalationPolicy.Step;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscalationPolicyTest {

    static final EscalationPolicy DEFAULT =
            new EscalationPolicy(
                    "DUTY-2026",
                    LocalDate.of(2018, 1, 1),
                    "Permensos 1/2018 art. 50",
                    List.of(
                            new Step(3, EscalationLevel.REGENCY_COORDINATOR),
                            new Step(1, EscalationLevel.NONE),
                            new Step(2, EscalationLevel.COORDINATOR)));

    @ParameterizedTest
    @CsvSource({
        "1, NONE",
        "2, COORDINATOR",
        "3, REGENCY_COORDINATOR",
        "4, REGENCY_COORDINATOR",
        "12, REGENCY_COORDINATOR"
    })
    void theHighestStepReachedApplies(int monthsRunning, EscalationLevel level) {
        assertThat(DEFAULT.levelAt(monthsRunning)).isEqualTo(level);
    }

    @Test
    void groupsAreToldByTheirLevel() {
        UUID one = new UUID(0, 1);
        UUID two = new UUID(0, 2);
        UUID three = new UUID(0, 3);
        UUID five = new UUID(0, 5);
        TreeMap<UUID, Integer> running = new TreeMap<>();
        running.put(one, 1);
        running.put(two, 2);
        running.put(three, 3);
        running.put(five, 5);

        var levels = DEFAULT.levelsOf(new LapsedGroups(running));

        assertThat(levels)
                .containsOnlyKeys(EscalationLevel.COORDINATOR, EscalationLevel.REGENCY_COORDINATOR);
        assertThat(levels.get(EscalationLevel.COORDINATOR).monthsRunning()).containsOnlyKeys(two);
        assertThat(levels.get(EscalationLevel.REGENCY_COORDINATOR).monthsRunning())
                .containsOnlyKeys(three, five);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12, DUTY-2026",
        "2026-06, DUTY-2026",
        "2026-07, DUTY-NEXT",
        "2027-01, DUTY-NEXT"
    })
    void aLaterPolicyAppliesFromTheMonthsThatBeginOnItsFirstDay(String month, String code) {
        EscalationPolicy next =
                new EscalationPolicy(
                        "DUTY-NEXT",
                        LocalDate.of(2026, 7, 1),
                        "a later decree",
                        List.of(new Step(1, EscalationLevel.COORDINATOR)));

        assertThat(EscalationPolicy.forMonth(YearMonth.parse(month), List.of(next, DEFAULT)).code())
                .isEqualTo(code);
    }

    @Test
    void aMonthBeforeEveryPolicyIsAnError() {
        assertThatThrownBy(
                        () -> EscalationPolicy.forMonth(YearMonth.of(2017, 12), List.of(DEFAULT)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPolicyMustSayWhatHappensInTheFirstMonth() {
        assertThatThrownBy(
                        () ->
                                new EscalationPolicy(
                                        "GAP",
                                        LocalDate.of(2026, 1, 1),
                                        "none",
                                        List.of(new Step(2, EscalationLevel.COORDINATOR))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
