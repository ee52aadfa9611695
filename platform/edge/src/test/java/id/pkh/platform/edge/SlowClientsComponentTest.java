package id.pkh.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.metrics.ExposedMetrics;
import id.pkh.testsupport.rest.TricklingClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body has 0.8 seconds, and a connection without a request is closed after one. */
@QuarkusTest
@WithTestResource(Tokens.class)
class SlowClientsComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TestHTTPResource("/")
    URI published;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private static final AtomicInteger CALLERS = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void headers_that_trickle_in_end_with_the_connection(boolean onManagementPort) {
        double before = ended("NO_REQUEST");
        try (var client = new TricklingClient(port(onManagementPort))) {
            client.send("GET /try/open HTTP/1.1\r\nHost: x\r\nX-Long: ");
            assertThat(client.trickleUntilClosed('a', PATIENCE)).isEmpty();
        }
        assertThat(ended("NO_REQUEST")).isGreaterThan(before);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_connection_on_which_nothing_is_asked_is_closed(boolean onManagementPort) {
        try (var client = new TricklingClient(port(onManagementPort))) {
            assertThat(client.waitUntilClosed(PATIENCE)).isEmpty();
        }
    }

    @Test
    void a_second_request_that_trickles_in_ends_too() {
        try (var client = new TricklingClient(published.getPort())) {
            client.send("GET /try/open HTTP/1.1\r\n" + address() + "\r\nGET /");
            assertThat(client.trickleUntilClosed('a', PATIENCE)).endsWith("for all");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100000", "Transfer-Encoding: chunked"})
    void a_body_that_trickles_in_is_refused(String form) {
        double before = ended("SLOW_BODY");
        try (var client = new TricklingClient(published.getPort())) {
            client.send("POST /try/length HTTP/1.1\r\n" + address() + form + "\r\n\r\n");
            assertThat(client.trickleUntilClosed('1', PATIENCE))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("did not arrive in time");
        }
        assertThat(ended("SLOW_BODY")).isEqualTo(before + 1);
    }

    @Test
    void a_body_that_no_resource_reads_is_refused_too() {
        try (var client = new TricklingClient(published.getPort())) {
            client.send("POST /try/waiting/unread HTTP/1.1\r\n" + address());
            client.send("Content-Length: 100\r\n\r\n1");
            assertThat(client.waitUntilClosed(PATIENCE)).startsWith("HTTP/1.1 408 ");
        }
        TryResource.open("unread");
    }

    @Test
    void a_client_does_not_wait_in_vain_because_the_server_is_slow() {
        try (var waiting = new TricklingClient(published.getPort());
                var slow = new TricklingClient(published.getPort())) {
            waiting.send("POST /try/waiting/slow HTTP/1.1\r\n" + address());
            waiting.send("Connection: close\r\nContent-Length: 3\r\n\r\nall");
            slow.send("POST /try/length HTTP/1.1\r\n" + address());
            slow.send("Content-Length: 100\r\n\r\n");
            slow.waitUntilClosed(PATIENCE); // by then the time of both bodies is over
            try (var idle = new TricklingClient(published.getPort())) {
                idle.waitUntilClosed(PATIENCE); // and that of a connection without a request
            }
            TryResource.open("slow");

            assertThat(waiting.waitUntilClosed(PATIENCE))
                    .startsWith("HTTP/1.1 200 ")
                    .endsWith("opened");
        }
    }

    private int port(boolean onManagementPort) {
        return (onManagementPort ? management : published).getPort();
    }

    /** Each request has an address of its own, so that no limit of callers counts. */
    private String address() {
        return "Host: x\r\nX-Forwarded-For: 198.51.100." + CALLERS.incrementAndGet() + "\r\n";
    }

    private static double ended(String reason) {
        return ExposedMetrics.value("edge_refusals_total{reason=\"" + reason + "\"}");
    }
}
