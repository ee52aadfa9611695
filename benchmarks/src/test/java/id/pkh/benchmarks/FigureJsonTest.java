package id.pkh.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureJsonTest {

    @Test
    void aFigureHasItsFieldsAndNoOthers() throws JsonProcessingException {
        JsonNode figure = read(FigureFixture.relay(104_000.1234, 160_000)).get(0);
        List<String> names = new ArrayList<>();
        figure.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactly(
                        "name",
                        "value",
                        "unit",
                        "limit_name",
                        "limit",
                        "ratio",
                        "seconds",
                        "peak_rss_mb");
        assertThat(figure.get("name").asText()).isEqualTo("relay");
        assertThat(figure.get("value").asDouble()).isEqualTo(104_000.123);
        assertThat(figure.get("unit").asText()).isEqualTo("events/s");
        assertThat(figure.get("limit_name").asText()).isEqualTo("producer alone");
        assertThat(figure.get("limit").asDouble()).isEqualTo(160_000);
        assertThat(figure.get("ratio").asDouble()).isEqualTo(0.65);
        assertThat(figure.get("seconds").asDouble()).isEqualTo(2.5);
        assertThat(figure.get("peak_rss_mb").asDouble()).isEqualTo(310.4);
    }

    @Test
    void aNumberThatWasNotMeasuredIsNull() throws JsonProcessingException {
        assertThat(read(FigureFixture.latency(31)).get(0).get("peak_rss_mb").isNull()).isTrue();
    }

    @Test
    void noFiguresAreAnEmptyList() throws JsonProcessingException {
        assertThat(read()).isEmpty();
    }

    private static JsonNode read(Figure... figures) throws JsonProcessingException {
        return new ObjectMapper().readTree(FigureJson.of(List.of(figures)));
    }
}
