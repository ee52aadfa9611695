package id.pkh.platform.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.testsupport.metrics.ExposedMetrics;
import id.pkh.testsupport.rest.ManagementPort;
import id.pkh.testsupport.rest.TricklingClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * One caller has 20 requests an hour and three at a time, an address without a token five and two.
 */
@QuarkusTest
@WithTestResource(Tokens.class)
class CallerGateComponentTest {

    private static final String POLICY =
            "\"requests\";q=20;w=3600, \"concurrent\";q=3;qu=\"concurrent-requests\"";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TestHTTPResource("/")
    URI application;

    @Test
    void every_response_states_the_limits_and_what_is_left_of_them() {
        Response first = with("teller").get("/try/closed");
        Response second = with("teller").get("/try/closed");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.header("RateLimit-Policy")).isEqualTo(POLICY);
        assertThat(first.header("RateLimit")).startsWith("\"requests\";r=19;t=");
        assertThat(second.header("RateLimit")).startsWith("\"requests\";r=18;t=");
    }

    @Test
    void a_caller_that_used_its_requests_up_is_refused_until_there_are_new_ones() {
        double before = refusals("RATE");
        for (int i = 0; i < 20; i++) {
            with("hurried").get("/try/closed").then().statusCode(200);
        }

        Response refused = with("hurried").get("/try/closed");

        refused.then()
                .statusCode(429)
                .header("RateLimit", containsString("r=0"))
                .body(containsString("Too many requests"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 180);
        assertThat(refusals("RATE")).isEqualTo(before + 1);
        with("patient").get("/try/closed").then().statusCode(200);
    }

    @Test
    void a_caller_with_limits_of_its_own_is_told_them_and_refused_by_them() {
        for (int i = 0; i < 2; i++) {
            with("narrow-system")
                    .get("/try/closed")
                    .then()
                    .statusCode(200)
                    .header("RateLimit-Policy", containsString("\"requests\";q=2;w=3600"));
        }

        with("narrow-system").get("/try/closed").then().statusCode(429);
        with("other-system").get("/try/closed").then().statusCode(200);
    }

    @Test
    void callers_without_a_token_count_by_their_address() {
        for (int i = 0; i < 5; i++) {
            from("192.0.2.1").get("/try/open").then().statusCode(200);
        }

        from("192.0.2.1").get("/try/open").then().statusCode(429);
        from("192.0.2.1").get("/no/such/path").then().statusCode(429);
        from("192.0.2.2").get("/try/open").then().statusCode(200);
        from("192.0.2.1").auth().oauth2(Tokens.of("guest")).get("/try/open").then().statusCode(200);
    }

    @Test
    void addresses_of_one_ipv6_network_are_one_caller() {
        for (int i = 0; i < 5; i++) {
            from("2001:db8:1:2::" + i).get("/try/open").then().statusCode(200);
        }

        from("2001:db8:1:2:ffff::1").get("/try/open").then().statusCode(429);
        from("2001:db8:1:3::1").get("/try/open").then().statusCode(200);
    }

    @Test
    void a_token_that_is_not_accepted_uses_up_no_other_callers_requests() {
        String forged = Tokens.of("victim").replaceAll("\\.[^.]+$", ".AAAA");
        for (int i = 0; i < 5; i++) {
            from("192.0.2.3").auth().oauth2(forged).get("/try/closed").then().statusCode(401);
        }

        from("192.0.2.3").auth().oauth2(forged).get("/try/closed").then().statusCode(429);
        with("victim")
                .get("/try/closed")
                .then()
                .statusCode(200)
                .header("RateLimit", containsString("r=19"));
    }

    @Test
    void a_caller_has_only_so_many_requests_at_a_time() {
        double before = refusals("CONCURRENCY");
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<CompletableFuture<HttpResponse<String>>> waiting =
                Stream.generate(() -> asking(client, "busy", "/try/waiting/busy"))
                        .limit(3)
                        .toList();

        await().until(() -> with("busy").get("/try/closed").statusCode() == 429);
        with("busy")
                .get("/try/closed")
                .then()
                .statusCode(429)
                .header("Retry-After", equalTo("1"))
                .header("RateLimit", equalTo("\"concurrent\";r=0"));
        assertThat(refusals("CONCURRENCY")).isGreaterThan(before);
        TryResource.open("busy");

        assertThat(waiting)
                .extracting(CompletableFuture::join)
                .extracting(HttpResponse::statusCode)
                .containsOnly(200);
        with("busy").get("/try/closed").then().statusCode(200);
    }

    @Test
    void an_upload_counts_until_it_has_ended_or_its_client_is_gone() {
        String upload =
                "POST /try/length HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 192.0.2.4\r\nContent-Length: 9\r\n\r\n1";
        try (var one = new TricklingClient(application.getPort()).send(upload);
                var two = new TricklingClient(application.getPort()).send(upload)) {
            await().until(() -> from("192.0.2.4").get("/try/open").statusCode() == 429);
            assertThat(one).isNotSameAs(two);
        }

        await().until(() -> from("192.0.2.4").get("/try/open").statusCode() == 200);
    }

    @Test
    void a_body_that_is_announced_too_large_is_refused_and_not_counted_for_good() {
        String upload =
                "POST /try/length HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 192.0.2.5\r\nContent-Length: 99999999\r\n\r\n1";
        for (int i = 0; i < 3; i++) {
            try (var client = new TricklingClient(application.getPort()).send(upload)) {
                assertThat(client.waitUntilClosed(PATIENCE))
                        .startsWith("HTTP/1.1 413 ")
                        .contains("too large");
            }
        }

        from("192.0.2.5").get("/try/open").then().statusCode(200);
    }

    @Test
    void health_and_metrics_are_not_limited() {
        for (int i = 0; i < 25; i++) {
            ManagementPort.request()
                    .get("/q/health/live")
                    .then()
                    .statusCode(200)
                    .header("RateLimit", nullValue())
                    .header("X-Content-Type-Options", notNullValue());
        }
    }

    private CompletableFuture<HttpResponse<String>> asking(
            HttpClient client, String subject, String path) {
        HttpRequest request =
                HttpRequest.newBuilder(application.resolve(path))
                        .header("Authorization", "Bearer " + Tokens.of(subject))
                        .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private static RequestSpecification with(String subject) {
        return given().auth().oauth2(Tokens.of(subject));
    }

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address);
    }

    private static double refusals(String reason) {
        return ExposedMetrics.value("edge_refusals_total{reason=\"" + reason + "\"}");
    }
}
