package id.pkh.verification;

import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.metrics.MetricsContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@OnLocalStack("verification")
class MetricsComponentTest extends MetricsContract {

    MetricsComponentTest() {
        super(DOCUMENTED.ofService("verification-service"), "sanction_steps_total");
    }
}
