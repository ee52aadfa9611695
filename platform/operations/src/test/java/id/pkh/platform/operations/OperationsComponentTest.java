package id.pkh.platform.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import id.pkh.localstack.LocalStackResource;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.things.Streams;
import id.pkh.platform.messaging.things.ThingConsumer;
import id.pkh.platform.messaging.things.ThingHappened;
import id.pkh.platform.messaging.trace.Causation;
import id.pkh.testsupport.metrics.DocumentedMetrics;
import id.pkh.testsupport.metrics.ExposedMetrics;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators can read: the journal, parked events, the audit, the metrics. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "operations"))
class OperationsComponentTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String JOURNAL = "/api/v1/operations/journal";

    @Inject Streams streams;
    @Inject ThingConsumer consumer;
    @Inject Outbox outbox;

    @AfterEach
    void refuseNothing() {
        consumer.refuseNothing();
    }

    @Test
    void theJournalFindsAnEventByItsIdItsActAndItsKey() {
        UUID thing = UUID.randomUUID();
        String act = "act-" + thing;
        UUID first = publish(thing, 1, new Causation(act, null, null));
        UUID second = publish(thing, 2, new Causation(act, first.toString(), null));

        journal("event", second.toString())
                .body("items", hasSize(1))
                .body("items[0].event_type", equalTo(ThingHappened.TYPE))
                .body("items[0].key", equalTo(thing.toString()))
                .body("items[0].causation_id", equalTo(first.toString()))
                .body("items[0].correlation_id", equalTo(act))
                .body("items[0].sequence", equalTo(2));
        journal("correlation", act)
                .body("items.event_id", contains(first.toString(), second.toString()));
        journal("key", thing.toString())
                .body("items.event_id", contains(first.toString(), second.toString()));
    }

    @Test
    void theJournalIsPaged() {
        UUID thing = UUID.randomUUID();
        publish(thing, 1, Causation.root());
        UUID last = publish(thing, 2, Causation.root());
        String next =
                operations()
                        .queryParam("key", thing.toString())
                        .queryParam("limit", 1)
                        .get(JOURNAL)
                        .then()
                        .body("items", hasSize(1))
                        .extract()
                        .path("next");
        operations()
                .queryParam("key", thing.toString())
                .queryParam("after", next)
                .get(JOURNAL)
                .then()
                .body("items.event_id", contains(last.toString()))
                .body("next", equalTo(null));
    }

    @Test
    void theJournalNeedsExactlyOneCriterionAndTheRole() {
        operations()
                .get(JOURNAL)
                .then()
                .statusCode(400)
                .body("code", equalTo("JOURNAL_WITHOUT_MARK"));
        operations()
                .queryParam("key", "k")
                .queryParam("correlation", "c")
                .get(JOURNAL)
                .then()
                .statusCode(400);
        given().get(JOURNAL).then().statusCode(401);
        as("COORDINATOR").queryParam("key", "k").get(JOURNAL).then().statusCode(403);
        as("AUDITOR").queryParam("key", "k").get(JOURNAL).then().statusCode(200);
    }

    @Test
    void parkedEventsAreCountedByReasonTopicAndType() {
        UUID thing = UUID.randomUUID();
        consumer.refuse(771);
        streams.sendThing(UUID.randomUUID(), thing, 771);
        await().atMost(SOON).until(() -> !streams.parked(thing.toString()).isEmpty());
        operations()
                .get("/api/v1/operations/parked-counts")
                .then()
                .statusCode(200)
                .body("reason", hasItem("NUMBER_REFUSED"))
                .body("topic", hasItem(ThingHappened.TOPIC))
                .body("event_type", hasItem(ThingHappened.TYPE));
        as("FACILITATOR").get("/api/v1/operations/parked-counts").then().statusCode(403);
    }

    @Test
    void twoRedrivesOfTheSameSelectionApplyNothingTwice() {
        List<UUID> things = Stream.generate(UUID::randomUUID).limit(12).toList();
        consumer.refuse(773);
        things.forEach(thing -> streams.sendThing(UUID.randomUUID(), thing, 773));
        await().atMost(SOON)
                .until(
                        () ->
                                things.stream()
                                        .noneMatch(t -> streams.parked(t.toString()).isEmpty()));
        consumer.refuseNothing();
        List<Long> ids = things.stream().map(t -> streams.parkedId(t.toString())).toList();

        CompletableFuture<Integer> one = CompletableFuture.supplyAsync(() -> redriven(ids));
        CompletableFuture<Integer> two = CompletableFuture.supplyAsync(() -> redriven(ids));

        assertThat(one.join() + two.join()).isEqualTo(things.size());
        things.forEach(thing -> assertThat(streams.effects(thing)).containsExactly(773));
    }

    private static int redriven(List<Long> ids) {
        return RedriveCalls.ended(RedriveCalls.ask(Map.of("ids", ids))).extract().path("redriven");
    }

    @Test
    void auditorsSeeTheActionsOfOperatorsTheLatestFirst() {
        UUID thing = UUID.randomUUID();
        consumer.refuse(774);
        streams.sendThing(UUID.randomUUID(), thing, 774);
        await().atMost(SOON).until(() -> !streams.parked(thing.toString()).isEmpty());
        RedriveCalls.ended(RedriveCalls.ask(Map.of("key", thing.toString())));
        operations()
                .contentType("application/json")
                .body(Map.of("reason", "sent by mistake"))
                .post(
                        "/api/v1/operations/parked-events/"
                                + streams.parkedId(thing.toString())
                                + "/discard")
                .then()
                .statusCode(200);

        as("AUDITOR")
                .queryParam("limit", 2)
                .get("/api/v1/operations/actions")
                .then()
                .statusCode(200)
                .body("items.action", contains("DISCARD", "REDRIVE"))
                .body("items[0].done_by", equalTo("operator"))
                .body("items[0].selection", containsString("sent by mistake"))
                .body("items[1].selection", containsString(thing.toString()))
                .body("items[1].outcome", containsString("\"state\":\"DONE\""))
                .body("items[1].outcome", containsString("\"failed\":1"));
        as("FACILITATOR").get("/api/v1/operations/actions").then().statusCode(403);
    }

    @Test
    void everyMetricOfAServiceIsExposedUnderItsName() {
        given().get(JOURNAL).then().statusCode(401); // so that a request has been counted
        DocumentedMetrics documented = DocumentedMetrics.read();
        assertThat(documented.ofEveryService()).contains("outbox_oldest_age_seconds");
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                documented.missing(
                                                        documented.ofEveryService(),
                                                        ExposedMetrics.text()))
                                        .isEmpty());
    }

    @Test
    void everyMetricOfTheProjectIsDocumented() {
        assertThat(DocumentedMetrics.read().undocumented(ExposedMetrics.text())).isEmpty();
    }

    private UUID publish(UUID thing, int number, Causation cause) {
        return cause.call(
                () ->
                        QuarkusTransaction.requiringNew()
                                .call(
                                        () ->
                                                outbox.append(
                                                        ThingHappened.of(thing, number), number)));
    }

    private static ValidatableResponse journal(String mark, String value) {
        return operations().queryParam(mark, value).get(JOURNAL).then().statusCode(200);
    }

    private static io.restassured.specification.RequestSpecification operations() {
        return as("OPERATIONS");
    }

    private static io.restassured.specification.RequestSpecification as(String role) {
        return Caller.named("operator", role, "*").request();
    }
}
