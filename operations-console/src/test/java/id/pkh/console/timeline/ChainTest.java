package id.pkh.console.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.console.call.ServiceName;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainTest {

    private static final Instant START = Instant.parse("2026-01-15T03:00:00Z");

    @Test
    void everyEventStandsBelowTheOneThatCausedItInOrder() {
        assertThat(
                        lines(
                                event("held", "", 0),
                                event("reminded-2", "held", 3),
                                event("paid", "reminded-1", 5),
                                event("reminded-1", "held", 2)))
                .containsExactly("0 held", "1 reminded-1", "2 paid", "1 reminded-2");
    }

    @Test
    void anEventWhoseCauseIsNotFoundIsARootAndSaysSo() {
        List<Chain.Link> links = Chain.of(List.of(event("effect", "elsewhere", 0)));
        assertThat(links).singleElement().matches(Chain.Link::causeMissing);
    }

    @Test
    void anActOfARequestHasNoMissingCause() {
        assertThat(Chain.of(List.of(event("first", "", 0))).get(0).causeMissing()).isFalse();
    }

    @Test
    void aCircleIsShownOnceAndEnds() {
        assertThat(lines(event("a", "b", 0), event("b", "a", 1))).containsExactly("0 a", "1 b");
    }

    @Test
    void theSameEventFromTwoPlacesStandsOnce() {
        assertThat(lines(event("a", "", 0), event("a", "", 0))).containsExactly("0 a");
    }

    @Test
    void aTimelineHasTheFamilysEventsAndWhatTheGroupsSayOfIt() {
        JournalEvent state =
                event(
                        "state",
                        "",
                        0,
                        "{\"status\":\"ACTIVE\",\"village_code\":\"v\",\"group_code\":\"g\"}");
        JournalEvent held =
                event(
                        "held",
                        "",
                        2,
                        "{\"month\":\"2026-01\",\"attendance\":[{\"kpm_id\":\"other\",\"mark\":\"PRESENT\"},"
                                + "{\"kpm_id\":\"me\",\"mark\":\"ABSENT\"}]}");
        JournalEvent elsewhere =
                event("held-2", "", 3, "{\"month\":\"2026-02\",\"attendance\":[]}");
        JournalEvent joined = event("joined", "", 1, "{\"joined_kpm_ids\":[\"me\"]}");
        JournalEvent notHeld =
                event("not-held", "", 4, "{\"month\":\"2026-03\",\"reason\":\"FLOOD\"}");

        assertThat(
                        FamilyTimeline.of(
                                "me", List.of(state), List.of(held, elsewhere, joined, notHeld)))
                .extracting(e -> e.event().id() + ": " + e.about())
                .containsExactly(
                        "state: ACTIVE · g",
                        "joined: JOINED",
                        "held: 2026-01 ABSENT",
                        "not-held: 2026-03 FLOOD");
        assertThat(FamilyTimeline.group(List.of(state)))
                .contains(new FamilyTimeline.Group("v", "g"));
    }

    private static List<String> lines(JournalEvent... events) {
        return Chain.of(List.of(events)).stream()
                .map(l -> l.depth() + " " + l.event().id())
                .toList();
    }

    private static JournalEvent event(String id, String cause, int second) {
        return event(id, cause, second, "{}");
    }

    private static JournalEvent event(String id, String cause, int second, String payload) {
        try {
            return new JournalEvent(
                    ServiceName.MEETING,
                    id,
                    "id.pkh.meeting." + id + ".v1",
                    "topic",
                    "key",
                    1,
                    START.plusSeconds(second),
                    "act",
                    cause,
                    new ObjectMapper().readTree(payload),
                    false);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
