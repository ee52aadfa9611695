package id.pkh.registry.dci;

import static id.pkh.registry.dci.DciClient.SCOPES;
import static id.pkh.registry.dci.DciClient.byNumber;
import static id.pkh.registry.dci.DciClient.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.dci.DciClient.Got;
import id.pkh.registry.support.TestPeople;
import id.pkh.registry.webhook.Receiver;
import id.pkh.testsupport.metrics.ExposedMetrics;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are sent to the address of the sender, and what becomes of messages. */
@QuarkusTest
class DciAsyncComponentTest extends RegistryComponentTest {

    private static final DciClient SOCIAL = DciClient.of("social", SCOPES);
    private static final DciClient IBR = DciClient.of("ibr", SCOPES);

    @Inject SendAnswers sendAnswers;

    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    private String envelope(DciClient client, String action, String message) {
        return DciClient.envelope(
                client.header(action, 1, ", \"sender_uri\": \"" + receiver.url() + "\""), message);
    }

    private static String nobody() {
        return request("ref-1", byNumber("UIN", TestPeople.woman("1985-03-02")));
    }

    private static String status(String attribute, String value) {
        return """
               {"transaction_id": "%s", "txnstatus_request": {"reference_id": "%s", "txn_type": "search",
                "attribute_type": "%s", "attribute_value": %s}}"""
                .formatted(UUID.randomUUID(), "status-1", attribute, value);
    }

    private static JsonNode itemOf(DciClient client, String attribute, String value) {
        return client.send(
                        "sync/txn/status",
                        client.envelope("txn-status", 1, status(attribute, value)))
                .json()
                .at("/message/txnstatus_response/txn_status/search_response/0");
    }

    /** Sends what is due at a time, of every test of this class. */
    private void rounds(Instant now) {
        while (sendAnswers.round(now) > 0) {
            // the next ones
        }
    }

    private static JsonNode json(String text) {
        try {
            return DciClient.JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(text, e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"social", "ibr"})
    void aSearchIsAcknowledgedAndItsAnswerIsSent(String registry) {
        DciClient client = DciClient.of(registry, SCOPES);
        UUID kpm = importedFamily();
        String criteria = byNumber("KPM_ID", kpm.toString());
        String transaction = UUID.randomUUID().toString();
        Got ack =
                client.send(
                        "search",
                        envelope(
                                client,
                                "search",
                                DciClient.searchIn(transaction, request("ref-1", criteria))));
        assertThat(ack.at("/message/ack_status")).isEqualTo("ACK");
        String correlation = ack.at("/message/correlation_id");
        assertThat(
                        itemOf(client, "transaction_id", "\"" + transaction + "\"")
                                .path("status")
                                .asText())
                .isEqualTo("pdng");

        rounds(Instant.now());

        assertThat(receiver.received()).hasSize(1);
        Receiver.Received sent = receiver.received().get(0);
        assertThat(sent.type()).isEqualTo("application/json");
        client.document().fitsRequest("/registry/on-search", sent.body());
        JsonNode answer = json(sent.body());
        assertThat(answer.at("/header/action").asText()).isEqualTo("on-search");
        assertThat(answer.at("/message/transaction_id").asText()).isEqualTo(transaction);
        assertThat(answer.at("/message/correlation_id").asText()).isEqualTo(correlation);
        assertThat(answer.at("/message/search_response/0/reference_id").asText())
                .isEqualTo("ref-1");
        assertThat(answer.at("/message/search_response/0/data/reg_records")).hasSize(1);
        for (JsonNode item :
                List.of(
                        itemOf(client, "transaction_id", "\"" + transaction + "\""),
                        itemOf(client, "correlation_id", "\"" + correlation + "\""))) {
            assertThat(item.path("status").asText()).isEqualTo("succ");
            assertThat(item.path("reference_id").asText()).isEqualTo("ref-1");
            assertThat(item.has("data")).isFalse();
        }
    }

    @Test
    void aStatusIsSentToo() {
        Got ack =
                SOCIAL.send(
                        "txn/status",
                        envelope(SOCIAL, "txn-status", status("transaction_id", "\"unknown\"")));
        rounds(Instant.now());

        String sent = receiver.received().get(0).body();
        SOCIAL.document().fitsRequest("/registry/txn/on-status", sent);
        JsonNode answer = json(sent);
        assertThat(answer.at("/header/action").asText()).isEqualTo("txn-on-status");
        assertThat(answer.at("/message/correlation_id").asText())
                .isEqualTo(ack.at("/message/correlation_id"));
        assertThat(
                        answer.at(
                                        "/message/txnstatus_response/txn_status/search_response/0/status_reason_code")
                                .asText())
                .isEqualTo("rjct.reference_id.invalid");
    }

    @Test
    void theStatusOfSomeRequestsIsThatOfTheseAlone() {
        String one = UUID.randomUUID().toString();
        String two = UUID.randomUUID().toString();
        String criteria = byNumber("UIN", "1");
        SOCIAL.send(
                "sync/search",
                SOCIAL.envelope(
                        "search",
                        2,
                        DciClient.search(request(one, criteria), request(two, criteria))));
        String asked = status("reference_id_list", "[\"%s\", \"other\"]".formatted(two));
        JsonNode items =
                SOCIAL.send("sync/txn/status", SOCIAL.envelope("txn-status", 1, asked))
                        .json()
                        .at("/message/txnstatus_response/txn_status/search_response");
        assertThat(items).hasSize(1);
        assertThat(items.at("/0/reference_id").asText()).isEqualTo(two);
        // another registry is another transaction
        assertThat(itemOf(IBR, "reference_id_list", "[\"" + two + "\"]").path("status").asText())
                .isEqualTo("rjct");
    }

    @Test
    void anAnswerThatIsNotTakenComesAgainAndIsGivenUpInTheEnd() {
        receiver.answers(Receiver.status(503));
        String transaction = UUID.randomUUID().toString();
        String message = DciClient.searchIn(transaction, nobody());
        SOCIAL.send("search", envelope(SOCIAL, "search", message));
        Instant now = Instant.now();
        rounds(now);
        rounds(now.plusSeconds(4));
        assertThat(receiver.received()).hasSize(1);
        receiver.answers(Receiver.status(200));
        rounds(now.plusSeconds(10));
        assertThat(receiver.received()).hasSize(2);
        Set<String> bodies = new TreeSet<>();
        receiver.received().forEach(each -> bodies.add(each.body()));
        assertThat(bodies).as("the same answer").hasSize(1);

        double before = givenUp();
        receiver.answers(Receiver.status(500));
        String lost = UUID.randomUUID().toString();
        SOCIAL.send("search", envelope(SOCIAL, "search", DciClient.searchIn(lost, nobody())));
        for (int attempt = 0; attempt < 12; attempt++) {
            now = now.plus(Duration.ofDays(2));
            rounds(now);
        }
        assertThat(receiver.received()).hasSize(2 + 10);
        // what other tests left behind may be among them
        assertThat(givenUp()).isGreaterThan(before);
        JsonNode item = itemOf(SOCIAL, "transaction_id", "\"" + lost + "\"");
        assertThat(item.path("status").asText()).isEqualTo("succ");
        assertThat(item.path("status_reason_message").asText()).contains("could not be delivered");
    }

    private static double givenUp() {
        return ExposedMetrics.value("dci_answers_given_up_total");
    }

    @Test
    void theSameMessageIsAnsweredTheSameAndAnotherUnderItsIdIsRefused() {
        String body = SOCIAL.envelope("search", 1, DciClient.search(nobody()));
        Got first = SOCIAL.send("sync/search", body);
        assertThat(SOCIAL.send("sync/search", body).text()).isEqualTo(first.text());
        Got other = SOCIAL.sendWrong("sync/search", body.replace("ref-1", "ref-2"));
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.at("/message/error/message")).startsWith("rjct.message_id.duplicate");
        assertThat(SOCIAL.sendWrong("search", body).status()).isEqualTo(400);

        String later = envelope(SOCIAL, "search", DciClient.search(nobody()));
        Got ack = SOCIAL.send("search", later);
        rounds(Instant.now());
        assertThat(SOCIAL.send("search", later).text()).isEqualTo(ack.text());
        rounds(Instant.now());
        assertThat(receiver.received()).as("sent once").hasSize(1);
    }

    @Test
    void withoutAnAddressTheAnswerGoesWhereTheSenderIsKnown() {
        Got ack = SOCIAL.send("search", SOCIAL.envelope("search", 1, DciClient.search(nobody())));
        assertThat(
                        tables.text(
                                "SELECT callback_url FROM dci_message WHERE correlation_id = ?",
                                ack.at("/message/correlation_id")))
                .isEqualTo("http://localhost:1/registry/on-search");
    }

    @Test
    void whatIsPastItsTimeIsForgotten() {
        String transaction = UUID.randomUUID().toString();
        SOCIAL.send(
                "sync/search",
                SOCIAL.envelope("search", 1, DciClient.searchIn(transaction, nobody())));
        tables.execute(
                "UPDATE dci_message SET received_at = received_at - INTERVAL '8 days'"
                        + " WHERE transaction_id = ?",
                transaction);
        sendAnswers.forget();
        assertThat(
                        itemOf(SOCIAL, "transaction_id", "\"" + transaction + "\"")
                                .path("status")
                                .asText())
                .isEqualTo("rjct");
    }

    @Test
    void anAnswerIsStoredEncrypted() {
        UUID kpm = importedFamily();
        Got got = SOCIAL.searchNow(byNumber("KPM_ID", kpm.toString()));
        String stored =
                tables.text(
                        "SELECT encode(answer_cipher, 'escape') || results FROM dci_message"
                                + " WHERE correlation_id = ?",
                        got.at("/message/correlation_id"));
        assertThat(stored).doesNotContain(kpm.toString()).doesNotContain("reg_records");
    }
}
