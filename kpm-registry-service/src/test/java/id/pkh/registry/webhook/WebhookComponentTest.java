package id.pkh.registry.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.feed.FeedRows;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.time.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class WebhookComponentTest extends RegistryComponentTest {

    private static final String TYPE = EventCatalogue.COMMITMENT_ASSESSED.type();
    private static final String OTHER_TYPE = EventCatalogue.QUARTER_CLOSED.type();
    private static final String VILLAGE = "17.71.08.1001";
    private static final Caller SYSTEM = system("system-a", "17.71.08");
    private static final Caller OFFICER = Caller.officer();

    /** Later than any attempt that another test has planned. */
    private static Instant now = Instant.parse("2027-03-01T03:00:00Z");

    @Inject FeedRows feed;
    @Inject Rounds rounds;
    @Inject DeliverWebhooks deliverWebhooks;

    private final Receiver receiver = new Receiver();

    private static Caller system(String name, String... areas) {
        return Caller.named(name, Roles.EXTERNAL_SYSTEM, areas);
    }

    /** Only the subscriptions of a test are served. */
    @BeforeEach
    void nothingElseIsActive() {
        tables.execute(
                "UPDATE webhook SET state = 'WITHDRAWN', state_reason = NULL"
                        + " WHERE state <> 'WITHDRAWN'");
        later(Duration.ofDays(10));
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    private static void later(Duration duration) {
        now = now.plus(duration);
    }

    private static Map<String, Object> wanted(String url) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("url", url);
        wanted.put("event_types", List.of(TYPE));
        wanted.put("area_code", "17.71.08");
        return wanted;
    }

    private static String created(Caller owner, Map<String, Object> wanted) {
        return owner.post("/webhooks", wanted).statusCode(201).extract().path("webhook.webhook_id");
    }

    private String active(Map<String, Object> wanted) {
        String id = created(SYSTEM, wanted);
        approve(id);
        return id;
    }

    /** The clock of the operations is the real one, and that of deliveries is of the test. */
    private void approve(String id) {
        OFFICER.post("/webhooks/" + id + "/approval")
                .statusCode(200)
                .body("state", equalTo("ACTIVE"))
                .body("approved_by", equalTo("officer-1"));
    }

    private String active() {
        return active(wanted(receiver.url()));
    }

    @Test
    void eventsAreDeliveredInTheirOrderAndNothingElse() {
        feed.add(TYPE, VILLAGE, 3); // before the approval
        String id = active();
        List<String> expected = new ArrayList<>(feed.add(TYPE, VILLAGE, 40));
        feed.add(OTHER_TYPE, VILLAGE, 3);
        feed.add(TYPE, "17.71.09.1001", 3);
        feed.add(TYPE, null, 3);
        expected.addAll(feed.add(TYPE, "17.71.08.1002", 4));

        rounds.rounds(now);
        rounds.rounds(now);

        assertThat(receiver.ids()).isEqualTo(expected);
        assertThat(receiver.mostAtOnce()).isEqualTo(1);
        assertThat(receiver.received().get(0).type()).startsWith("application/cloudevents+json");
        assertThat(receiver.received().get(0).body())
                .isEqualTo("{\"id\":\"" + expected.get(0) + "\"}");
        SYSTEM.get("/webhooks/" + id)
                .body("positions_left", equalTo(0))
                .body("delivered_events", equalTo(44));
        SYSTEM.get("/webhooks/" + id + "/attempts")
                .body("items.size()", equalTo(1))
                .body("items[0].events", equalTo(44))
                .body("items[0].outcome", equalTo("DELIVERED"));
        feed.add(TYPE, VILLAGE, 1);
        rounds.rounds(now.plusSeconds(30));
        feed.add(TYPE, VILLAGE, 2);
        rounds.rounds(now.plusSeconds(90));
        SYSTEM.get("/webhooks/" + id + "/attempts")
                .body("items.events", equalTo(List.of(2, 45)))
                .body("items[0].last_position", equalTo((int) feed.head()));
    }

    @Test
    void whoTakesSeveralEventsTogetherGetsBatches() {
        Map<String, Object> wanted = wanted(receiver.url());
        wanted.put("batch_events", 10);
        active(wanted);
        List<String> expected = feed.add(TYPE, VILLAGE, 25);

        rounds.rounds(now);

        assertThat(receiver.ids())
                .containsExactly(
                        expected.get(0) + "-10", expected.get(10) + "-10", expected.get(20) + "-5");
        assertThat(receiver.received().get(2).type())
                .startsWith("application/cloudevents-batch+json");
        assertThat(receiver.received().get(2).body())
                .startsWith("[{\"id\":\"" + expected.get(20))
                .endsWith("\"}]");
    }

    @Test
    void aRequestIsSignedWithTheSecretThatWasShownOnceAndForAWhileWithBoth() {
        var answer = SYSTEM.post("/webhooks", wanted(receiver.url())).statusCode(201).extract();
        String id = answer.path("webhook.webhook_id");
        WebhookSecret first = new WebhookSecret(answer.path("secret"));
        approve(id);
        tables.execute(
                "UPDATE webhook SET former_secret_until = NULL WHERE webhook_id = ?::uuid", id);
        WebhookSecret second =
                new WebhookSecret(
                        SYSTEM.post("/webhooks/" + id + "/secrets")
                                .statusCode(200)
                                .extract()
                                .path("secret"));
        tables.execute(
                "UPDATE webhook SET former_secret_until = '2100-01-01' WHERE webhook_id = ?::uuid",
                id);
        feed.add(TYPE, VILLAGE, 1);
        rounds.rounds(now);
        tables.execute(
                "UPDATE webhook SET former_secret_until = '2026-01-01' WHERE webhook_id = ?::uuid",
                id);
        feed.add(TYPE, VILLAGE, 1);
        rounds.rounds(now);

        Receiver.Received both = receiver.received().get(0);
        assertThat(both.signature())
                .isEqualTo(signature(second, both) + " " + signature(first, both));
        Receiver.Received one = receiver.received().get(1);
        assertThat(one.signature()).isEqualTo(signature(second, one));
        assertThat(SYSTEM.get("/webhooks/" + id).extract().asString())
                .doesNotContain(second.text())
                .doesNotContain("whsec");
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM webhook WHERE position('whsec' in"
                                        + " encode(secret_cipher, 'escape')) > 0"))
                .isZero();
    }

    private static String signature(WebhookSecret secret, Receiver.Received request) {
        return secret.signature(request.id(), Long.parseLong(request.timestamp()), request.body());
    }

    @Test
    void aReceiverThatIsDownForADayGetsEverythingInOrderWhenItIsBack() {
        String id = active();
        receiver.answers(Receiver.status(500));
        List<String> expected = feed.add(TYPE, VILLAGE, 5);
        Instant end = now.plus(Duration.ofHours(24));
        while (now.isBefore(end)) {
            rounds.rounds(now);
            later(Duration.ofMinutes(10));
        }
        int failures = SYSTEM.get("/webhooks/" + id).extract().path("failures");
        assertThat(failures).isEqualTo(7); // after the first: 5 s, 5 min, 30 min, 2 h, 5 h and 10 h
        assertThat(receiver.ids()).containsOnly(expected.get(0)).hasSize(7);

        receiver.answers(Receiver.status(200));
        later(Duration.ofHours(16));
        rounds.rounds(now);

        assertThat(receiver.ids().subList(7, 12)).isEqualTo(expected);
        SYSTEM.get("/webhooks/" + id).body("failures", equalTo(0)).body("state", equalTo("ACTIVE"));
    }

    @Test
    void afterTheLastAttemptItIsDisabledVisiblyAndResumedWhereItStopped() {
        String id = active();
        receiver.answers(Receiver.status(404));
        List<String> expected = feed.add(TYPE, VILLAGE, 2);
        for (int attempt = 1; attempt <= 12; attempt++) {
            rounds.rounds(now);
            later(Duration.ofHours(30));
        }
        assertThat(receiver.ids()).hasSize(10);
        SYSTEM.get("/webhooks/" + id)
                .body("state", equalTo("DISABLED"))
                .body("state_reason", equalTo("FAILING"))
                .body("state_by", nullValue());
        OFFICER.get("/webhooks?state=DISABLED").body("items.webhook_id", hasItem(id));
        assertThat(SYSTEM.read("/webhooks/" + id + "/attempts").getList("items.outcome"))
                .containsOnly("REFUSED")
                .hasSize(10);

        receiver.answers(Receiver.status(200));
        SYSTEM.post("/webhooks/" + id + "/resumption").statusCode(200);
        rounds.rounds(now);
        assertThat(receiver.ids().subList(10, 12)).isEqualTo(expected);
    }

    @Test
    void gone410DisablesAtOnce() {
        String id = active();
        receiver.answers(Receiver.status(410));
        feed.add(TYPE, VILLAGE, 2);
        rounds.rounds(now);
        later(Duration.ofDays(1));
        rounds.rounds(now);

        assertThat(receiver.ids()).hasSize(1);
        SYSTEM.get("/webhooks/" + id)
                .body("state", equalTo("DISABLED"))
                .body("state_reason", equalTo("GONE"));
    }

    @Test
    void retryAfterIsHonoured() {
        active();
        receiver.answers(Receiver.status(429, "Retry-After", "3600"));
        feed.add(TYPE, VILLAGE, 1);
        rounds.rounds(now);
        later(Duration.ofMinutes(59));
        rounds.rounds(now);
        assertThat(receiver.ids()).hasSize(1);

        later(Duration.ofMinutes(2));
        rounds.rounds(now);
        assertThat(receiver.ids()).hasSize(2);
    }

    @Test
    void twoProcessesNeverSendToOneReceiverAtTheSameTimeAndSendNothingTwice() throws Exception {
        receiver.answers(
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(200, -1);
                });
        active();
        List<String> expected = feed.add(TYPE, VILLAGE, 150);
        ExecutorService processes = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                running.add(
                        processes.submit(
                                () -> {
                                    for (int round = 0; round < 20; round++) {
                                        rounds.round(now);
                                    }
                                }));
            }
            for (Future<?> each : running) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            processes.shutdownNow();
        }
        rounds.rounds(now);

        assertThat(receiver.ids()).isEqualTo(expected);
        assertThat(receiver.mostAtOnce()).isEqualTo(1);
    }

    @Test
    void aProcessThatDiedIsReplacedWhenItsLeaseEndsAndWhatItWritesLateHasNoEffect() {
        String id = active();
        feed.add(TYPE, VILLAGE, 1);
        tables.execute(
                "UPDATE webhook SET lease = gen_random_uuid(), leased_until = ?::timestamptz"
                        + " WHERE webhook_id = ?::uuid",
                now.plus(Duration.ofMinutes(5)).toString(),
                id);
        rounds.rounds(now);
        assertThat(receiver.ids()).isEmpty();

        later(Duration.ofMinutes(6));
        rounds.rounds(now);
        assertThat(receiver.ids()).hasSize(1);
    }

    @Test
    void aDeadReceiverHoldsUpNobody() {
        try (Receiver dead = new Receiver()) {
            String url = dead.url();
            dead.close();
            active(wanted(url));
            active();
            List<String> expected = feed.add(TYPE, VILLAGE, 10);
            rounds.rounds(now);
            assertThat(receiver.ids()).isEqualTo(expected);
        }
    }

    /** Two workers, of which the silent receiver keeps one. */
    @Test
    void whileAReceiverIsSilentTheWorkersOfAnInstanceServeTheOthers() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        List<Receiver> others = new ArrayList<>();
        DeliveryLoop loop = new DeliveryLoop(deliverWebhooks, clockFrom(now), true, 2);
        try {
            receiver.answers(exchange -> awaitEnd(end));
            active();
            for (int i = 0; i < 9; i++) {
                others.add(new Receiver());
                active(wanted(others.get(i).url()));
            }
            List<String> expected = feed.add(TYPE, VILLAGE, 30);
            loop.start(null);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () ->
                                    assertThat(others)
                                            .allSatisfy(
                                                    other ->
                                                            assertThat(other.ids())
                                                                    .isEqualTo(expected)));
            assertThat(receiver.ids()).allSatisfy(id -> assertThat(id).isEqualTo(expected.get(0)));
        } finally {
            end.countDown();
            loop.stop(null);
            others.forEach(Receiver::close);
        }
    }

    private static MovableClock clockFrom(Instant instant) {
        MovableClock clock = new MovableClock();
        clock.setTo(instant);
        return clock;
    }

    private static void awaitEnd(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theOwnerPausesResumesAndHasEventsSentAgain() {
        String id = active();
        List<String> events = feed.add(TYPE, VILLAGE, 3);
        rounds.rounds(now);
        SYSTEM.post("/webhooks/" + id + "/pause").statusCode(200).body("state", equalTo("PAUSED"));
        List<String> meanwhile = feed.add(TYPE, VILLAGE, 1);
        rounds.rounds(now);
        assertThat(receiver.ids()).hasSize(3);

        SYSTEM.post("/webhooks/" + id + "/resumption").statusCode(200);
        long last = feed.head();
        rounds.rounds(now);
        assertThat(receiver.ids().subList(3, 4)).isEqualTo(meanwhile);

        SYSTEM.post("/webhooks/" + id + "/position", Map.of("after", last - 2)).statusCode(200);
        rounds.rounds(now);
        assertThat(receiver.ids().subList(4, 6)).containsExactly(events.get(2), meanwhile.get(0));
        SYSTEM.post("/webhooks/" + id + "/position", Map.of("after", last + 1_000_000))
                .statusCode(409)
                .body("code", equalTo("WEBHOOK_POSITION_UNKNOWN"));
    }

    @Test
    void theOwnerTriesTheReceiverWithOneEventOrATestEvent() {
        String id = active();
        List<String> events = feed.add(TYPE, VILLAGE, 1);
        Map<String, Object> this1 = Map.of("position", feed.head());
        receiver.answers(Receiver.status(503));
        SYSTEM.post("/webhooks/" + id + "/attempts", this1)
                .statusCode(200)
                .body("kind", equalTo("REQUESTED"))
                .body("message_id", equalTo(events.get(0)))
                .body("outcome", equalTo("BUSY"))
                .body("status", equalTo(503));
        SYSTEM.post("/webhooks/" + id + "/attempts", "{}")
                .statusCode(200)
                .body("kind", equalTo("TEST"))
                .body("first_position", equalTo(0));
        assertThat(receiver.received().get(1).body()).contains(WebhookMessage.TEST_TYPE);
        SYSTEM.get("/webhooks/" + id).body("failures", equalTo(0));
        feed.add(OTHER_TYPE, VILLAGE, 1);
        SYSTEM.post("/webhooks/" + id + "/attempts", Map.of("position", feed.head()))
                .statusCode(409)
                .body("code", equalTo("WEBHOOK_POSITION_UNKNOWN"));
    }

    @Test
    void nothingIsSentBeforeAnotherPersonApprovesNorAfterAWithdrawal() {
        String id = created(SYSTEM, wanted(receiver.url()));
        feed.add(TYPE, VILLAGE, 1);
        rounds.rounds(now);
        SYSTEM.post("/webhooks/" + id + "/attempts", "{}")
                .statusCode(409)
                .body("code", equalTo("WEBHOOK_STATE_DIFFERS"));
        SYSTEM.post("/webhooks/" + id + "/resumption").statusCode(409);
        SYSTEM.post("/webhooks/" + id + "/approval").statusCode(403);
        OFFICER.get("/my-work?limit=500")
                .body("items.href", hasItem("/api/v1/webhooks/" + id + "/approval"));
        approve(id);
        OFFICER.post("/webhooks/" + id + "/approval")
                .statusCode(409)
                .body("code", equalTo("WEBHOOK_STATE_DIFFERS"));
        OFFICER.post("/webhooks/" + id + "/withdrawal").statusCode(200);
        feed.add(TYPE, VILLAGE, 1);
        rounds.rounds(now);
        SYSTEM.post("/webhooks/" + id + "/resumption").statusCode(409);
        SYSTEM.post("/webhooks/" + id + "/secrets").statusCode(409);

        assertThat(receiver.ids()).isEmpty();
    }

    @Test
    void theOwnerCannotApproveItsOwnSubscription() {
        Caller both =
                Caller.named("both-1", List.of(Roles.EXTERNAL_SYSTEM, Roles.MINISTRY_OFFICER), "*");
        String id = created(both, wanted(receiver.url()));
        both.post("/webhooks/" + id + "/approval")
                .statusCode(409)
                .body("code", equalTo("WEBHOOK_SAME_PERSON"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "webhook_two_persons           | approved_by = owner",
                "webhook_approved_by_a_person  | approved_by = NULL",
                "webhook_sends_when_approved   | approved_by = NULL, approved_at = NULL",
                "webhook_waits_unapproved      | state = 'WAITING'",
                "webhook_disabled_for_a_reason | state = 'DISABLED'",
                "webhook_has_types             | event_types = '{}'",
                "webhook_url_form              | url = 'ftp://x'",
                "webhook_former_secret_ends    | former_secret_cipher = secret_cipher"
            })
    void aSubscriptionIsConsistentInTheDatabase(String constraint, String change) {
        String id = active();
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "UPDATE webhook SET "
                                                + change
                                                + " WHERE webhook_id = ?::uuid",
                                        id))
                .hasStackTraceContaining(constraint);
    }

    @Test
    void anotherSystemOrAnOfficerOfAnotherAreaDoesNotSeeIt() {
        String id = active();
        Caller another = system("system-b", "17.71.08");
        for (String path : List.of("", "/attempts")) {
            another.get("/webhooks/" + id + path).statusCode(404);
        }
        for (String act : List.of("pause", "resumption", "secrets", "withdrawal")) {
            another.post("/webhooks/" + id + "/" + act).statusCode(404);
        }
        Caller elsewhere = Caller.named("officer-9", Roles.MINISTRY_OFFICER, "17.71.09");
        elsewhere.post("/webhooks/" + id + "/withdrawal").statusCode(404);
        assertThat(another.read("/webhooks").getList("items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://hooks.example.go.id/x, 422, WEBHOOK_URL_INVALID",
        "https://10.0.0.1/x, 422, WEBHOOK_URL_INVALID",
        "https://[::1]/x, 422, WEBHOOK_URL_INVALID"
    })
    void anAddressThatCannotBeAReceiverIsRefused(String url, int status, String code) {
        SYSTEM.post("/webhooks", wanted(url)).statusCode(status).body("code", equalTo(code));
    }

    @Test
    void whatIsOutsideTheTokenOrNotInTheCatalogueOrThereAlreadyIsRefused() {
        Map<String, Object> wanted = wanted(receiver.url());
        wanted.put("area_code", "17.71.09");
        SYSTEM.post("/webhooks", wanted).statusCode(422).body("code", equalTo("AREA_UNKNOWN"));
        wanted.remove("area_code");
        SYSTEM.post("/webhooks", wanted)
                .statusCode(422)
                .body("code", equalTo("WEBHOOK_AREA_REQUIRED"));
        wanted = wanted(receiver.url());
        wanted.put("event_types", List.of("id.pkh.registry.nothing.v1"));
        SYSTEM.post("/webhooks", wanted)
                .statusCode(422)
                .body("code", equalTo("EVENT_TYPE_UNKNOWN"));
        created(SYSTEM, wanted(receiver.url()));
        SYSTEM.post("/webhooks", wanted(receiver.url()))
                .statusCode(409)
                .body("code", equalTo("WEBHOOK_URL_TAKEN"));
        SYSTEM.get("/webhooks?state=NOWHERE")
                .statusCode(400)
                .body("code", equalTo("WEBHOOK_STATE_UNKNOWN"));
    }

    @Test
    void eventsPastTheirRetentionDisableInsteadOfBeingPassedOver() {
        String id = active();
        feed.add(TYPE, VILLAGE, 3);
        tables.execute("UPDATE feed_head SET dropped_to = position");
        try {
            rounds.rounds(now);
        } finally {
            tables.execute("UPDATE feed_head SET dropped_to = 0");
        }
        SYSTEM.get("/webhooks/" + id)
                .body("state", equalTo("DISABLED"))
                .body("state_reason", equalTo("POSITION_EXPIRED"));
        assertThat(receiver.ids()).isEmpty();
    }
}
