package id.pkh.disbursement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pkh.testsupport.metrics.DocumentedMetrics;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@code docs/metrics.md} promises of this service. */
@QuarkusTest
class MetricsComponentTest extends DisbursementComponentTest {

    private static final DocumentedMetrics DOCUMENTED = DocumentedMetrics.read();

    @Test
    void everyMetricOfTheDocumentIsExposed() {
        given().redirects()
                .follow(false)
                .get("/api/v1/operations/journal")
                .then()
                .statusCode(401); // so that a request has been counted
        Set<String> ours = DOCUMENTED.ofService("disbursement-service");
        assertThat(ours).contains("payments_reconciliation_diff");
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
