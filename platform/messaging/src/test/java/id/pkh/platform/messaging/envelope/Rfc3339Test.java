package id.pkh.platform.messaging.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

    private static final int FRACTIONS = 1_000_000_000;

    @Test
    void everyInstantThatIsWrittenIsReadAsItself() {
        Random random = new Random(7);
        long from = Instant.parse("1899-12-31T23:59:59Z").getEpochSecond();
        long to = Instant.parse("2400-01-01T00:00:00Z").getEpochSecond();
        for (int i = 0; i < 100_000; i++) {
            int shift = (int) Math.pow(10, random.nextInt(10));
            int nanos = random.nextInt(FRACTIONS) / shift * shift;
            Instant instant = Instant.ofEpochSecond(random.nextLong(from, to), nanos);
            assertThat(Rfc3339.parse(instant.toString())).isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29T00:00:00Z",
                "2026-12-31T23:59:59.999999999Z",
                "2026-01-01T00:00:00.1Z",
                "2026-06-30T24:00:00Z",
                "2026-01-01T00:00:00.Z",
                "+12026-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
            })
    void whatTheLibraryReadsIsReadTheSameWay(String text) {
        assertThat(Rfc3339.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-01-01",
                "2026-01-01T00:00:00",
                "2026-13-01T00:00:00Z",
                "2026-02-29T00:00:00Z",
                "2026-01-00T00:00:00Z",
                "2026-01-01T25:00:00Z",
                "2026-01-01T00:60:00Z",
                "2026-01-01T00:00:61Z",
                "2026-01-01T00:00:00.12x4Z",
                "2026-01-01T00:00:00.1234567890Z",
                "2026-01-01T00:00:00,5Z",
                "2026-01-01 00:00:00Z",
                "٢٠٢٦-01-01T00:00:00Z",
            })
    void whatIsNoInstantIsRefused(String text) {
        assertThatThrownBy(() -> Rfc3339.parse(text)).isInstanceOf(DateTimeParseException.class);
    }

    @Test
    void inAPayloadTheRefusalNamesThePlace() throws JsonProcessingException {
        record Timed(Instant recordedAt) {}

        assertThat(
                        WireFormat.mapper()
                                .readValue(
                                        "{\"recorded_at\":\"2026-01-02T03:04:05.5Z\"}", Timed.class)
                                .recordedAt())
                .isEqualTo(Instant.parse("2026-01-02T03:04:05.5Z"));
        assertThatThrownBy(
                        () ->
                                WireFormat.mapper()
                                        .readValue("{\"recorded_at\":\"soon\"}", Timed.class))
                .isInstanceOf(JsonMappingException.class)
                .hasMessageContaining("recorded_at");
    }
}
