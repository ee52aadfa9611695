package id.pkh.disbursement.account.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.account.OtherAccountKeys;
import id.pkh.disbursement.support.BankApi;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.FieldCipher;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The tokens of accounts are written again under another key. */
@QuarkusTest
class AccountIndexComponentTest extends BankComponentTest {

    private static final UUID FIRST = new UUID(0, 0);

    @Inject Database database;
    @Inject FieldCipher cipher;

    @Test
    void accountsAreComparedWhileSomeRowsHaveTheNewKeyAndSomeTheFormerOne() {
        familyWith("BRI", "SITI CONTOH", "001234567890999");
        familyWith("BRI", "ANI CONTOH", "001234567890999");
        String batch = preparedBatch();
        SqlAccountIndex index =
                new SqlAccountIndex(database, cipher, OtherAccountKeys.afterTheSharedOne());
        List<UUID> before = read(() -> index.ofOtherKeys(FIRST, 10));
        assertThat(before).hasSize(2);
        String hash = findingsOf(batch);

        for (int written = 1; written <= before.size(); written++) {
            List<UUID> one = List.of(before.get(written - 1));
            QuarkusTransaction.requiringNew().run(() -> index.write(one));
            QuarkusTransaction.requiringNew().run(() -> index.write(one));
            tables.execute("DELETE FROM batch_finding_made");
            assertThat(findingsOf(batch)).isEqualTo(hash);
            assertThat(read(() -> index.ofOtherKeys(FIRST, 10))).hasSize(2 - written);
        }
        assertThatThrownBy(
                        () ->
                                tables.change(
                                        "UPDATE payment_instruction SET account_token_former = NULL"))
                .hasMessageContaining("an instruction does not change");
        assertThatThrownBy(
                        () ->
                                tables.change(
                                        "UPDATE payment_instruction SET account_key = 1, account_token = sha256('x')"))
                .hasMessageContaining("an instruction does not change");
        BankApi.approveAndSend(batch);
    }

    private static String findingsOf(String batch) {
        var summary = Caller.officer().read("/payment-batches/" + batch + "/findings/summary");
        assertThat(summary.getInt("findings")).isEqualTo(2);
        return summary.getString("findings_sha256");
    }

    private static <T> T read(java.util.concurrent.Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }
}
