package id.pkh.platform.figures;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.platform.security.AreaScope;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureLevelTest {

    @ParameterizedTest
    @CsvSource({
        "*,             PROVINCE REGENCY,               true",
        "17,            PROVINCE REGENCY SUB_DISTRICT,  true",
        "17.71,         PROVINCE REGENCY SUB_DISTRICT VILLAGE,   false",
        "17.71.08,      PROVINCE REGENCY SUB_DISTRICT VILLAGE GROUP,     false",
        "17.71.08.1001, PROVINCE REGENCY SUB_DISTRICT VILLAGE GROUP,                  false",
        "17.71.08 18,   PROVINCE REGENCY SUB_DISTRICT,  true"
    })
    void anAnswerStaysShort(String areas, String levels, boolean needsSums) {
        AreaScope scope = AreaScope.of(List.of(areas.split(" ")));
        assertThat(FigureLevel.values())
                .filteredOn(level -> level.divides(scope))
                .extracting(Enum::name)
                .containsExactly(levels.split(" "));
        assertThat(FigureLevel.needsSums(scope)).isEqualTo(needsSums);
    }
}
