package id.pkh.verification.exemption.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class ExemptSpanTest {

    @Test
    void covers_every_month_of_which_it_has_a_day() {
        assertThat(new ExemptSpan(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 2, 1)).months())
                .containsExactly(
                        YearMonth.of(2025, 12), YearMonth.of(2026, 1), YearMonth.of(2026, 2));
        LocalDate day = LocalDate.of(2026, 3, 15);
        assertThat(new ExemptSpan(day, day).months()).containsExactly(YearMonth.of(2026, 3));
    }

    @Test
    void ends_after_it_begins_and_within_its_limit() {
        LocalDate first = LocalDate.of(2026, 1, 10);
        assertThatThrownBy(() -> new ExemptSpan(first, first.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new ExemptSpan(
                                        first, first.plusMonths(ExemptSpan.MAX_MONTHS).plusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new ExemptSpan(first, first.plusMonths(ExemptSpan.MAX_MONTHS)).months())
                .hasSize(25);
    }
}
