package id.pkh.disbursement.entitlement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoveredRangeTest {

    @ParameterizedTest(name = "{0} to {1} has {2} full months")
    @CsvSource({
        "2026-04-01, 2026-06-30, 3, true",
        "2026-04-01, 2026-06-29, 2, false",
        "2026-04-02, 2026-06-30, 2, false",
        "2026-04-02, 2026-06-29, 1, false",
        "2026-04-02, 2026-05-30, 0, false",
        "2026-04-01, 2026-04-30, 1, true",
        "2026-04-01, 2026-04-29, 0, false",
        "2026-04-15, 2026-04-15, 0, false",
        "2026-02-01, 2026-02-28, 1, true",
        "2028-02-01, 2028-02-28, 0, false",
        "2028-02-01, 2028-02-29, 1, true",
        "2026-11-01, 2027-01-31, 3, true",
        "2026-01-01, 2026-12-31, 12, true"
    })
    void countsFullMonths(LocalDate from, LocalDate until, int months, boolean whole) {
        CoveredRange range = new CoveredRange(from, until);

        assertThat(range.fullMonths()).isEqualTo(months);
        assertThat(range.isWholeMonths()).isEqualTo(whole);
    }

    @Test
    void doesNotEndBeforeItBegins() {
        LocalDate day = LocalDate.parse("2026-04-01");

        assertThatThrownBy(() -> new CoveredRange(day, day.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
