package id.pkh.console;

import static io.restassured.RestAssured.given;

import id.pkh.console.support.OnStandIns;
import id.pkh.testsupport.metrics.MetricsContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@OnStandIns
class MetricsComponentTest extends MetricsContract {

    MetricsComponentTest() {
        super(DOCUMENTED.ofApplication("operations-console"), "jvm_memory_used_bytes");
    }

    @Override
    protected void callOnce() {
        given().redirects().follow(false).get("/").then().statusCode(303);
    }
}
