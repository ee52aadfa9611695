package id.pkh.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.platform.edge.Refusals.Reason;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallerLimitsTest {

    private static final int REMEMBERED = 100;

    private final CallerLimits limits = new CallerLimits(new Limits(3, 2), REMEMBERED);

    private record Limits(int requests, int concurrent) implements EdgeConfig.Limits {
        @Override
        public Duration period() {
            return Duration.ofHours(1);
        }
    }

    @Test
    void the_last_request_of_a_period_is_admitted_and_the_next_one_is_not() {
        for (int left = 2; left >= 0; left--) {
            Admission admission = limits.enter("a");
            assertThat(admission.isAdmitted()).isTrue();
            assertThat(admission.left()).startsWith("\"requests\";r=" + left + ";");
            limits.leave("a");
        }

        Admission late = limits.enter("a");
        assertThat(late.refusal()).isEqualTo(Reason.RATE);
        assertThat(late.retryAfterSeconds()).isBetween(1_190L, 1_200L);
        assertThat(limits.enter("b").isAdmitted()).isTrue();
    }

    @Test
    void as_many_at_a_time_as_permitted_are_admitted_and_a_refused_one_does_not_count() {
        limits.enter("a");
        limits.enter("a");

        assertThat(limits.enter("a").refusal()).isEqualTo(Reason.CONCURRENCY);
        limits.leave("a");
        assertThat(limits.enter("a").isAdmitted()).isTrue();
    }

    @Test
    void only_so_many_callers_are_remembered_and_none_without_a_request_is_in_progress() {
        for (int i = 0; i < 10_000; i++) {
            limits.enter("caller-" + i);
            limits.leave("caller-" + i);
        }

        assertThat(limits.callersRemembered()).isLessThanOrEqualTo(REMEMBERED);
        assertThat(limits.callersInProgress()).isZero();
    }

    @Test
    void a_caller_with_limits_of_its_own_has_those_and_the_others_what_all_have() {
        CallerLimits mixed =
                new CallerLimits(
                        new Limits(3, 2),
                        Map.of("system", new OwnLimits(1, Duration.ofHours(1), 2)),
                        REMEMBERED);

        Admission first = mixed.enter("system");
        mixed.leave("system");
        assertThat(first.policy()).startsWith("\"requests\";q=1;w=3600");
        assertThat(mixed.enter("system").refusal()).isEqualTo(Reason.RATE);
        for (int i = 0; i < 3; i++) {
            assertThat(mixed.enter("a").isAdmitted()).isTrue();
            mixed.leave("a");
        }
        assertThat(mixed.enter("a").refusal()).isEqualTo(Reason.RATE);
    }

    @Test
    void nobody_is_shut_out_by_a_limit() {
        assertThatThrownBy(() -> new OwnLimits(0, Duration.ofMinutes(1), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
