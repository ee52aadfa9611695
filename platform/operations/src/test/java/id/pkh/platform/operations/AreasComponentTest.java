package id.pkh.platform.operations;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.localstack.LocalStackResource;
import id.pkh.platform.messaging.things.Streams;
import id.pkh.platform.messaging.things.ThingHappened;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Operators repair events of the whole country, and see the content only of those of their areas.
 */
@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "operations"))
class AreasComponentTest {

    private static final String TYPE = "id.pkh.verification.appeal-decided.v1";
    private static final String JOURNAL = "/api/v1/operations/journal?key=";
    private static final String PARKED = "/api/v1/operations/parked-events";

    @Inject Streams streams;
    @Inject DataSource dataSource;

    private final UUID family = UUID.randomUUID();

    /** A published event of a family that the consumer cannot apply. */
    @BeforeEach
    void anEventIsPublishedAndParked() throws SQLException {
        publish(
                family,
                "{\"kpm_id\":\"%s\",\"village_code\":\"17.71.08.1001\",\"reason\":\"written\"}"
                        .formatted(family));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !streams.parked(family.toString()).isEmpty());
    }

    @Test
    void theJournalShowsThePayloadWithinTheAreasOnly() {
        for (String areas : new String[] {"*", "17", "17.71.08.1001"}) {
            operator(areas)
                    .get(JOURNAL + family)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .body("items[0].payload_hidden", equalTo(false))
                    .body("items[0].payload", containsString("17.71.08.1001"));
        }
        for (String areas : new String[] {"16", "17.71.08.1002", ""}) {
            operator(areas)
                    .get(JOURNAL + family)
                    .then()
                    .statusCode(200)
                    .body("items[0].event_type", equalTo(TYPE))
                    .body("items[0].key", equalTo(family.toString()))
                    .body("items[0].payload_hidden", equalTo(true))
                    .body("items[0].payload", nullValue());
        }
    }

    @Test
    void aTextThatAnEventOfBeforeCarriesIsShownToNobody() {
        operator("*")
                .get(JOURNAL + family)
                .then()
                .body("items[0].payload", not(containsString("written")));
        operator("*")
                .get(PARKED + "/" + parkedId())
                .then()
                .body("payload", containsString("17.71.08.1001"))
                .body("payload", not(containsString("written")));
    }

    @Test
    void aParkedEventShowsWhatIsNeededToRepairItAndTheRestWithinTheAreas() {
        operator("17.71")
                .get(PARKED + "/" + parkedId())
                .then()
                .statusCode(200)
                .body("payload_hidden", equalTo(false))
                .body("event.cause", notNullValue())
                .body("payload", containsString(family.toString()));
        operator("16")
                .get(PARKED + "/" + parkedId())
                .then()
                .statusCode(200)
                .body("payload_hidden", equalTo(true))
                .body("payload", nullValue())
                .body("event.cause", nullValue())
                .body("event.reason", equalTo("TYPE_UNKNOWN"))
                .body("event.topic", equalTo(ThingHappened.TOPIC))
                .body("event.key", equalTo(family.toString()))
                .body("event.offset", notNullValue())
                .body("headers", containsString("ce_type"));
        operator("16")
                .queryParam("key", family.toString())
                .get(PARKED)
                .then()
                .body("items", hasSize(1))
                .body("items[0].cause", nullValue());
        operator("17")
                .queryParam("key", family.toString())
                .get(PARKED)
                .then()
                .body("items[0].cause", notNullValue());
    }

    @Test
    void anEventWithoutAnAreaShowsItsContentToCallersOfTheWholeCountry() throws SQLException {
        UUID other = UUID.randomUUID();
        publish(other, "{\"kpm_id\":\"%s\"}".formatted(other));
        operator("17", "16")
                .get(JOURNAL + other)
                .then()
                .body("items[0].payload_hidden", equalTo(true));
        operator("*").get(JOURNAL + other).then().body("items[0].payload", notNullValue());
        new Rows(dataSource)
                .change(
                        "UPDATE parked_event SET area_codes = NULL WHERE event_key = '"
                                + family
                                + "'");
        operator("17").get(PARKED + "/" + parkedId()).then().body("payload_hidden", equalTo(true));
        operator("*").get(PARKED + "/" + parkedId()).then().body("payload_hidden", equalTo(false));
    }

    @Test
    void anOperatorWithoutAreasStillRedrivesAndDiscards() {
        operator("")
                .body(Map.of("key", family.toString()))
                .post("/api/v1/operations/redrives")
                .then()
                .statusCode(202);
        operator("")
                .body(Map.of("reason", "NIK 1771 0801 0190 0001"))
                .post(PARKED + "/" + parkedId() + "/discard")
                .then()
                .statusCode(422)
                .body("code", equalTo("TEXT_HAS_LONG_NUMBER"));
        await().untilAsserted(
                        () ->
                                operator("")
                                        .body(Map.of("reason", "of a test"))
                                        .post(PARKED + "/" + parkedId() + "/discard")
                                        .then()
                                        .statusCode(200)
                                        .body("payload", nullValue()));
    }

    private long parkedId() {
        return streams.parkedId(family.toString());
    }

    private void publish(UUID key, String payload) throws SQLException {
        new Rows(dataSource)
                .change(
                        "INSERT INTO outbox (shard, topic, event_key, event_id, event_type, sequence,"
                                + " correlation_id, payload) VALUES (0, '"
                                + ThingHappened.TOPIC
                                + "', '"
                                + key
                                + "', gen_random_uuid(), '"
                                + TYPE
                                + "', 1, 'act', convert_to('"
                                + payload
                                + "', 'UTF8'))");
    }

    private static RequestSpecification operator(String... areas) {
        return Caller.named("operator", "OPERATIONS", areas)
                .request()
                .contentType(ContentType.JSON);
    }
}
