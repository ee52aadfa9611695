package id.pkh.testsupport.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What {@code docs/metrics.md} promises of an application. Each application has a test that extends
 * this one and states what is promised of it.
 */
public abstract class MetricsContract {

    protected static final DocumentedMetrics DOCUMENTED = DocumentedMetrics.read();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Set<String> promised;
    private final String oneOfThem;

    protected MetricsContract(Set<String> promised, String oneOfThem) {
        this.promised = promised;
        this.oneOfThem = oneOfThem;
    }

    /** One request that is answered, whatever the answer, so that requests have been counted. */
    protected void callOnce() {
        given().get("/api/v1/operations/journal").then().statusCode(401);
    }

    @Test
    void everyDocumentedMetricIsExposed() {
        callOnce();
        assertThat(promised).contains(oneOfThem);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(DOCUMENTED.missing(promised, ExposedMetrics.text()))
                                        .isEmpty());
    }

    @Test
    void theyAreNotOnThePortThatIsPublished() {
        given().get("/q/metrics").then().statusCode(404);
        given().get("/q/health/ready").then().statusCode(404);
    }

    @Test
    void everyExposedMetricOfThisProjectIsDocumented() {
        assertThat(DOCUMENTED.undocumented(ExposedMetrics.text())).isEmpty();
    }
}
