package id.pkh.disbursement.cycle.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CycleOpeningTest {

    @ParameterizedTest(name = "{0} {1} {2} {3} {4}: {5}")
    @CsvSource(
            value = {
                "2026-T2, 2026-04-01, 2026-06-30, BANK, 2026-Q1, OK",
                "2026-T2, 2026-04-01, 2026-04-30, POS,  2026-Q4, OK",
                "2026-T2, 2026-01-01, 2026-12-31, BANK, 2026-Q1, OK",
                "2026-T2, 2026-01-01, 2027-01-31, BANK, 2026-Q1, CYCLE_TOO_LONG",
                "NULL,    2026-04-01, 2026-06-30, BANK, 2026-Q1, CYCLE_CODE_INVALID",
                "t2,      2026-04-01, 2026-06-30, BANK, 2026-Q1, CYCLE_CODE_INVALID",
                "A/B,     2026-04-01, 2026-06-30, BANK, 2026-Q1, CYCLE_CODE_INVALID",
                "2026-T2, NULL,       2026-06-30, BANK, 2026-Q1, CYCLE_RANGE_INVALID",
                "2026-T2, 2026-04-01, NULL,       BANK, 2026-Q1, CYCLE_RANGE_INVALID",
                "2026-T2, 2026-04-01, 2026-03-31, BANK, 2026-Q1, CYCLE_RANGE_INVALID",
                "2026-T2, 2026-04-01, 2026-06-29, BANK, 2026-Q1, CYCLE_NOT_WHOLE_MONTHS",
                "2026-T2, 2026-04-02, 2026-06-30, BANK, 2026-Q1, CYCLE_NOT_WHOLE_MONTHS",
                "2026-T2, 2026-04-01, 2026-06-30, CASH, 2026-Q1, CHANNEL_UNKNOWN",
                "2026-T2, 2026-04-01, 2026-06-30, NULL, 2026-Q1, CHANNEL_UNKNOWN",
                "2026-T2, 2026-04-01, 2026-06-30, BANK, 2026-Q5, VERIFICATION_PERIOD_INVALID",
                "2026-T2, 2026-04-01, 2026-06-30, BANK, NULL,    VERIFICATION_PERIOD_INVALID"
            },
            nullValues = "NULL")
    void refusesWithTheFirstBrokenRule(
            String code,
            LocalDate from,
            LocalDate until,
            String channel,
            String period,
            String verdict) {
        assertThat(new CycleOpening(code, from, until, channel, period).refusal().orElse("OK"))
                .isEqualTo(verdict);
    }
}
