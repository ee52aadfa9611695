package id.pkh.console.tail;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.console.call.Areas;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class TailTest {

    @Test
    void aReaderGetsWhatCameSinceHeLastLooked() {
        RingBuffer<Integer> buffer = new RingBuffer<>(10);
        buffer.add(1);
        long start = buffer.end();
        buffer.add(2);
        buffer.add(3);
        RingBuffer.Slice<Integer> slice = buffer.since(start);
        assertThat(slice.items()).containsExactly(2, 3);
        assertThat(slice.lost()).isZero();
        assertThat(buffer.since(slice.next()).items()).isEmpty();
    }

    @Test
    void aSlowReaderLosesTheOldestAndIsToldHowMany() {
        RingBuffer<Integer> buffer = new RingBuffer<>(3);
        IntStream.rangeClosed(1, 8).forEach(buffer::add);
        RingBuffer.Slice<Integer> slice = buffer.since(0);
        assertThat(slice.items()).containsExactly(6, 7, 8);
        assertThat(slice.lost()).isEqualTo(5);
    }

    @Test
    void aSampleIsEvenlySpreadAndHasTheNewest() {
        Sample<Integer> sample = Sample.of(IntStream.rangeClosed(1, 100).boxed().toList(), 4);
        assertThat(sample.shown()).containsExactly(25, 50, 75, 100);
        assertThat(sample.leftOut()).isEqualTo(96);
    }

    @Test
    void whatFitsIsShownWhole() {
        assertThat(Sample.of(List.of(1, 2), 2)).isEqualTo(new Sample<>(List.of(1, 2), 0));
    }

    @Test
    void fiveThousandEventsASecondReachAViewerAsASampleAndEveryOneIsCounted() {
        RingBuffer<TailEvent> buffer = new RingBuffer<>(5_000);
        TailViewer viewer = new TailViewer(buffer, new TailFilter("", ""), within("*"), 50);
        long shown = 0;
        long passed = 0;
        long leftOut = 0;
        for (int half = 0; half < 20; half++) {
            IntStream.range(0, 2_500).forEach(i -> buffer.add(event("id.pkh.a.happened.v1", "k")));
            TailBatch batch = viewer.next(true);
            shown += batch.events().size();
            passed += batch.passed();
            leftOut += batch.leftOut() + batch.dropped();
        }
        assertThat(passed).isEqualTo(50_000);
        assertThat(shown).isEqualTo(1_000);
        assertThat(leftOut).isEqualTo(49_000);
    }

    @Test
    void aFilterSeesPartsOfTypeOrTopicAndTheWholeKey() {
        TailEvent event = event("id.pkh.meeting.meeting-held.v1", "group-1");
        assertThat(new TailFilter("Meeting-HELD", null).accepts(event)).isTrue();
        assertThat(new TailFilter("pkh.topic", "").accepts(event)).isTrue();
        assertThat(new TailFilter("", " group-1 ").accepts(event)).isTrue();
        assertThat(new TailFilter("", "group").accepts(event)).isFalse();
        assertThat(new TailFilter("payment", "group-1").accepts(event)).isFalse();
    }

    @Test
    void aForeignRecordWithoutKeyEnvelopeOrValueIsShownAllTheSame() {
        TailEvent event = TailReader.read(new ConsumerRecord<>("pkh.x", 0, 7, null, null));
        assertThat(event.key()).isEmpty();
        assertThat(event.type()).isEmpty();
        assertThat(event.payload()).isEmpty();
    }

    @Test
    void aLongPayloadIsCut() {
        byte[] long5k = "x".repeat(5_000).getBytes(StandardCharsets.UTF_8);
        assertThat(TailReader.read(new ConsumerRecord<>("pkh.x", 0, 7, null, long5k)).payload())
                .hasSize(4_097)
                .endsWith("…");
    }

    private static TailEvent event(String type, String key) {
        return new TailEvent(
                0, "pkh.topic.v1", 0, 0, key, type, "id", "act", "{}", List.of(), false);
    }

    @Test
    void aViewerSeesThePayloadsOfTheirAreasAndTheEnvelopesOfAll() {
        RingBuffer<TailEvent> buffer = new RingBuffer<>(10);
        TailViewer viewer =
                new TailViewer(buffer, new TailFilter("", ""), within("17.71", "16.01.01"), 50);
        buffer.add(read("{\"village_code\":\"17.71.08.1001\"}"));
        buffer.add(read("{\"village_code\":\"17.72.01.1001\"}"));
        buffer.add(
                read(
                        "{\"old_village_code\":\"17.71.08.1001\",\"new_village_code\":\"12.01.01.2001\"}"));
        buffer.add(read("{\"amount_idr\":1}"));
        buffer.add(read("not JSON, 17.71.08.1001"));

        List<TailEvent> seen = viewer.next(true).events();

        assertThat(seen)
                .extracting(TailEvent::payloadHidden)
                .containsExactly(false, true, true, true, true);
        assertThat(seen.get(0).payload()).contains("17.71.08.1001");
        assertThat(seen.subList(1, 5))
                .allSatisfy(
                        event -> {
                            assertThat(event.payload()).isEmpty();
                            assertThat(event.key()).isEqualTo("family");
                        });
    }

    @Test
    void aTokenWithoutAreasOrWithOtherClaimsShowsNoPayload() {
        TailEvent event = read("{\"village_code\":\"17.71.08.1001\"}");
        for (String token : List.of("opaque", "a.b.c", token("{}"), token("{\"areas\":17}"))) {
            assertThat(event.within(Areas.of(token)).payloadHidden()).as(token).isTrue();
        }
        assertThat(event.within(Areas.of(token("{\"areas\":\"16, 17\"}"))).payloadHidden())
                .isFalse();
    }

    private static TailEvent read(String payload) {
        return TailReader.read(
                new ConsumerRecord<>(
                        "pkh.x",
                        0,
                        7,
                        "family".getBytes(StandardCharsets.UTF_8),
                        payload.getBytes(StandardCharsets.UTF_8)));
    }

    private static Areas within(String... codes) {
        return Areas.of(token("{\"areas\":[\"" + String.join("\",\"", codes) + "\"]}"));
    }

    private static String token(String claims) {
        return "head."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".signature";
    }
}
