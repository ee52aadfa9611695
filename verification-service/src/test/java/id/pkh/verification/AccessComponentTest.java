package id.pkh.verification;

import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.access.AccessContract;
import id.pkh.testsupport.description.contract.ApiDescriptionContract;
import id.pkh.testsupport.description.contract.PolicyExamples;
import id.pkh.testsupport.rows.Rows;
import id.pkh.testsupport.time.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInfo;

@QuarkusTest
@OnLocalStack("verification")
class AccessComponentTest extends AccessContract {

    @Inject ApiDescriptionComponentTest described;
    @Inject DataSource database;
    @Inject MovableClock clock;

    AccessComponentTest() {
        super("verification-service");
    }

    /** Only this test approves what the examples speak of. */
    @AfterEach
    void endOfPolicies(TestInfo test) {
        if (test.getDisplayName().startsWith("nothingOfOtherAreas")) {
            PolicyExamples.end(new Rows(database));
        }
    }

    /** The examples have moved it. */
    @AfterAll
    void clockBack() {
        clock.reset();
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
