package id.pkh.disbursement;

import id.pkh.disbursement.support.Api;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.Camt054;
import id.pkh.disbursement.support.FactEvents;
import id.pkh.disbursement.support.StubRegistry;
import id.pkh.platform.jobs.Jobs;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/**
 * Starts the service with families whose accounts are in the registry, and with their sealed cycle.
 */
public abstract class BankComponentTest extends DisbursementComponentTest {

    protected static final String CYCLE = "2026-T2";
    protected static final int AMOUNT_OF_SD = 225_000;

    private static final int FIRST = 123;

    @Inject protected Jobs jobs;

    private int families;

    @BeforeEach
    void theRegistryAnswers() {
        StubRegistry.answers(200);
    }

    /** A family with a pupil at a primary school and an account of its own at the bank. */
    protected UUID familyAt(String bank) {
        return familyWith(bank, "SITI CONTOH", "001234567890%03d".formatted(FIRST + families++));
    }

    protected UUID familyWith(String bank, String name, String account) {
        UUID kpmId = knownFamily("SD");
        StubRegistry.knows(kpmId, bank, name, account);
        return kpmId;
    }

    protected List<UUID> familiesAt(String bank, int count) {
        List<UUID> families = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            families.add(familyAt(bank));
        }
        return families;
    }

    protected void sealedCycle() {
        Api.openSecondQuarter();
        Api.calculate(CYCLE).statusCode(200);
        Api.seal(CYCLE).statusCode(200);
    }

    /** The bank books the credit of a family's payment back. */
    protected void returns(String bank, UUID family, String reason) {
        String funding =
                tables.text(
                        "SELECT DISTINCT funding_account FROM payment_batch WHERE bank = ?", bank);
        String amount = AMOUNT_OF_SD + ".00";
        BankApi.report(
                        bank,
                        Camt054.of(funding)
                                .back(paymentOf(family), amount, "R-" + family, reason)
                                .bytes())
                .statusCode(201);
    }

    /** Two people have changed the family's account in the registry. */
    protected void accountConfirmed(UUID kpmId) {
        tell(FactEvents.accountConfirmed(kpmId, Instant.now()), 1);
    }

    /** Sends the only batch of the sealed cycle to the bank. */
    protected String sentBatch() {
        String batchId = preparedBatch();
        BankApi.approveAndSend(batchId);
        return batchId;
    }

    protected String preparedBatch() {
        sealedCycle();
        BankApi.prepare(CYCLE).statusCode(200);
        return BankApi.batchIds(CYCLE).get(0);
    }

    /** An operator resumes the job, which then ends. */
    protected void resumed(String jobId) {
        BankApi.resume(jobId);
        jobs.await(UUID.fromString(jobId), Duration.ofSeconds(30));
    }

    /** The jobs of a kind, with their state and the number of items they have dealt with. */
    protected List<String> jobs(String kind) {
        return tables.lines(
                "SELECT status, checkpoint, items_done FROM job WHERE kind = ? ORDER BY 1, 2",
                kind);
    }

    protected List<String> states() {
        return tables.lines(
                "SELECT status || ' ' || count(*) FROM instruction_status GROUP BY status ORDER BY status");
    }

    protected String paymentOf(UUID kpmId) {
        return tables.lines("SELECT payment_id FROM payment WHERE kpm_id = ?", kpmId).get(0);
    }
}
