package id.pkh.registry.dci;

import static id.pkh.registry.dci.DciClient.SCOPES;
import static id.pkh.registry.dci.DciClient.byNumber;
import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.localstack.TestTokens;
import id.pkh.platform.edge.RefusalForm;
import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.dci.DciClient.Got;
import id.pkh.registry.support.TestPeople;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever refuses below /dci, and for whatever reason: the refusal has the standard's form. */
@QuarkusTest
class DciRefusalsComponentTest extends RegistryComponentTest {

    private static final List<String> OPERATIONS =
            List.of(
                    "search",
                    "sync/search",
                    "txn/status",
                    "sync/txn/status",
                    "subscribe",
                    "unsubscribe",
                    "sync/enrolled",
                    "sync/enrollment/updates");
    private static final DciClient SOCIAL = DciClient.of("social", SCOPES);

    @Inject RefusalForm edge;

    @Test
    void everyOperationOfTheDocumentsIsTried() {
        assertThat(OPERATIONS.stream().map(each -> "/registry/" + each))
                .containsExactlyInAnyOrderElementsOf(DciDocument.IBR.operations())
                .containsAll(DciDocument.SOCIAL.operations());
    }

    private static String valid() {
        return SOCIAL.envelope(
                "search",
                1,
                DciClient.search(
                        DciClient.request(
                                "ref-1", byNumber("UIN", TestPeople.woman("1985-03-02")))));
    }

    private static void refused(Got got, int status, String code) {
        assertThat(got.status()).as(got.text()).isEqualTo(status);
        assertThat(got.error()).isEqualTo(code);
        assertThat(got.at("/message/ack_status")).isEqualTo("ERR");
        assertThat(got.at("/errors/0/code")).isEqualTo(code);
        assertThat(got.response().headers().firstValue("Content-Type"))
                .get()
                .asString()
                .startsWith("application/json");
    }

    private static List<String> otherRoles() {
        return Stream.of(Roles.class.getFields())
                .map(Field::getName)
                .filter(role -> !role.equals(Roles.EXTERNAL_SYSTEM))
                .toList();
    }

    @Test
    void withoutAValidTokenEveryOperationIsRefused() {
        String other = TestTokens.withClaims(otherRoles(), Map.of("scope", "\"" + SCOPES + "\""));
        for (String operation : OPERATIONS) {
            refused(
                    DciClient.withToken("social", null).sendWrong(operation, valid()),
                    401,
                    "err.request.unauthorized");
            refused(
                    DciClient.withToken("social", "no.token.atall").sendWrong(operation, valid()),
                    401,
                    "err.request.unauthorized");
            refused(
                    DciClient.withToken("social", other).sendWrong(operation, valid()),
                    403,
                    "err.request.forbidden");
            refused(
                    DciClient.of("social", "dci.ibr families.look-up")
                            .sendWrong(operation, valid()),
                    403,
                    "err.request.forbidden");
        }
        refused(
                DciClient.of("social", "dci.social").sendWrong("sync/search", valid()),
                403,
                "err.request.forbidden");
        refused(
                DciClient.of("ibr", "dci.social families.look-up")
                        .sendWrong("sync/search", valid()),
                403,
                "err.request.forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "{} {}", "{\"a\":1,\"a\":2}"})
    void whatIsNoObjectIsRefused(String body) {
        for (String operation : OPERATIONS.subList(0, 6)) {
            refused(SOCIAL.sendWrong(operation, body), 400, "err.request.bad");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "header":                       | "no_header":                     | err.request.bad
                    "message":                      | "no_message":                    | err.request.bad
                    "message_id": "                 | "message_id": 5, "x": "          | err.request.bad
                    "message_ts": "                 | "message_ts": "x                 | err.request.bad
                    "action": "search"              | "action": "find"                 | err.request.bad
                    "action": "search"              | "no_action": "search"            | err.request.bad
                    "total_count": 1                | "total_count": 2                 | err.request.bad
                    "total_count": 1                | "total_count": "1"               | err.request.bad
                    "total_count": 1                | "total_count": 0                 | err.request.bad
                    "total_count": 1                | "no_total": 1                    | err.request.bad
                    "version": "1.0.0"              | "version": "2.0.0"               | err.version.not_supported
                    "version": "1.0.0"              | "is_msg_encrypted": true         | err.encryption.invalid
                    "version": "1.0.0"              | "is_msg_encrypted": "no"         | err.request.bad
                    "receiver_id": "pkh-registry"   | "receiver_id": "another"         | err.receiver_id.invalid
                    "sender_id": "test-client"      | "sender_id": "spmis.example.org" | err.sender_id.invalid
                    "sender_id": "test-client"      | "sender_id": "nobody"            | err.sender_id.invalid
                    "transaction_id": "             | "no_transaction": "              | err.request.bad
                    "search_request": [             | "search_request": {}, "x": [     | err.request.bad
                    "reference_id": "ref-1"         | "reference_id": "a\\u0000" | err.request.bad
                    "reference_id": "ref-1"         | "reference_id": "a\\ud800" | err.request.bad
                    "reference_id": "ref-1"         | "reference_id": 1                | err.request.bad
                    "timestamp": "2026-11-30T17:20:07+07:00" | "timestamp": "not-a-timestamp" | err.request.bad
                    "timestamp": "2026-11-30T17:20:07+07:00" | "timestamp": "2026-11-30T17:20:07" | err.request.bad
                    "timestamp": "2026-11-30T17:20:07+07:00" | "timestamp": "2026-02-30T17:20:07Z" | err.request.bad
                    "locale": "eng"                 | "locale": "en"                   | err.request.bad
                    "locale": "eng"                 | "locale": "ENG"                  | err.request.bad
                    "locale": "eng"                 | "pagination": {"page_size": 0}   | err.request.bad
                    "locale": "eng"                 | "pagination": {"page_size": 9, "page_number": 0} | err.request.bad
                    "locale": "eng"                 | "pagination": {"page_size": -1}  | err.request.bad
                    "query_type": "idtype-value"    | "query_type": "graphql"          | err.request.bad
                    "query":                        | "no_query":                      | err.request.bad
                    "search_criteria":              | "no_criteria":                   | err.request.bad
                    """)
    void aMessageThatIsWrongInOnePlaceIsRefused(String right, String wrong, String code) {
        String body = valid();
        assertThat(body).contains(right);
        int status = code.equals("err.sender_id.invalid") ? 403 : 400;
        for (String operation : List.of("search", "sync/search")) {
            refused(SOCIAL.sendWrong(operation, body.replace(right, wrong)), status, code);
        }
    }

    @Test
    void idsHaveTheLengthOfTheStandard() {
        String search =
                DciClient.searchIn(
                        "x".repeat(99), DciClient.request("r".repeat(99), byNumber("UIN", "1")));
        assertThat(SOCIAL.send("sync/search", SOCIAL.envelope("search", 1, search)).status())
                .isEqualTo(200);
        for (String more : List.of("x".repeat(99), "r".repeat(99))) {
            refused(
                    SOCIAL.sendWrong(
                            "sync/search",
                            SOCIAL.envelope("search", 1, search.replace(more, more + "x"))),
                    400,
                    "err.request.bad");
        }
    }

    @Test
    void aMessageOfAnotherTimeIsRefused() {
        Instant now = Instant.now();
        for (Instant at : List.of(now.minus(Duration.ofDays(8)), now.plus(Duration.ofMinutes(6)))) {
            Got got =
                    SOCIAL.sendWrong(
                            "sync/search",
                            valid().replaceFirst(
                                            "\"message_ts\": \"[^\"]+", "\"message_ts\": \"" + at));
            refused(got, 400, "err.request.bad");
            assertThat(got.at("/message/error/message")).startsWith("rjct.message_ts.invalid");
        }
    }

    @Test
    void aStatusIsAskedForInTheFormOfTheDocument() {
        String asked =
                """
                {"transaction_id": "t", "txnstatus_request": {"reference_id": "r", "txn_type": "search",
                 "attribute_type": "transaction_id", "attribute_value": "t"}}""";
        for (String wrong :
                List.of(
                        asked.replace("\"txn_type\": \"search\"", "\"txn_type\": \"birth\""),
                        asked.replace("\"attribute_type\"", "\"no_type\""),
                        asked.replace("\"attribute_value\": \"t\"", "\"attribute_value\": 5"),
                        asked.replace(
                                "\"attribute_type\": \"transaction_id\"",
                                "\"attribute_type\": \"reference_id_list\""))) {
            assertThat(wrong).isNotEqualTo(asked);
            for (String operation : List.of("txn/status", "sync/txn/status")) {
                refused(
                        SOCIAL.sendWrong(operation, SOCIAL.envelope("txn-status", 1, wrong)),
                        400,
                        "err.request.bad");
            }
        }
    }

    @Test
    void whatIsAskedForInAnotherWayIsRefusedInTheSameForm() {
        DciDocument document = SOCIAL.document();
        Got unknown = SOCIAL.sendWrong("on-search", valid());
        refused(unknown, 404, "err.request.not_found");
        refused(
                DciClient.of("crvs", SCOPES).post("search", valid(), "application/json"),
                404,
                "err.request.not_found");
        Got read =
                SOCIAL.sent(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                "http://localhost:%d/dci/social/registry/search"
                                                        .formatted(RestAssured.port)))
                                .GET());
        refused(read, 405, "err.request.bad");
        for (String type : new String[] {null, "text/plain", "multipart/form-data; boundary=x"}) {
            Got other = SOCIAL.post("search", valid(), type);
            refused(other, 415, "err.request.bad");
            document.fitsRefusal(other.text());
        }
        refused(
                SOCIAL.sendWrong("search", valid().replace("eng", "e".repeat(3_000_000))),
                413,
                "err.request.bad");
    }

    @Test
    void theEdgeRefusesInTheSameForm() {
        RefusalForm.Content below =
                edge.of(429, "TOO_MANY_REQUESTS", Map.of(), "/dci/social/registry/search", "id");
        SOCIAL.document().fitsRefusal(below.body());
        assertThat(below.body()).contains("err.request.too_many_requests");
        assertThat(below.type()).isEqualTo("application/json");
        assertThat(edge.of(429, "TOO_MANY_REQUESTS", Map.of(), "/api/v1/kpm", "id").type())
                .isEqualTo("application/problem+json");
    }

    @Test
    void anAnswerGoesOnlyToARegisteredHost() {
        for (String url :
                List.of(
                        "https://spmis.example.com/on-search",
                        "http://spmis.example.org/on-search",
                        "https://10.0.0.1/on-search",
                        "https://localhost@evil.example/on-search",
                        "ftp://localhost/on-search",
                        "no address")) {
            String header = SOCIAL.header("search", 1, ", \"sender_uri\": \"" + url + "\"");
            String body =
                    DciClient.envelope(
                            header, DciClient.search(DciClient.request("r", byNumber("UIN", "1"))));
            refused(SOCIAL.sendWrong("search", body), 400, "err.sender_uri.invalid");
        }
    }
}
