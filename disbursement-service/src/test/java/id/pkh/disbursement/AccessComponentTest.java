package id.pkh.disbursement;

import id.pkh.testsupport.access.AccessContract;
import id.pkh.testsupport.description.contract.ApiDescriptionContract;
import id.pkh.testsupport.description.contract.PolicyExamples;
import id.pkh.testsupport.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInfo;

@QuarkusTest
class AccessComponentTest extends AccessContract {

    @Inject ApiDescriptionComponentTest described;
    @Inject DataSource database;

    AccessComponentTest() {
        super("disbursement-service");
    }

    /** Only this test approves what the examples speak of. */
    @AfterEach
    void endOfPolicies(TestInfo test) {
        if (test.getDisplayName().startsWith("nothingOfOtherAreas")) {
            PolicyExamples.end(new Rows(database));
        }
    }

    @Override
    protected ApiDescriptionContract examples() {
        return described;
    }

    @Override
    protected DataSource database() {
        return database;
    }
}
