package id.pkh.registry.dci;

import static id.pkh.registry.dci.DciClient.SCOPES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.dci.DciClient.Got;
import id.pkh.registry.feed.FeedRows;
import id.pkh.registry.webhook.Receiver;
import id.pkh.registry.webhook.Rounds;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Subscriptions of the standard, over the delivery of webhooks. */
@QuarkusTest
class DciSubscribeComponentTest extends RegistryComponentTest {

    private static final DciClient SOCIAL = DciClient.of("social", SCOPES);
    private static final DciClient IBR = DciClient.of("ibr", SCOPES);
    private static final String VILLAGE = "17.71.08.1003";
    private static final String FIRST = "/message/subscribe_response/0";

    private static final String EVENT =
            """
            {"specversion": "1.0", "id": "%%s", "time": "2026-11-02T03:00:00Z", "data": {
             "kpm_id": "%s", "village_code": "17.71.08.1003", "status": "CANDIDATE",
             "old_status": "ACTIVE", "new_status": "SUSPENDED", "occurred_on": "2026-11-01"}}""";

    @Inject SendAnswers sendAnswers;
    @Inject FeedRows feed;
    @Inject Rounds rounds;

    private final Receiver receiver = new Receiver();

    /** Only the subscriptions of a test are served. */
    @BeforeEach
    void nothingElseIsActive() {
        tables.execute(
                "UPDATE webhook SET state = 'WITHDRAWN', state_reason = NULL"
                        + " WHERE state <> 'WITHDRAWN'");
        tables.execute(
                "UPDATE dci_message SET state = 'GIVEN_UP' WHERE state = 'PENDING'"
                        + " AND attempts > 0");
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    private static JsonNode json(String text) {
        try {
            return DciClient.JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(text, e);
        }
    }

    private static String subscription(
            String reference, String event, String filter, String record) {
        return """
               {"reference_id": "%s", "timestamp": "2026-11-30T17:20:07+07:00", "subscribe_criteria": {
                "reg_event_type": "%s", "filter": %s, "notify_record_type": "%s"}}"""
                .formatted(reference, event, filter, record);
    }

    private static String location(String code) {
        return "{\"type\": \"location\", \"value\": \"%s\"}".formatted(code);
    }

    /** Sends a message, and returns what the sender gets for it. */
    private JsonNode answered(DciClient client, String action, int total, String message) {
        String uri = "http://localhost:" + receiver.port() + "/registry/on-" + action;
        Got ack =
                client.send(
                        action,
                        DciClient.envelope(
                                client.header(action, total, ", \"sender_uri\": \"" + uri + "\""),
                                message));
        assertThat(ack.at("/message/ack_status")).isEqualTo("ACK");
        int before = receiver.received().size();
        while (sendAnswers.round(Instant.now()) > 0) {
            // the next ones
        }
        String sent = receiver.received().get(before).body();
        client.document().fitsRequest("/registry/on-" + action, sent);
        assertThat(json(sent).at("/message/correlation_id").asText())
                .isEqualTo(ack.at("/message/correlation_id"));
        return json(sent);
    }

    private JsonNode subscribed(DciClient client, String transaction, String... requests) {
        return answered(
                client,
                "subscribe",
                requests.length,
                """
                {"transaction_id": "%s", "subscribe_request": [%s]}"""
                        .formatted(transaction, String.join(", ", requests)));
    }

    private JsonNode unsubscribed(String... codes) {
        return answered(
                SOCIAL,
                "unsubscribe",
                1,
                """
                {"transaction_id": "u", "timestamp": "2026-11-30T17:20:07Z",
                 "subscription_codes": ["%s"]}"""
                        .formatted(String.join("\", \"", codes)));
    }

    private static String statusOf(String transaction) {
        String asked =
                """
                {"transaction_id": "s", "txnstatus_request": {"reference_id": "s", "txn_type": "subscribe",
                 "attribute_type": "transaction_id", "attribute_value": "%s"}}"""
                        .formatted(transaction);
        return SOCIAL.send("sync/txn/status", SOCIAL.envelope("txn-status", 1, asked))
                .at("/message/txnstatus_response/txn_status/search_response/0/status");
    }

    @Test
    void anApprovedSubscriptionIsNotifiedOfTheEventsOfItsAreaUntilItEnds() {
        String transaction = UUID.randomUUID().toString();
        JsonNode answer =
                subscribed(
                        SOCIAL,
                        transaction,
                        subscription(
                                "ref-1",
                                "spdci-common:RegistryEventType:REGISTER",
                                location("17.71.08"),
                                "Group"));
        assertThat(answer.at("/header/action").asText()).isEqualTo("on-subscribe");
        assertThat(answer.at("/header/status").asText()).isEqualTo("pdng");
        assertThat(answer.at(FIRST + "/status").asText()).isEqualTo("pdng");
        String code = answer.at(FIRST + "/subscriptions/0/code").asText();
        assertThat(statusOf(transaction)).isEqualTo("pdng");
        String kpm = UUID.randomUUID().toString();
        feed.add("id.pkh.registry.kpm-registered.v1", VILLAGE, EVENT.formatted(kpm));
        rounds.rounds(Instant.now());
        assertThat(receiver.received()).as("nothing before an officer").hasSize(1);

        Caller.officer().post("/webhooks/" + code + "/approval").statusCode(200);
        assertThat(statusOf(transaction)).isEqualTo("succ");
        feed.add("id.pkh.registry.kpm-status-changed.v1", VILLAGE, EVENT.formatted(kpm));
        feed.add("id.pkh.registry.kpm-registered.v1", "17.71.09.1001", EVENT.formatted(kpm));
        String event = feed.add("id.pkh.registry.kpm-registered.v1", VILLAGE, EVENT.formatted(kpm));
        rounds.rounds(Instant.now());

        assertThat(receiver.received()).hasSize(2);
        String sent = receiver.received().get(1).body();
        SOCIAL.document().fitsRequest("/registry/notify", sent);
        JsonNode notice = json(sent);
        assertThat(notice.at("/header/action").asText()).isEqualTo("notify");
        assertThat(notice.at("/header/message_id").asText()).isEqualTo(event);
        assertThat(notice.at("/message/transaction_id").asText()).isEqualTo(transaction);
        JsonNode data = notice.at("/message/notify_event/0/data");
        assertThat(data.path("reg_event_type").asText()).isEqualTo("REGISTER");
        assertThat(data.at("/reg_records/group_identifier/0/identifier_value").asText())
                .isEqualTo(kpm);
        assertThat(notice.path("signature").asText().split("\\.")).hasSize(3);

        JsonNode ended = unsubscribed(code);
        assertThat(ended.at("/message/status").asText()).isEqualTo("succ");
        assertThat(ended.at("/message/subscription_status/0/code").asText()).isEqualTo(code);
        feed.add("id.pkh.registry.kpm-registered.v1", VILLAGE, EVENT.formatted(kpm));
        rounds.rounds(Instant.now());
        assertThat(receiver.received()).hasSize(3);
        assertThat(unsubscribed(code).at("/message/status_reason_code").asText())
                .isEqualTo("rjct.event.already_unsubscribed");
    }

    @Test
    void aSuspensionIsAChangeOfAnEnrolment() {
        JsonNode answer =
                subscribed(
                        IBR,
                        "t",
                        subscription("r", "enrollement_status_change", location("*"), "Member"));
        String code = answer.at(FIRST + "/subscriptions/0/code").asText();
        Caller.officer().post("/webhooks/" + code + "/approval").statusCode(200);
        feed.add(
                "id.pkh.registry.kpm-status-changed.v1",
                VILLAGE,
                EVENT.formatted(UUID.randomUUID()));
        rounds.rounds(Instant.now());
        String sent = receiver.received().get(1).body();
        IBR.document().fitsRequest("/registry/notify", sent);
        assertThat(
                        json(sent)
                                .at("/message/notify_event/0/data/reg_records/enrolment_status")
                                .asText())
                .isEqualTo("4");
    }

    @Test
    void whatIsNotOfferedIsRejectedForItself() {
        String right = subscription("r-0", "REGISTER", location("17.71.08"), "Group");
        JsonNode answer =
                subscribed(
                        SOCIAL,
                        "t",
                        right,
                        right,
                        subscription("r-2", "REGISTER", location("17.71.08"), "Group"),
                        subscription("r-3", "NewHouseHoldMember", location("17.71.08"), "Group"),
                        subscription("r-4", "REGISTER", location("17.71.08"), "Member"),
                        subscription(
                                "r-5",
                                "REGISTER",
                                "{\"type\": \"UIN\", \"value\": \"1\"}",
                                "Group"),
                        subscription("r-6", "REGISTER", location("99.99"), "Group"),
                        subscription("r-7", "REGISTER", location("17.71.08"), "Group")
                                .replace(
                                        "\"filter\"",
                                        """
                                        "frequency": {"start_time": "2026-11-30T17:20:07Z",
                                         "end_time": "2026-12-30T17:20:07Z", "frequency": "0 0 0 * * ?"}, "filter\""""));
        assertThat(answer.at("/message/subscribe_response/2/subscriptions/0/code").asText())
                .as("the code of the one that is there already")
                .isEqualTo(answer.at(FIRST + "/subscriptions/0/code").asText());
        assertThat(answer.at("/message/subscribe_response").findValuesAsText("status_reason_code"))
                .isEqualTo(
                        List.of(
                                "rjct.reference_id.duplicate",
                                "rjct.event.already_subscribed",
                                "rjct.notify_types.invalid",
                                "rjct.notify_details.invalid",
                                "rjct.notify_details.invalid",
                                "rjct.notify_details.invalid",
                                "rjct.notify_details.invalid"));
    }

    @Test
    void theAreaOfTheTokenLimitsASubscription() {
        DciClient local = DciClient.of("social", SCOPES, "17.71.09");
        for (String area : List.of("17.71.08", "*")) {
            assertThat(
                            subscribed(
                                            local,
                                            "t",
                                            subscription("r", "REGISTER", location(area), "Group"))
                                    .at(FIRST + "/status_reason_code")
                                    .asText())
                    .isEqualTo("rjct.notify_details.invalid");
        }
    }

    @Test
    void onlyOwnCodesEnd() {
        String others =
                Caller.named("system-other", "EXTERNAL_SYSTEM", "*")
                        .post(
                                "/webhooks",
                                Map.of(
                                        "url", receiver.url(),
                                        "event_types",
                                                List.of("id.pkh.registry.kpm-registered.v1")))
                        .statusCode(201)
                        .extract()
                        .path("webhook.webhook_id");
        for (String code : List.of(others, UUID.randomUUID().toString(), "s".repeat(99))) {
            JsonNode answer = unsubscribed(code);
            assertThat(answer.at("/message/status").asText()).isEqualTo("rjct");
            assertThat(answer.at("/message/status_reason_code").asText())
                    .isEqualTo("rjct.subscription_code.invalid");
        }
        assertThat(
                        SOCIAL.sendWrong(
                                        "unsubscribe",
                                        SOCIAL.envelope(
                                                "unsubscribe",
                                                1,
                                                """
                                                {"transaction_id": "u", "timestamp": "2026-11-30T17:20:07Z",
                                                 "subscription_codes": ["%s"]}"""
                                                        .formatted("s".repeat(100))))
                                .status())
                .isEqualTo(400);
    }
}
