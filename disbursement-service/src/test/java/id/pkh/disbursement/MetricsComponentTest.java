package id.pkh.disbursement;

import id.pkh.testsupport.metrics.MetricsContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class MetricsComponentTest extends MetricsContract {

    MetricsComponentTest() {
        super(DOCUMENTED.ofService("disbursement-service"), "payments_reconciliation_diff");
    }
}
