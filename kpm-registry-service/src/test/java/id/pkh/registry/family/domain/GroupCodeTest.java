package id.pkh.registry.family.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupCodeTest {

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "17.71.08.1001-01,  17.71.08.1001, true",
        "17.71.08.1001-99,  17.71.08.1001, true",
        "17.71.08.1002-01,  17.71.08.1001, false",
        "17.71.08.1001-1,   17.71.08.1001, false",
        "17.71.08.1001-001, 17.71.08.1001, false",
        "17.71.08.1001-A1,  17.71.08.1001, false",
        "17.71.08.1001_01,  17.71.08.1001, false",
        "17.71.08.1001-\u0661\u0662,  17.71.08.1001, false",
        "17.71.08.1001,     17.71.08.1001, false"
    })
    void aGroupCodeIsItsVillageAndTwoDigits(String group, String village, boolean verdict) {
        assertThat(GroupCode.belongsTo(group, village)).isEqualTo(verdict);
    }
}
