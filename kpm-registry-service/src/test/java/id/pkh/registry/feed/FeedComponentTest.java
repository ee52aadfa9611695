package id.pkh.registry.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.contracts.EventType;
import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeedComponentTest extends RegistryComponentTest {

    private static final String TYPE = EventCatalogue.COMMITMENT_ASSESSED.type();

    @Inject FeedTopics topics;
    @Inject FeedRows rows;
    @Inject Feed feed;

    @ConfigProperty(name = "mp.messaging.incoming.feed-in.topics")
    Set<String> configured;

    private static Caller system(String... areas) {
        return Caller.named("feed-reader", Roles.EXTERNAL_SYSTEM, areas);
    }

    /** Everything behind a cursor, page by page. */
    private static List<String> idsBehind(Caller caller, String query, String after) {
        List<String> ids = new ArrayList<>();
        String next = after;
        for (; ; ) {
            JsonPath page = caller.read("/feed?limit=7&after=" + next + query);
            List<String> found = page.getList("items.event.id");
            if (found.isEmpty()) {
                return ids;
            }
            ids.addAll(found);
            next = page.getString("next");
        }
    }

    /** The cursor behind everything that is there now. */
    private static String end(Caller caller, String query) {
        String next = caller.read("/feed?limit=500" + query).getString("next");
        for (; ; ) {
            JsonPath page = caller.read("/feed?limit=500&after=" + next + query);
            if (page.getList("items").isEmpty() && page.getString("next").equals(next)) {
                return next;
            }
            next = page.getString("next");
        }
    }

    @Test
    void everyPublicTopicIsRead() {
        assertThat(configured)
                .isEqualTo(
                        EventCatalogue.ALL.stream()
                                .map(EventType::topic)
                                .collect(Collectors.toSet()));
    }

    @Test
    void anEventIsInTheFeedOnceHoweverOftenItIsSentAndWhatCannotBeReadOrStoredIsLeftOut() {
        String query = "&type=" + FeedTopics.TYPE;
        String before = end(system("*"), query);
        UUID first = topics.send("17.71.08.1001");
        topics.sendUnreadable();
        topics.sendUnstorable();
        topics.send(first, "17.71.08.1001");
        UUID last = topics.send(null);

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(idsBehind(system("*"), query, before))
                                        .containsExactly(first.toString(), last.toString()));
        system("*")
                .get("/feed?limit=1&after=" + before + query)
                .body("items[0].event.specversion", equalTo("1.0"))
                .body("items[0].event.type", equalTo(FeedTopics.TYPE))
                .body("items[0].event.correlationid", equalTo("story-" + first))
                .body("items[0].event.data.village_code", equalTo("17.71.08.1001"));
    }

    @Test
    void aReaderGetsTheEventsOfItsAreasAndOfOneTypePageByPageAndGoesOnBehindTheEnd() {
        String query = "&type=" + TYPE;
        Caller inside = system("17.71.08");
        String before = end(inside, query);
        List<String> expected = new ArrayList<>(rows.add(TYPE, "17.71.08.1001", 20));
        rows.add(TYPE, "17.71.09.1001", 5);
        rows.add(TYPE, null, 5);
        rows.add(EventCatalogue.QUARTER_CLOSED.type(), "17.71.08.1001", 5);
        expected.addAll(rows.add(TYPE, "17.71.08.1002", 3));

        assertThat(idsBehind(inside, query, before)).isEqualTo(expected);
        assertThat(idsBehind(system(), query, end(system(), query))).isEmpty();
        String narrow = query + "&area=17.71.08.1002";
        assertThat(system("*").read("/feed?limit=500" + narrow).getList("items.event.id"))
                .containsAll(expected.subList(20, 23))
                .doesNotContainAnyElementsOf(expected.subList(0, 20));

        String end = end(inside, query);
        assertThat(idsBehind(inside, query, end)).isEmpty();
        List<String> later = rows.add(TYPE, "17.71.08.1001", 2);
        assertThat(idsBehind(inside, query, end)).isEqualTo(later);
    }

    /** The classic gap: a smaller number that is committed later than a greater one was read. */
    @Test
    void aPositionIsNotVisibleBeforeEverySmallerOne() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> slow =
                    threads.submit(
                            () ->
                                    QuarkusTransaction.requiringNew()
                                            .run(
                                                    () -> {
                                                        rows.addWithin(TYPE, "17.71.08.1001");
                                                        written.countDown();
                                                        await(commit);
                                                    }));
            await(written);
            long before = rows.head(); // nobody else can move it now
            Future<?> fast = threads.submit(() -> rows.add(TYPE, "17.71.08.1001", 1));
            // the second writer waits for the first, so there is nothing to be seen
            Awaitility.await()
                    .until(
                            () ->
                                    tables.number(
                                                    "SELECT count(*) FROM pg_locks WHERE NOT granted"
                                                            + " AND locktype = 'transactionid'")
                                            > 0);
            assertThat(rows.head()).isEqualTo(before);
            commit.countDown();
            slow.get(20, TimeUnit.SECONDS);
            fast.get(20, TimeUnit.SECONDS);
            assertThat(rows.head()).isGreaterThanOrEqualTo(before + 2);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aTypeOrAnAreaThatIsNotKnownIsRefused() {
        system("*")
                .get("/feed?type=id.pkh.registry.nothing.v1")
                .statusCode(422)
                .body("code", equalTo("EVENT_TYPE_UNKNOWN"));
        system("*")
                .get("/feed?area=Bengkulu")
                .statusCode(422)
                .body("code", equalTo("AREA_CODE_INVALID"));
        Caller.officer().get("/feed").statusCode(403);
    }

    @Test
    void aPositionBehindWhichEventsAreMissingIsRefusedWithTheOldestThereIs() {
        String first = system("*").read("/feed?limit=1").getString("next");
        rows.add(TYPE, "17.71.08.1001", 3);
        long head = rows.head();
        tables.execute("UPDATE feed_head SET dropped_to = ?", head - 1);
        try {
            system("*")
                    .get("/feed?after=" + first)
                    .statusCode(410)
                    .body("code", equalTo("FEED_POSITION_EXPIRED"))
                    .body("oldest", equalTo((int) head));
            // without a position it begins at the oldest one
            assertThat(system("*").read("/feed?limit=1").getLong("items[0].position"))
                    .isEqualTo(head);
        } finally {
            tables.execute("UPDATE feed_head SET dropped_to = 0");
        }
    }

    @Test
    void whatIsDroppedIsRememberedByItsLastPosition() {
        rows.add(TYPE, "17.71.08.1001", 2);
        long ofTheMonth = rows.head();
        QuarkusTransaction.requiringNew().run(() -> feed.dropping(LocalDate.parse("2026-11-01")));
        try {
            assertThat(feed.head().droppedTo()).isEqualTo(ofTheMonth);
            assertThat(feed.head().isExpired(ofTheMonth - 1)).isTrue();
            assertThat(feed.head().isExpired(ofTheMonth)).isFalse();
        } finally {
            tables.execute("UPDATE feed_head SET dropped_to = 0");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
