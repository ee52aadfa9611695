package id.pkh.platform.messaging.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.contracts.Event;
import id.pkh.contracts.EventType;
import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.contracts.catalogue.FormerFields;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the services write is the released sample, and they read every released sample. */
class WireFormatContractTest {

    static List<EventType<?>> events() {
        return EventCatalogue.ALL;
    }

    @ParameterizedTest
    @MethodSource("events")
    void theWireFormatWritesTheReleasedSample(EventType<?> event) throws IOException {
        ObjectMapper wire = WireFormat.mapper();
        try (InputStream sample =
                EventCatalogue.class.getResourceAsStream(
                        "/contracts/samples/" + event.type() + ".json")) {
            JsonNode released = wire.readTree(sample);
            Event read = wire.treeToValue(released, event.record());
            assertThat(wire.readTree(wire.writeValueAsString(read))).isEqualTo(released);
        }
    }

    /** Events of before carry texts that are gone: they are read, and the texts are dropped. */
    @ParameterizedTest
    @MethodSource("events")
    void anEventOfBeforeIsReadWithoutItsFormerFields(EventType<?> event) throws IOException {
        ObjectMapper wire = WireFormat.mapper();
        try (InputStream former =
                EventCatalogue.class.getResourceAsStream(
                        "/contracts/former-samples/" + event.type() + ".json")) {
            assertThat(former == null).isEqualTo(FormerFields.of(event).isEmpty());
            if (former != null) {
                Event read = wire.treeToValue(wire.readTree(former), event.record());
                assertThat(wire.readTree(wire.writeValueAsString(read)).properties())
                        .isNotEmpty()
                        .extracting(java.util.Map.Entry::getKey)
                        .doesNotContainAnyElementsOf(FormerFields.of(event));
            }
        }
    }
}
