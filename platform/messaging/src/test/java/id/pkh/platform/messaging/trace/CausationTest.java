package id.pkh.platform.messaging.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CausationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "act-1",
                "01980a10-0000-7000-8000-000000000013",
                "0af7651916cd43dd8448eb211c80319c",
                "import.2026-01-15:7",
                "177108010190000"
            })
    void aSenderMayChooseTheIdOfItsRequest(String id) {
        assertThat(Causation.isCorrelationId(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "1771080101900001",
                "1771-0801-0190-0001",
                "1771.0801.0190.0001",
                "nik:1771080101900001",
                "nik-1771-0801-0190-0001-x"
            })
    void anIdThatCouldBeANumberOfAPersonIsReplaced(String id) {
        assertThat(Causation.isCorrelationId(id)).isFalse();
    }
}
