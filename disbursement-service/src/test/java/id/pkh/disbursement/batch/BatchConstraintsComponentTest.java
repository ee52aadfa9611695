package id.pkh.disbursement.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.BankApi;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database constraints on batches, which also apply to statements that bypass the code. */
@QuarkusTest
class BatchConstraintsComponentTest extends BankComponentTest {

    private static final String COPY =
            "INSERT INTO payment_instruction SELECT gen_random_uuid(), payment_id, attempt + 1, batch_id, line_no + 100, kpm_id,"
                    + " cycle_id, village_code, amount_idr, payee_cipher, account_cipher FROM payment_instruction";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE payment_instruction SET amount_idr = amount_idr + 1",
                "UPDATE payment_instruction SET account_cipher = payee_cipher",
                "DELETE FROM payment_instruction",
                "DELETE FROM payment_batch",
                "UPDATE payment_batch SET amount_idr = 1",
                "UPDATE payment_batch SET makers = '{other}'",
                "UPDATE payment_batch SET funding_account = '1'",
                "UPDATE payment_batch SET status = 'SENT', sent_by = 'x', sent_at = now()",
                "UPDATE payment_batch SET status = 'APPROVED', approved_by = 'maker-1', approved_at = now(), approved_sha256 = list_sha256",
                "UPDATE payment_batch SET status = 'APPROVED', approved_by = 'c', approved_at = now(), approved_sha256 = repeat('0', 64)",
                COPY
            })
    void theDatabaseProtectsAPreparedBatch(String sql) {
        familyAt("BRI");
        preparedBatch();

        assertThat(catchThrowable(() -> tables.execute(sql))).isNotNull();
    }

    @Test
    void theDatabaseRequiresAThirdPersonToSend() {
        familyAt("BRI");
        String batch = preparedBatch();
        BankApi.approve(batch, BankApi.hashOf(batch), BankApi.CHECKER).statusCode(200);

        for (String sender : new String[] {BankApi.MAKER, BankApi.CHECKER}) {
            assertThat(
                            catchThrowable(
                                    () ->
                                            tables.execute(
                                                    "UPDATE payment_batch SET status = 'SENT', sent_by = ?, sent_at = now()",
                                                    sender)))
                    .as(sender)
                    .hasStackTraceContaining("batch_sender");
        }
    }

    @Test
    void theDatabaseRefusesToRejectABatchWhoseFileWasDownloaded() {
        familyAt("BRI");
        String batch = preparedBatch();
        BankApi.approve(batch, BankApi.hashOf(batch), BankApi.CHECKER).statusCode(200);
        BankApi.file(Caller.ofBank("BRI"), batch).statusCode(200);

        for (String sql :
                new String[] {
                    "UPDATE payment_batch SET status = 'REJECTED', rejected_by = 'c', rejected_at = now(), rejection_reason = 'r'",
                    "UPDATE payment_batch SET file_given_at = NULL"
                }) {
            assertThat(catchThrowable(() -> tables.execute(sql))).isNotNull();
        }
    }

    @Test
    void rowsThatWereTamperedWithAreNeitherApprovedNorSentNorWritten() {
        familyAt("BRI");
        familyWith("BRI", "ANI", "009999999999999");
        String batch = preparedBatch();
        String hash = BankApi.hashOf(batch);
        BankApi.approve(batch, hash, BankApi.CHECKER).statusCode(200);
        swapAccounts();

        BankApi.send(batch, BankApi.SENDER).statusCode(409).body("code", equalTo("BATCH_CHANGED"));
        BankApi.file(Caller.ofBank("BRI"), batch)
                .statusCode(409)
                .body("code", equalTo("BATCH_CHANGED"));
        assertThat(states()).containsExactly("APPROVED 2");
    }

    /** Changes a row as the table owner, with the triggers disabled. */
    private void swapAccounts() {
        tables.execute("ALTER TABLE payment_instruction DISABLE TRIGGER USER");
        tables.execute(
                "UPDATE payment_instruction a SET account_cipher = b.account_cipher FROM payment_instruction b WHERE a.line_no <> b.line_no");
        tables.execute("ALTER TABLE payment_instruction ENABLE TRIGGER USER");
    }
}
