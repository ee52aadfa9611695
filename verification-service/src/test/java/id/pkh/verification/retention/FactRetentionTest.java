package id.pkh.verification.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.platform.web.Refused;
import id.pkh.verification.VerificationConfig;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactRetentionTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-29T03:00:00Z, 2023-11, 2024-Q4",
        // Jakarta is seven hours ahead
        "2026-12-31T16:59:59Z, 2023-12, 2024-Q4",
        "2026-12-31T17:00:00Z, 2024-01, 2024-Q4",
        "2027-02-01T03:00:00Z, 2024-02, 2025-Q1",
    })
    void facts_of_36_months_before_this_one_are_kept_and_a_quarter_needs_a_year_of_them(
            Instant now, String firstMonth, String firstQuarter) {
        FactRetention retention = at(now);
        assertThat(retention.firstMonth()).hasToString(firstMonth);
        assertThat(retention.firstQuarter()).hasToString(firstQuarter);
        VerificationPeriod first = VerificationPeriod.parse(firstQuarter);
        assertThatCode(() -> retention.require(first)).doesNotThrowAnyException();
        assertThatThrownBy(() -> retention.require(first.previous())).isInstanceOf(Refused.class);
    }

    @Test
    void a_month_is_dropped_a_month_after_the_last_decision_that_could_need_it() {
        assertThat(at(Instant.parse("2026-11-29T03:00:00Z")).keptFor())
                .isEqualTo(Period.ofMonths(37));
    }

    private static FactRetention at(Instant now) {
        return new FactRetention(new Settings(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static final class Settings implements VerificationConfig {

        @Override
        public Jobs jobs() {
            throw new UnsupportedOperationException("no jobs here");
        }

        @Override
        public Facts facts() {
            return () -> 36;
        }

        @Override
        public Duties duties() {
            throw new UnsupportedOperationException("no duties here");
        }

        @Override
        public Registry registry() {
            throw new UnsupportedOperationException("no registry here");
        }

        @Override
        public Letters letters() {
            throw new UnsupportedOperationException("no letters here");
        }

        @Override
        public Replays replays() {
            throw new UnsupportedOperationException("no replays here");
        }
    }
}
