package id.pkh.registry;

import id.pkh.testsupport.description.contract.ApiDescriptionContract;
import id.pkh.testsupport.description.contract.OperatorsExamples;
import id.pkh.testsupport.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import javax.sql.DataSource;

@QuarkusTest
class ApiDescriptionComponentTest extends ApiDescriptionContract {

    @Inject DataSource database;

    ApiDescriptionComponentTest() {
        super("kpm-registry-service");
    }

    @Override
    protected Map<String, String> provide() {
        return OperatorsExamples.provide(new Rows(database));
    }
}
