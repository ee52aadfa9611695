package id.pkh.platform.messaging.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AreaCodesTest {

    @Test
    void theVillagesOfAnEventAreItsAreas() {
        assertThat(
                        of(
                                "{\"a\":1,\"village_code\":\"17.71.08.1001\",\"b\":[{\"village_code\":\"x\"}]}"))
                .containsExactly("17.71.08.1001");
        assertThat(
                        of(
                                "{\"old_village_code\":\"17.71.08.1001\","
                                        + "\"new_village_code\":\"16.01.01.2001\"}"))
                .containsExactly("17.71.08.1001", "16.01.01.2001");
    }

    @Test
    void whatNamesNoVillageOrCannotBeReadHasNoArea() {
        for (String payload :
                List.of(
                        "{}",
                        "[]",
                        "",
                        "x",
                        "{\"village_code\":null}",
                        "{\"village_code\":17}",
                        "{\"village_code\":\"17.71.08.1001\"",
                        "{\"village_code\":\"17.71.08.1001\",}")) {
            assertThat(of(payload)).as(payload).isEmpty();
        }
        assertThat(AreaCodes.in(null)).isEmpty();
    }

    private static List<String> of(String payload) {
        return AreaCodes.in(payload.getBytes(StandardCharsets.UTF_8));
    }
}
