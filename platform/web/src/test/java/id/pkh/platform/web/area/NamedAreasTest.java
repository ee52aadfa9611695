package id.pkh.platform.web.area;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamedAreasTest {

    private static final AreaNames NAMES =
            code -> Optional.ofNullable(Map.of("17", "Bengkulu").get(code));

    private final ObjectMapper json =
            new ObjectMapper()
                    .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .registerModule(NamedAreas.module(() -> NAMES));

    record PlaceView(String areaCode, int families) {}

    record TwoView(String villageCode, String subDistrict, List<PlaceView> places) {}

    record PlaceMoved(String areaCode) {}

    @Test
    void theNameFollowsTheCode() throws Exception {
        assertThat(json.writeValueAsString(new PlaceView("17", 3)))
                .isEqualTo("{\"area_code\":\"17\",\"area_name\":\"Bengkulu\",\"families\":3}");
    }

    @Test
    void withoutANameOrACodeItIsNull() throws Exception {
        assertThat(
                        json.writeValueAsString(
                                new TwoView("99", null, List.of(new PlaceView("17", 0)))))
                .isEqualTo(
                        "{\"village_code\":\"99\",\"village_name\":null,\"sub_district\":null,\"sub_district_name\":null,"
                                + "\"places\":[{\"area_code\":\"17\",\"area_name\":\"Bengkulu\",\"families\":0}]}");
    }

    /** Documents that are kept and read again, and requests, state what their classes have. */
    @Test
    void whatIsNoAnswerStaysAsItIs() throws Exception {
        assertThat(json.writeValueAsString(new PlaceMoved("17")))
                .isEqualTo("{\"area_code\":\"17\"}");
    }

    @Test
    void peopleReadTheNameFirst() {
        assertThat(NAMES.withCode("17")).isEqualTo("Bengkulu (17)");
        assertThat(NAMES.withCode("99")).isEqualTo("99");
    }
}
