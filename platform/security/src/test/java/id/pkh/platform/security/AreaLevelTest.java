package id.pkh.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaLevelTest {

    @ParameterizedTest
    @CsvSource({
        "*, , 2",
        "17, , 5",
        "17.71, , 8",
        "17.71.08, , 13",
        "17.71.08.1001, , 13",
        "17 17.71, , 5",
        "*, 17.71, 8",
        "17, 17.71.08, 13",
        "17.71.08, 17, 5"
    })
    void anOverviewIsDividedOneLevelBelowItsHighestArea(String areas, String requested, int chars) {
        AreaScope scope = AreaScope.of(List.of(areas.split(" ")));
        assertThat(AreaLevel.codeCharsBelow(scope, requested)).isEqualTo(chars);
    }
}
