package id.pkh.disbursement.batch.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.DisbursementComponentTest;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.Test;

/**
 * How the database finds what a chunk of a preparation needs, however few rows it thinks there are:
 * a table that was empty when it was analysed is otherwise read whole for each payment.
 */
@QuarkusTest
class PreparationPlanComponentTest extends DisbursementComponentTest {

    @Inject Database database;

    @Test
    void theAttemptsOfAPaymentAreFoundByThePayment() {
        String plan =
                plan(
                        SqlCandidates.AFTER,
                        q ->
                                q.bind("cycle", UUID.randomUUID())
                                        .bind("kpm", UUID.randomUUID())
                                        .bind("kind", "REGULAR")
                                        .bind("includeFailed", false)
                                        .bind("limit", 1000));
        assertThat(plan)
                .contains("payment_instruction_payment_id_attempt_key")
                .doesNotContain(
                        "Seq Scan on payment_instruction",
                        "Seq Scan on bank_exception",
                        "Seq Scan on payment ");
    }

    @Test
    void theNamesOfAnAccountAreFoundByTheAccount() {
        String plan =
                plan(
                        SqlInstructions.CREDITED_NAMES,
                        q ->
                                q.bind("payees", SqlArrays.numbers(List.of(0)))
                                        .bind("tokens", SqlArrays.texts(List.of("00"))));
        assertThat(plan)
                .contains("payment_instruction_account")
                .doesNotContain("Seq Scan on payment_instruction");
    }

    private String plan(String sql, Function<Query, Query> bound) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            database.lookUpByKey();
                            return database.query(
                                            "EXPLAIN " + sql,
                                            q -> bound.apply(q).mapTo(String.class).list())
                                    .toString();
                        });
    }
}
