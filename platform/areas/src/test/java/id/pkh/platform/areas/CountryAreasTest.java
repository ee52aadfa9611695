package id.pkh.platform.areas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryAreasTest {

    private static final int LONGEST_NAME_ON_RECORD = 100;

    private final CountryAreas areas = CountryAreas.shipped();

    @Test
    void theWholeCountryIsThere() {
        Map<Integer, Integer> byLength = new HashMap<>();
        CountryAreas.forEach((code, name) -> byLength.merge(code.length(), 1, Integer::sum));
        assertThat(byLength).isEqualTo(Map.of(2, 38, 5, 514, 8, 7_285, 13, 83_762));
        assertThat(areas.size()).isEqualTo(91_599);
    }

    @ParameterizedTest
    @CsvSource({
        "11, Aceh",
        "17.71, Kota Bengkulu",
        "17.71.08, Sungai Serut",
        "17.71.08.1001, Kampung Kelawi",
        "35.29.22, Ra'as",
        "96, Papua Barat Daya",
    })
    void aCodeHasTheNameOfTheDecree(String code, String name) {
        assertThat(areas.name(code)).contains(name);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "1",
                "22",
                "17.00",
                "17.71.08.0000",
                "17.7",
                "1771",
                "17.71.08.10011",
                "17-71",
                "x7"
            })
    void anotherCodeHasNone(String code) {
        assertThat(areas.name(code)).isEmpty();
    }

    @Test
    void everyAreaIsFoundAndComesAfterTheOneAboveIt() {
        Set<String> before = new HashSet<>();
        List<String> wrong = new ArrayList<>();
        CountryAreas.forEach(
                (code, name) -> {
                    int dot = code.lastIndexOf('.');
                    boolean isBelow = dot < 0 || before.contains(code.substring(0, dot));
                    boolean isNamed =
                            !name.isBlank()
                                    && name.equals(name.strip())
                                    && name.length() <= LONGEST_NAME_ON_RECORD
                                    && name.matches("[A-Za-z0-9 '.,()/-]+");
                    if (!isBelow
                            || !isNamed
                            || !before.add(code)
                            || !areas.name(code).orElse("").equals(name)) {
                        wrong.add(code);
                    }
                });
        assertThat(wrong).isEmpty();
    }
}
