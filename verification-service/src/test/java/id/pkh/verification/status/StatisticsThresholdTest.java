package id.pkh.verification.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.platform.statistics.domain.ThresholdVersion;
import id.pkh.testsupport.RuleTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatisticsThresholdTest {

    private static final List<ThresholdVersion> VERSIONS =
            List.of(
                    new ThresholdVersion(LocalDate.of(2028, 1, 1), 10),
                    new ThresholdVersion(LocalDate.of(2018, 1, 1), 5),
                    new ThresholdVersion(LocalDate.of(2029, 1, 1), 3));

    static List<List<String>> publications() {
        return RuleTable.rows("status.md", "published on", "published before with", "threshold");
    }

    @ParameterizedTest
    @MethodSource("publications")
    void aPublicationHasTheThresholdOfThePage(List<String> row) {
        Optional<Integer> before =
                Optional.of(row.get(1)).filter(text -> !text.equals("–")).map(Integer::valueOf);

        assertThat(ThresholdVersion.of(LocalDate.parse(row.get(0)), before, VERSIONS))
                .isEqualTo(Integer.parseInt(row.get(2)));
    }

    @Test
    void nothingIsPublishedWithoutAThreshold() {
        assertThatThrownBy(
                        () ->
                                ThresholdVersion.of(
                                        LocalDate.of(2017, 12, 31), Optional.empty(), VERSIONS))
                .hasMessage("no threshold is in force");
    }
}
