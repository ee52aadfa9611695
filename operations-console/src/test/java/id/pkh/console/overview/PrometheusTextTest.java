package id.pkh.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PrometheusTextTest {

    private static final PrometheusText TEXT =
            PrometheusText.parse(
                    """
                    # HELP outbox_pending_rows
                    # TYPE outbox_pending_rows gauge
                    outbox_pending_rows 12.0
                    outbox_published_total 1.234567E7
                    outbox_oldest_age_seconds{shard="0"} 4.0
                    outbox_oldest_age_seconds{shard="1"} 45.9
                    outbox_oldest_age_seconds{shard="2"} 0.0
                    dlq_depth{topic="pkh.a.v1"} 3.0
                    dlq_depth{topic="pkh.b.v1"} 1.0 1700000000000
                    quoted{a="x \\"y\\", z",b="2"} 1
                    not_a_number NaN
                    endless +Inf
                    this is no metric
                    """);

    @Test
    void aPlainNumberIsRead() {
        assertThat(TEXT.sum("outbox_pending_rows")).isEqualTo(12);
    }

    @Test
    void alsoInScientificNotation() {
        assertThat(TEXT.sum("outbox_published_total")).isEqualTo(12_345_670);
    }

    @Test
    void theOldestShardIsTheAge() {
        assertThat(TEXT.max("outbox_oldest_age_seconds")).isEqualTo(45);
    }

    @Test
    void whatIsCountedByLabelIsAddedUp() {
        assertThat(TEXT.sum("dlq_depth")).isEqualTo(4);
    }

    @Test
    void valuesAreFoundByLabelAlsoWithATime() {
        assertThat(TEXT.byLabel("dlq_depth", "topic"))
                .isEqualTo(Map.of("pkh.a.v1", 3L, "pkh.b.v1", 1L));
    }

    @Test
    void quotesAndCommasStayInsideALabel() {
        assertThat(TEXT.byLabel("quoted", "a")).containsOnlyKeys("x \"y\", z");
    }

    @Test
    void whatIsMissingOrNoNumberIsNotKnownRatherThanZero() {
        assertThat(TEXT.sum("absent")).isNull();
        assertThat(TEXT.sum("not_a_number")).isNull();
        assertThat(TEXT.sum("endless")).isNull();
        assertThat(TEXT.max("absent")).isNull();
        assertThat(TEXT.max("not_a_number")).isNull();
    }
}
