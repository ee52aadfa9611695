package id.pkh.platform.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.pkh.localstack.LocalStackResource;
import id.pkh.platform.messaging.things.Streams;
import id.pkh.platform.messaging.things.ThingConsumer;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Parked events are redriven in order and only once, or discarded. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "operations"))
class ParkedEventsComponentTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject Streams streams;
    @Inject ThingConsumer consumer;

    @AfterEach
    void refuseNothing() {
        consumer.refuseNothing();
    }

    @Test
    void laterEventsOfTheKeyWaitBehindItAndAllFollowInOrderWhenItIsRedriven() {
        UUID thing = UUID.randomUUID();
        consumer.refuse(667);
        streams.sendThing(UUID.randomUUID(), thing, 1);
        streams.sendThing(UUID.randomUUID(), thing, 667);
        streams.sendThing(UUID.randomUUID(), thing, 3);
        streams.sendThing(UUID.randomUUID(), thing, 4);
        await().atMost(SOON).until(() -> streams.parked(thing.toString()).size() == 3);
        assertThat(streams.parked(thing.toString()))
                .containsExactly(
                        "NUMBER_REFUSED PARKED", "BEHIND_PARKED PARKED", "BEHIND_PARKED PARKED");

        redrive(Map.of("key", thing.toString()))
                .body("redriven", equalTo(0))
                .body("failed", equalTo(1))
                .body("blocked", equalTo(2));

        consumer.refuseNothing();
        redrive(Map.of("ids", List.of(streams.parkedId(thing.toString()))))
                .body("redriven", equalTo(3))
                .body("failed", equalTo(0));
        redrive(Map.of("key", thing.toString())).body("redriven", equalTo(0));
        assertThat(streams.effects(thing)).containsExactly(1, 667, 3, 4);

        streams.sendThing(UUID.randomUUID(), thing, 5);
        await().atMost(SOON).until(() -> streams.effects(thing).contains(5));
    }

    @Test
    void anEventBehindAParkedOneCannotBeRedrivenBeforeIt() {
        UUID thing = UUID.randomUUID();
        consumer.refuse(668);
        streams.sendThing(UUID.randomUUID(), thing, 668);
        streams.sendThing(UUID.randomUUID(), thing, 2);
        await().atMost(SOON).until(() -> streams.parked(thing.toString()).size() == 2);

        redrive(Map.of("key", thing.toString(), "reason", "BEHIND_PARKED"))
                .body("redriven", equalTo(0))
                .body("blocked", equalTo(1));
        assertThat(streams.effects(thing)).isEmpty();
    }

    @Test
    void aDiscardedEventFreesWhatWaitsBehindIt() {
        UUID thing = UUID.randomUUID();
        consumer.refuse(669);
        streams.sendThing(UUID.randomUUID(), thing, 669);
        streams.sendThing(UUID.randomUUID(), thing, 2);
        await().atMost(SOON).until(() -> streams.parked(thing.toString()).size() == 2);
        long id = streams.parkedId(thing.toString());

        operations()
                .body(Map.of("reason", ""))
                .post("/api/v1/operations/parked-events/" + id + "/discard")
                .then()
                .statusCode(400);
        operations()
                .body(Map.of("reason", "sent by mistake"))
                .post("/api/v1/operations/parked-events/" + id + "/discard")
                .then()
                .statusCode(200)
                .body("state", equalTo("DISCARDED"))
                .body("event.resolved_by", equalTo("operator"));
        operations()
                .body(Map.of("reason", "again"))
                .post("/api/v1/operations/parked-events/" + id + "/discard")
                .then()
                .statusCode(409)
                .body("code", equalTo("NOT_PARKED_ANY_MORE"));
        redrive(Map.of("key", thing.toString())).body("redriven", equalTo(1));
        assertThat(streams.effects(thing)).containsExactly(2);
    }

    @Test
    void onlyOperationsMayRedriveAndOnlyTheyAndAuditorsMayLook() {
        String path = "/api/v1/operations/parked-events";
        given().get(path).then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
        as("FACILITATOR").get(path).then().statusCode(403).body("code", equalTo("FORBIDDEN"));
        as("AUDITOR").get(path).then().statusCode(200);
        as("AUDITOR")
                .body(Map.of("reason", "X"))
                .post("/api/v1/operations/redrives")
                .then()
                .statusCode(403);
        operations()
                .body(Map.of())
                .post("/api/v1/operations/redrives")
                .then()
                .statusCode(400)
                .body("code", equalTo("REDRIVE_WITHOUT_SELECTION"));
        operations().get("/api/v1/operations/parked-events/999999999").then().statusCode(404);
        as("OPERATIONS").get("/api/v1/operations/outbox").then().statusCode(200);
    }

    @Test
    void theListIsPagedAndCountingChangesNothing() {
        UUID thing = UUID.randomUUID();
        consumer.refuse(671);
        streams.sendThing(UUID.randomUUID(), thing, 671);
        streams.sendThing(UUID.randomUUID(), thing, 2);
        await().atMost(SOON).until(() -> streams.parked(thing.toString()).size() == 2);

        String next =
                operations()
                        .queryParam("key", thing.toString())
                        .queryParam("limit", 1)
                        .get("/api/v1/operations/parked-events")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(1))
                        .extract()
                        .path("next");
        operations()
                .queryParam("key", thing.toString())
                .queryParam("limit", 1)
                .queryParam("after", next)
                .get("/api/v1/operations/parked-events")
                .then()
                .body("items", hasSize(1))
                .body("items[0].reason", equalTo("BEHIND_PARKED"))
                .body("next", equalTo(null));
        operations()
                .queryParam("key", thing.toString())
                .get("/api/v1/operations/parked-events/count")
                .then()
                .statusCode(200)
                .body("events", equalTo(2));
        assertThat(streams.parked(thing.toString())).allMatch(s -> s.endsWith("PARKED"));
    }

    /** The result of a redrive, when it has ended. */
    private static ValidatableResponse redrive(Map<String, ?> selection) {
        return RedriveCalls.ended(RedriveCalls.ask(selection));
    }

    private static RequestSpecification operations() {
        return as("OPERATIONS");
    }

    private static RequestSpecification as(String role) {
        return Caller.named("operator", role, "*").request().contentType(ContentType.JSON);
    }
}
