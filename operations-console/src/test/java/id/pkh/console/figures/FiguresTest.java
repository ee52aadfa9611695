package id.pkh.console.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void theLongestBarIsFirstAndHasTheFullWidth() {
        Bars bars = Bars.of(Map.of("a", 5L, "b", 20L, "c", 10L), 10);
        assertThat(bars.bars())
                .extracting(b -> b.label() + " " + b.width())
                .containsExactly("b 420", "c 210", "a 105");
        assertThat(bars.total()).isEqualTo(35);
        assertThat(bars.others()).isZero();
    }

    @Test
    void whatDoesNotFitIsCountedTogether() {
        Bars bars = Bars.of(Map.of("a", 5L, "b", 20L, "c", 10L), 1);
        assertThat(bars.bars()).hasSize(1);
        assertThat(bars.others()).isEqualTo(15);
    }

    @Test
    void theSmallestCountIsStillSeen() {
        assertThat(Bars.of(Map.of("a", 1L, "b", 100_000L), 10).bars().get(1).width()).isEqualTo(1);
    }

    @Test
    void nothingCountedIsAnEmptyChart() {
        assertThat(Bars.of(Map.of(), 10).isEmpty()).isTrue();
    }

    @Test
    void stepsAreCountedByAMember() {
        assertThat(
                        FiguresResource.counted(
                                json("[{\"cause\":\"A\"},{\"cause\":\"B\"},{\"cause\":\"A\"},{}]"),
                                "cause"))
                .isEqualTo(Map.of("A", 2L, "B", 1L, "–", 1L));
    }

    @Test
    void aFacilitatorsLapsesAreTakenTogetherAndThoseThatWereNoneLeftOut() {
        List<JsonNode> lapses =
                json(
                        """
                        [{"facilitator_id":"one","facilitator_code":"PSD-1","month":"2026-01","duty":"GROUP_MEETING","standing":true,
                          "groups":[{"group_code":"g1","village_code":"v1","months_running":1}]},
                         {"facilitator_id":"two","month":"2026-01","duty":"P2K2","standing":false,"groups":[]},
                         {"facilitator_id":"three","month":"2026-02","duty":"P2K2","standing":true,
                          "groups":[{"group_code":"g3","village_code":"v3","months_running":3}]},
                         {"facilitator_id":"one","facilitator_code":"PSD-1","month":"2026-02","duty":"GROUP_MEETING","standing":true,
                          "groups":[{"group_code":"g1","village_code":"v1","months_running":2},
                                    {"group_code":"g2","village_code":"v1","months_running":1}]}]""");
        assertThat(Lapses.byFacilitator(lapses))
                .containsExactly(
                        new Lapses.Facilitator("three", "three", "2026-02", "P2K2", 1, 3, "v3"),
                        new Lapses.Facilitator(
                                "one", "PSD-1", "2026-01, 2026-02", "GROUP_MEETING", 2, 2, "v1"));
    }

    private static List<JsonNode> json(String array) {
        try {
            List<JsonNode> nodes = new ArrayList<>();
            new ObjectMapper().readTree(array).forEach(nodes::add);
            return nodes;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
