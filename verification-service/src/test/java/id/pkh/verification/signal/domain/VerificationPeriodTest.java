package id.pkh.verification.signal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01, 2026-01-01, 2026-01-31, 2026-02, 2025-12",
        "2026-12, 2026-12-01, 2026-12-31, 2027-01, 2026-11",
        "2024-02, 2024-02-01, 2024-02-29, 2024-03, 2024-01",
        "2026-Q1, 2026-01-01, 2026-03-31, 2026-Q2, 2025-Q4",
        "2026-Q4, 2026-10-01, 2026-12-31, 2027-Q1, 2026-Q3"
    })
    void knows_its_days_and_its_neighbours(
            String text, LocalDate first, LocalDate last, String next, String previous) {
        VerificationPeriod period = VerificationPeriod.parse(text);
        assertThat(period.firstDay()).isEqualTo(first);
        assertThat(period.lastDay()).isEqualTo(last);
        assertThat(period.next().text()).isEqualTo(next);
        assertThat(period.previous().text()).isEqualTo(previous);
        assertThat(period.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-13",
                "2026-00",
                "2026-Q0",
                "2026-Q5",
                "2026",
                "26-01",
                "2026-1",
                "",
                "2026-01-01"
            })
    void refuses_what_is_no_period(String text) {
        assertThatThrownBy(() -> VerificationPeriod.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_quarter_is_over_on_the_day_after_its_last() {
        VerificationPeriod quarter = VerificationPeriod.quarter(2026, 1);
        assertThat(quarter.isOverOn(LocalDate.of(2026, 3, 30))).isFalse();
        assertThat(quarter.isOverOn(LocalDate.of(2026, 3, 31))).isFalse();
        assertThat(quarter.isOverOn(LocalDate.of(2026, 4, 1))).isTrue();
    }

    @Test
    void every_month_lies_in_one_quarter() {
        assertThat(VerificationPeriod.quarterOf(YearMonth.of(2026, 3)).text()).isEqualTo("2026-Q1");
        assertThat(VerificationPeriod.quarterOf(YearMonth.of(2026, 4)).text()).isEqualTo("2026-Q2");
        assertThat(VerificationPeriod.quarterOf(YearMonth.of(2026, 12)).text())
                .isEqualTo("2026-Q4");
    }

    @Test
    void a_quarter_begins_in_the_first_month_of_a_quarter() {
        assertThatThrownBy(() -> new VerificationPeriod(YearMonth.of(2026, 2), 3))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new VerificationPeriod(YearMonth.of(2026, 1), 6))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
