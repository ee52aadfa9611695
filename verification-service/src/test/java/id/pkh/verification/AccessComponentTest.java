package id.pkh.verification;

import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.access.AccessContract;
import id.pkh.testsupport.description.contract.ApiDescriptionContract;
import id.pkh.testsupport.time.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;

@QuarkusTest
@OnLocalStack("verification")
class AccessComponentTest extends AccessContract {

    @Inject ApiDescriptionComponentTest described;
    @Inject DataSource database;
    @Inject MovableClock clock;

    AccessComponentTest() {
        super("verification-service");
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
