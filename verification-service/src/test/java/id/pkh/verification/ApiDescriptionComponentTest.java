package id.pkh.verification;

import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.description.contract.ApiDescriptionContract;
import id.pkh.testsupport.description.contract.OperatorsExamples;
import id.pkh.testsupport.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import javax.sql.DataSource;

@QuarkusTest
@OnLocalStack("verification")
class ApiDescriptionComponentTest extends ApiDescriptionContract {

    @Inject DataSource database;

    ApiDescriptionComponentTest() {
        super("verification-service");
    }

    @Override
    protected Map<String, String> provide() {
        return OperatorsExamples.provide(new Rows(database));
    }
}
