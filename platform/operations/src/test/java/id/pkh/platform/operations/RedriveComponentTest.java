package id.pkh.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import id.pkh.localstack.LocalStackResource;
import id.pkh.platform.jobs.JobOrder;
import id.pkh.platform.jobs.Jobs;
import id.pkh.platform.messaging.things.Streams;
import id.pkh.platform.messaging.things.ThingConsumer;
import id.pkh.platform.messaging.things.ThingHappened;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A redrive of more than a page: in order, counted, resumed after a crash, and stoppable. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "operations"))
class RedriveComponentTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject Streams streams;
    @Inject ThingConsumer consumer;
    @Inject Jobs jobs;

    /** Used by this test only. */
    private final String reason = "REASON_" + UUID.randomUUID();

    @AfterEach
    void refuseNothing() {
        consumer.refuseNothing();
    }

    @Test
    void everyPageIsAppliedAndWaitingEventsFollowInTheirOrder() {
        List<UUID> things = things(230);
        things.forEach(thing -> streams.park(thing, reason, 1, 2, 3));

        RedriveCalls.ended(RedriveCalls.ask(Map.of("reason", reason)))
                .body("state", equalTo("DONE"))
                .body("selected", equalTo(230))
                .body("settled", equalTo(230))
                .body("redriven", equalTo(690))
                .body("failed", equalTo(0))
                .body("blocked", equalTo(0))
                .body("elsewhere", equalTo(0))
                .body("finished_at", notNullValue());

        assertThat(things).allMatch(thing -> streams.effects(thing).equals(List.of(1, 2, 3)));
    }

    @Test
    void aKeyWithMoreEventsThanOneTransactionTakesIsAppliedWholeAndInOrder() {
        UUID thing = UUID.randomUUID();
        int[] numbers = IntStream.rangeClosed(1, 130).toArray();
        streams.park(thing, reason, numbers);

        RedriveCalls.ended(RedriveCalls.ask(Map.of("reason", reason)))
                .body("redriven", equalTo(130));

        assertThat(streams.effects(thing))
                .containsExactlyElementsOf(IntStream.of(numbers).boxed().toList());
    }

    @Test
    void anEventThatFailsFarBehindInALongKeyStopsOnlyThatKey() {
        UUID thing = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        consumer.refuse(885);
        int[] numbers = IntStream.rangeClosed(1, 130).map(n -> n == 120 ? 885 : n).toArray();
        streams.park(thing, reason, numbers);
        streams.park(other, reason, 1);

        RedriveCalls.ended(RedriveCalls.ask(Map.of("reason", reason)))
                .body("selected", equalTo(2))
                .body("settled", equalTo(2))
                .body("redriven", equalTo(120))
                .body("failed", equalTo(1));

        assertThat(streams.effects(thing)).hasSize(119);
        assertThat(streams.effects(other)).containsExactly(1);
    }

    @Test
    void anEventThatFailsAmongManyIsParkedAgainOnceAndOnlyItsOwnKeyWaits() {
        List<UUID> good = things(60);
        UUID bad = UUID.randomUUID();
        consumer.refuse(881);
        good.subList(0, 30).forEach(thing -> streams.park(thing, reason, 1));
        streams.park(bad, reason, 7, 881, 8);
        good.subList(30, 60).forEach(thing -> streams.park(thing, reason, 1));

        RedriveCalls.ended(RedriveCalls.ask(Map.of("topic", ThingHappened.TOPIC, "reason", reason)))
                .body("selected", equalTo(61))
                .body("settled", equalTo(61))
                .body("redriven", equalTo(61))
                .body("failed", equalTo(1));

        assertThat(good).allMatch(thing -> streams.effects(thing).equals(List.of(1)));
        assertThat(streams.effects(bad)).containsExactly(7);
        assertThat(streams.parked(bad.toString()))
                .containsExactly(
                        reason + " REDRIVEN", "NUMBER_REFUSED PARKED", "BEHIND_PARKED PARKED");
    }

    @Test
    void whenAllFailEachIsTriedOnceAndTheRunEnds() {
        List<UUID> things = things(150);
        consumer.refuse(882);
        things.forEach(thing -> streams.park(thing, reason, 882, 2));

        RedriveCalls.ended(RedriveCalls.ask(Map.of("topic", ThingHappened.TOPIC, "reason", reason)))
                .body("redriven", equalTo(0))
                .body("failed", equalTo(150));
        String key = things.get(0).toString();
        RedriveCalls.ended(RedriveCalls.ask(Map.of("key", key)))
                .body("selected", equalTo(2))
                .body("failed", equalTo(1))
                .body("blocked", equalTo(1));

        assertThat(things).allMatch(thing -> streams.effects(thing).isEmpty());
    }

    @Test
    void aTransientFailureIsRetried() {
        UUID thing = UUID.randomUUID();
        consumer.breakOnce(883);
        streams.park(thing, reason, 883);

        RedriveCalls.ended(RedriveCalls.ask(Map.of("reason", reason)))
                .body("redriven", equalTo(1))
                .body("failed", equalTo(0));

        assertThat(consumer.isYetToBreak(883)).isFalse();
        assertThat(streams.effects(thing)).containsExactly(883);
    }

    @Test
    void aRedriveThatAProcessLeftBehindIsResumedAtItsCheckpoint() {
        List<UUID> things = things(5);
        things.forEach(thing -> streams.park(thing, reason, 1));
        long passed = streams.parkedId(things.get(1).toString());
        UUID id = UUID.randomUUID();
        streams.leaveBehind(id, reason, passed + ":" + passed, 40);

        RedriveCalls.ended(id.toString())
                .body("requested_by", equalTo("somebody"))
                .body("selected", equalTo(45))
                .body("redriven", equalTo(43));

        assertThat(things.stream().map(streams::effects).filter(List::isEmpty).count())
                .as("before the checkpoint")
                .isEqualTo(2);
    }

    /**
     * The checkpoint is one of a release that worked through a key of its own over several steps.
     */
    @Test
    void aLongKeyThatAProcessLeftBehindIsFollowedToItsEnd() {
        UUID thing = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        streams.park(other, reason, 1);
        streams.park(thing, reason, IntStream.rangeClosed(1, 120).toArray());
        long before = streams.parkedId(other.toString()) - 1;
        long applied = streams.markRedriven(thing, 60);
        UUID id = UUID.randomUUID();
        streams.leaveBehind(id, reason, before + ":" + applied, 1);

        RedriveCalls.ended(id.toString()).body("settled", equalTo(2)).body("redriven", equalTo(62));

        assertThat(streams.effects(other)).containsExactly(1);
        assertThat(streams.effects(thing))
                .containsExactlyElementsOf(IntStream.rangeClosed(61, 120).boxed().toList());
        assertThat(streams.parked(thing.toString())).allMatch(s -> s.endsWith("REDRIVEN"));
    }

    @Test
    void anEventThatMissesTheBrokerIsNotParkedAgainButWaitedFor() {
        UUID thing = UUID.randomUUID();
        consumer.takeBrokerAway(886);
        streams.park(thing, reason, 1, 886, 2);
        String id = RedriveCalls.ask(Map.of("reason", reason));

        await().atMost(SOON)
                .until(() -> RedriveCalls.job(id).extract().path("last_failure") != null);
        RedriveCalls.job(id)
                .body("state", equalTo("WAITING"))
                .body("kind", equalTo("redrive"))
                .body("items_done", equalTo(1));
        RedriveCalls.get(id).body("state", equalTo("RUNNING")).body("redriven", equalTo(1));
        consumer.refuseNothing();

        RedriveCalls.ended(id).body("redriven", equalTo(3)).body("failed", equalTo(0));
        assertThat(streams.effects(thing)).containsExactly(1, 886, 2);
        RedriveCalls.job(id).body("state", equalTo("DONE")).body("items_set_aside", equalTo(0));
    }

    @Test
    void theIdOfAnotherJobIsRefused() {
        UUID id = UUID.randomUUID();
        JobOrder letters = new JobOrder(LetterWork.KIND, id.toString(), "a", null, "officer");
        QuarkusTransaction.requiringNew().run(() -> jobs.plan(id, letters));

        RedriveCalls.by("operator")
                .body(Map.of("redrive_id", id.toString(), "reason", reason))
                .post(RedriveCalls.PATH)
                .then()
                .statusCode(409)
                .body("code", equalTo("REDRIVE_ID_TAKEN"));
    }

    @Test
    void aStoppedRedriveLeavesTheRestParked() {
        int events = 1_500;
        CountDownLatch latch = consumer.hold(884);
        streams.park(UUID.randomUUID(), reason, 884);
        things(events - 1).forEach(thing -> streams.park(thing, reason, 1));
        String id = RedriveCalls.ask(Map.of("reason", reason));
        CompletableFuture<Integer> stopped =
                CompletableFuture.supplyAsync(
                        () ->
                                RedriveCalls.by("somebody-else")
                                        .post(RedriveCalls.PATH + "/" + id + "/stop")
                                        .statusCode());
        latch.countDown();

        assertThat(stopped.join()).isEqualTo(200);
        int redriven =
                RedriveCalls.ended(id)
                        .body("state", equalTo("STOPPED"))
                        .body("stopped_by", equalTo("somebody-else"))
                        .extract()
                        .path("redriven");
        assertThat(redriven).isLessThan(events);
        assertThat(streams.parkedFor(reason)).isEqualTo(events - redriven);
        RedriveCalls.job(id).body("state", equalTo("STOPPED"));
        RedriveCalls.by("operator")
                .get("/api/v1/operations/actions?limit=1")
                .then()
                .body("items[0].action", equalTo("REDRIVE"))
                .body("items[0].done_by", equalTo("somebody-else"))
                .body("items[0].outcome", containsString("\"state\":\"STOPPED\""));
        RedriveCalls.by("operator")
                .post(RedriveCalls.PATH + "/" + id + "/stop")
                .then()
                .statusCode(409)
                .body("code", equalTo("REDRIVE_ENDED"));
    }

    @Test
    void aRepeatedRequestWithTheSameIdStartsNothingTwice() {
        UUID id = UUID.randomUUID();
        UUID thing = UUID.randomUUID();
        streams.park(thing, reason, 1);
        Map<String, String> asked = Map.of("redrive_id", id.toString(), "reason", reason);

        assertThat(RedriveCalls.ask(asked)).isEqualTo(id.toString());
        assertThat(RedriveCalls.ask(asked)).isEqualTo(id.toString());
        RedriveCalls.by("operator")
                .body(Map.of("redrive_id", id.toString(), "reason", "ANOTHER"))
                .post(RedriveCalls.PATH)
                .then()
                .statusCode(409)
                .body("code", equalTo("REDRIVE_ID_TAKEN"));
        RedriveCalls.by("somebody-else")
                .body(asked)
                .post(RedriveCalls.PATH)
                .then()
                .statusCode(409)
                .body("code", equalTo("REDRIVE_ID_TAKEN"));

        RedriveCalls.ended(id.toString()).body("redriven", equalTo(1));
        await().atMost(SOON).until(() -> streams.effects(thing).equals(List.of(1)));
        RedriveCalls.by("operator")
                .get(RedriveCalls.PATH)
                .then()
                .statusCode(200)
                .body("items.redrive_id", hasItem(id.toString()))
                .body("items.selection.reason", hasItem(reason));
        RedriveCalls.by("operator")
                .get(RedriveCalls.PATH + "/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    private static List<UUID> things(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).toList();
    }
}
