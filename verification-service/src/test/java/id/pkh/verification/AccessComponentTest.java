package id.pkh.verification;

import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.access.AccessContract;
import id.pkh.testsupport.description.contract.ApiDescriptionContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;

@QuarkusTest
@OnLocalStack("verification")
class AccessComponentTest extends AccessContract {

    @Inject ApiDescriptionComponentTest described;
    @Inject DataSource database;

    AccessComponentTest() {
        super("verification-service");
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
