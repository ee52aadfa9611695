package id.pkh.disbursement.payment.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.DisbursementComponentTest;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How the database finds the payments of a chunk of families, however few it thinks there are. */
@QuarkusTest
class PaymentPlanComponentTest extends DisbursementComponentTest {

    private static final List<UUID> KPMS = List.of(UUID.randomUUID(), UUID.randomUUID());

    @Inject Database database;

    @Test
    void thePaymentsOfSomeFamiliesAreFoundByTheFamilies() {
        assertThat(QuarkusTransaction.requiringNew().call(this::plan))
                .contains("payment_once")
                .doesNotContain("payment_list", "Seq Scan");
    }

    private String plan() {
        database.lookUpByKey();
        return database.query(
                        "EXPLAIN " + PaymentSql.REGULAR,
                        q ->
                                q.bind("cycle", UUID.randomUUID())
                                        .bind("kpms", SqlArrays.uuids(KPMS))
                                        .mapTo(String.class)
                                        .list())
                .toString();
    }
}
