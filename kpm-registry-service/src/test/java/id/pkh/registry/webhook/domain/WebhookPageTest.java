package id.pkh.registry.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.RuleTable;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WebhookPageTest {

    private static final String PAGE = "webhooks.md";

    static List<List<String>> answers() {
        return RuleTable.rows(PAGE, "answer", "outcome", "what follows");
    }

    static List<List<String>> waits() {
        return RuleTable.rows(PAGE, "failures", "wait");
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerMeansWhatThePageSays(List<String> row) {
        AttemptOutcome outcome = AttemptOutcome.ofStatus(Integer.parseInt(row.get(0)));

        assertThat(outcome.name()).isEqualTo(row.get(1));
        assertThat(outcome.effect().name()).isEqualTo(row.get(2));
    }

    @ParameterizedTest
    @MethodSource("waits")
    void theWaitAfterAFailureIsThatOfThePage(List<String> row) {
        int failures = Integer.parseInt(row.get(0));

        assertThat(RetryWaits.after(failures, null, 0).map(Duration::toString).orElse("none"))
                .isEqualTo(row.get(1));
    }

    @Test
    void chanceLengthensAWaitByUpToATenth() {
        assertThat(RetryWaits.after(3, null, 1000)).contains(Duration.ofMinutes(33));
        assertThat(RetryWaits.after(3, null, 500)).contains(Duration.ofSeconds(31 * 60 + 30));
    }

    @Test
    void whatTheReceiverAsksForCountsWhenItIsLongerUpToADay() {
        assertThat(RetryWaits.after(2, Duration.ofMinutes(1), 0)).contains(Duration.ofMinutes(5));
        assertThat(RetryWaits.after(2, Duration.ofHours(1), 0)).contains(Duration.ofHours(1));
        assertThat(RetryWaits.after(2, Duration.ofDays(30), 0)).contains(Duration.ofHours(24));
        assertThat(RetryWaits.after(2, Duration.ofSeconds(-9), 0)).contains(Duration.ofMinutes(5));
        assertThat(RetryWaits.after(10, Duration.ofHours(1), 0)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(WebhookState.class)
    void aSubscriptionBecomesWhatThePageSaysAndNothingElse(WebhookState from) {
        Set<String> onThePage =
                RuleTable.rows(PAGE, "from", "to", "by").stream()
                        .filter(row -> row.get(0).equals(from.name()))
                        .map(row -> row.get(1))
                        .collect(Collectors.toCollection(HashSet::new));

        for (WebhookState to : WebhookState.values()) {
            assertThat(from.canBecome(to))
                    .as("%s to %s", from, to)
                    .isEqualTo(onThePage.contains(to.name()));
        }
    }
}
