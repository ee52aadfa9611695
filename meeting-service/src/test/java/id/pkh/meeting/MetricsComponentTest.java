package id.pkh.meeting;

import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.metrics.MetricsContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@OnLocalStack("meeting")
class MetricsComponentTest extends MetricsContract {

    MetricsComponentTest() {
        super(DOCUMENTED.ofService("meeting-service"), "outbox_pending_rows");
    }
}
