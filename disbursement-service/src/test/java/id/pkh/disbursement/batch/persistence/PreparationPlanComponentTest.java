package id.pkh.disbursement.batch.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.DisbursementComponentTest;
import id.pkh.disbursement.batch.Candidates;
import id.pkh.disbursement.batch.Instructions;
import id.pkh.disbursement.batch.PreparationRuns.Run;
import id.pkh.disbursement.batch.PreparationRuns.RunStatus;
import id.pkh.disbursement.batch.domain.Payee;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
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

    private static final Run RUN =
            new Run(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    RunStatus.RUNNING,
                    false,
                    null,
                    0,
                    0,
                    "officer-1",
                    Instant.EPOCH,
                    null,
                    null,
                    UUID.randomUUID(),
                    Instant.EPOCH);

    @Inject Database database;
    @Inject Candidates candidates;
    @Inject Instructions instructions;

    @Test
    void theAttemptsOfAPaymentAreFoundByThePayment() {
        String plan =
                planAfter(
                        () -> candidates.after(RUN, 1000),
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
                planAfter(
                        () ->
                                instructions.creditedNames(
                                        List.of(new Payee("BRI", "SITI", "001234567890123", true))),
                        SqlInstructions.CREDITED_NAMES,
                        q ->
                                q.bind("payees", SqlArrays.numbers(List.of(0)))
                                        .bind("tokens", SqlArrays.texts(List.of("00"))));
        assertThat(plan)
                .contains("payment_instruction_account")
                .doesNotContain("Seq Scan on payment_instruction");
    }

    /** The plan of a statement in the transaction in which it was just used. */
    private String planAfter(Runnable use, String sql, Function<Query, Query> bound) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            use.run();
                            return database.query(
                                            "EXPLAIN " + sql,
                                            q -> bound.apply(q).mapTo(String.class).list())
                                    .toString();
                        });
    }
}
