package id.pkh.registry.facilitator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutyRangeTest {

    @ParameterizedTest(name = "{0}..{1} and {2}..{3}: {4}")
    @CsvSource({
        "2026-01-01, 2026-01-31, 2026-02-01, 2026-02-28, false",
        "2026-01-01, 2026-02-01, 2026-02-01, 2026-02-28, true",
        "2026-01-01, 2026-02-02, 2026-02-01, 2026-02-28, true",
        "2026-01-01, ,           2026-02-01, 2026-02-28, true",
        "2026-03-01, ,           2026-02-01, 2026-02-28, false",
        "2026-02-28, ,           2026-02-01, 2026-02-28, true",
        "2026-01-01, ,           2026-02-01, ,           true",
        "2026-01-10, 2026-01-12, 2026-01-01, 2026-01-31, true"
    })
    void twoRangesOverlapWhenTheyShareADay(
            LocalDate from,
            LocalDate until,
            LocalDate otherFrom,
            LocalDate otherUntil,
            boolean verdict) {
        DutyRange one = new DutyRange(from, until);
        DutyRange other = new DutyRange(otherFrom, otherUntil);
        assertThat(one.overlaps(other)).isEqualTo(verdict);
        assertThat(other.overlaps(one)).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "{0}..{1} on {2}: {3}")
    @CsvSource({
        "2026-01-01, ,           2026-01-01, false",
        "2026-01-01, ,           2026-01-02, true",
        "2026-01-01, 2026-02-28, 2026-02-28, true",
        "2026-01-01, 2026-02-28, 2026-03-01, true",
        "2026-01-01, 2026-02-28, 2026-03-02, false"
    })
    void aFacilitatorOnDutyTheDayBeforeCanHandOver(
            LocalDate from, LocalDate until, LocalDate day, boolean verdict) {
        assertThat(new DutyRange(from, until).canBeHandedOverOn(day)).isEqualTo(verdict);
    }
}
