package id.pkh.verification.signal.domain;

import static id.pkh.verification.signal.domain.Attribution.FACILITATOR;
import static id.pkh.verification.signal.domain.Attribution.FAMILY;
import static id.pkh.verification.signal.domain.Attribution.SERVICE_POINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PeriodStateTest {

    private static final VerificationPeriod JANUARY = VerificationPeriod.parse("2026-01");

    @Test
    void of_two_facts_the_better_one_for_the_family_counts_whichever_came_first() {
        List<PeriodState> bestFirst =
                List.of(
                        PeriodState.clean(JANUARY),
                        PeriodState.exempt(JANUARY, "SICK"),
                        PeriodState.unknown(JANUARY),
                        PeriodState.signal(JANUARY, FAMILY, "ABSENT_WITHOUT_EXCUSE"));
        for (int better = 0; better < bestFirst.size(); better++) {
            for (int worse = better + 1; worse < bestFirst.size(); worse++) {
                PeriodState one = bestFirst.get(better);
                PeriodState other = bestFirst.get(worse);
                assertThat(one.moreFavourable(other)).isEqualTo(one);
                assertThat(other.moreFavourable(one)).isEqualTo(one);
            }
        }
    }

    @Test
    void two_facts_of_one_kind_keep_the_reasons_of_both() {
        PeriodState one = PeriodState.signal(JANUARY, SERVICE_POINT, "SCHOOL_SENT_NO_FORM");
        PeriodState other = PeriodState.signal(JANUARY, FACILITATOR, "NOT_ON_THE_FORM");
        PeriodState both =
                PeriodState.signal(JANUARY, FACILITATOR, "NOT_ON_THE_FORM", "SCHOOL_SENT_NO_FORM");
        assertThat(one.moreFavourable(other)).isEqualTo(both);
        assertThat(other.moreFavourable(one)).isEqualTo(both);
    }

    @Test
    void a_signal_is_somebodys_failure() {
        assertThatThrownBy(() -> PeriodState.signal(JANUARY, Attribution.NOBODY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
