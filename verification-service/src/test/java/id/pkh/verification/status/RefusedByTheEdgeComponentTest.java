package id.pkh.verification.status;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import id.pkh.localstack.OnLocalStack;
import id.pkh.platform.clients.RefusedRequests;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** What the edge refuses to a system is in the log of what systems did. */
@QuarkusTest
@OnLocalStack("verification")
class RefusedByTheEdgeComponentTest {

    @Inject RefusedRequests refused;

    /** The settings of the tests give this system two requests in a period. */
    @Test
    void whatIsMoreThanItMaySendIsCounted() {
        Caller hasty = Caller.named("hasty-system", "EXTERNAL_SYSTEM", "17");
        for (int request = 0; request < 2; request++) {
            hasty.get("/client-activity").statusCode(200);
        }
        for (int request = 0; request < 3; request++) {
            hasty.get("/client-activity?client=hasty-system").statusCode(429);
        }

        refused.write();

        Caller.auditor()
                .get("/client-activity?client=hasty-system")
                .statusCode(200)
                .body("items.findAll { it.status == 429 }.requests.sum()", equalTo(3))
                .body(
                        "items.findAll { it.status == 429 }.refusal",
                        everyItem(is("TOO_MANY_REQUESTS")))
                .body("items.findAll { it.status == 429 }.operation", everyItem(is("none")));
    }
}
