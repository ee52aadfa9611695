package id.pkh.testsupport.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DocumentedMetricsTest {

    private static final DocumentedMetrics PAGE =
            DocumentedMetrics.parse(
                    """
                    | metric | type | labels | at | meaning | alert |
                    |---|---|---|---|---|---|
                    | `age_seconds` | gauge | `shard` | every service | how old | `Slow` |
                    | `up_since` | gauge | | every application | since when | |
                    | `coins` | gauge | `metal`, `mint` | the mint | how many | |
                    """);
    private static final String EXPOSED =
            """
            # TYPE age_seconds gauge
            age_seconds{shard="0"} 1.0
            up_since 3
            coins{metal="gold"} 7
            stray 1
            jvm_stray 1
            """;

    @Test
    void whatIsThereWithItsLabelsIsNotMissing() {
        assertThat(PAGE.missing(PAGE.ofEveryService(), EXPOSED)).isEmpty();
    }

    @Test
    void aMetricThatLacksALabelOrIsNotThereIsMissing() {
        assertThat(PAGE.missing(PAGE.ofService("the mint"), EXPOSED))
                .containsExactly("coins[metal, mint]");
        assertThat(PAGE.missing(PAGE.ofEveryService(), "age_seconds 1\n"))
                .containsExactly("age_seconds[shard]", "up_since[]");
    }

    @Test
    void whoHasToExposeWhat() {
        assertThat(PAGE.ofApplication("console")).containsExactly("up_since");
        assertThat(PAGE.ofService("the mint")).containsExactly("age_seconds", "coins", "up_since");
    }

    @Test
    void whatNoRowTellsOfIsUndocumentedUnlessALibraryExposesIt() {
        assertThat(PAGE.undocumented(EXPOSED)).containsExactly("stray");
    }

    @Test
    void aPageWithoutATableOrWithABrokenRowIsNoPage() {
        assertThatThrownBy(() -> DocumentedMetrics.parse("nothing"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> DocumentedMetrics.parse("| `a` | gauge |"))
                .isInstanceOf(IllegalStateException.class);
    }
}
