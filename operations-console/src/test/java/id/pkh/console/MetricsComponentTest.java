package id.pkh.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pkh.console.support.OnStandIns;
import id.pkh.localstack.DocumentedMetrics;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The console exposes the metrics that {@code docs/metrics.md} documents. */
@QuarkusTest
@OnStandIns
class MetricsComponentTest {

    private static final DocumentedMetrics DOCUMENTED = DocumentedMetrics.read();

    @Test
    void everyMetricOfTheDocumentIsExposed() {
        given().redirects()
                .follow(false)
                .get("/")
                .then()
                .statusCode(303); // so that a request has been counted
        Set<String> ours = DOCUMENTED.ofApplication("operations-console");
        assertThat(ours).contains("jvm_memory_used_bytes");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(DOCUMENTED.missing(ours, metrics())).isEmpty());
    }

    @Test
    void noMetricOfOursIsUndocumented() {
        assertThat(DOCUMENTED.undocumented(metrics())).isEmpty();
    }

    private static String metrics() {
        return given().get("/q/metrics").then().statusCode(200).extract().asString();
    }
}
