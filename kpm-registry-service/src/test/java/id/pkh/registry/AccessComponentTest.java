package id.pkh.registry;

import id.pkh.testsupport.access.AccessContract;
import id.pkh.testsupport.description.contract.ApiDescriptionContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;

@QuarkusTest
class AccessComponentTest extends AccessContract {

    @Inject ApiDescriptionComponentTest described;
    @Inject DataSource database;

    AccessComponentTest() {
        super("kpm-registry-service");
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
