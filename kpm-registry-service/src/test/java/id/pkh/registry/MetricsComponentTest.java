package id.pkh.registry;

import id.pkh.testsupport.metrics.MetricsContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class MetricsComponentTest extends MetricsContract {

    MetricsComponentTest() {
        super(DOCUMENTED.ofService("kpm-registry-service"), "outbox_pending_rows");
    }
}
