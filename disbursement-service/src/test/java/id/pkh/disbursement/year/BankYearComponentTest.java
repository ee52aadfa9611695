package id.pkh.disbursement.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.disbursement.DisbursementComponentTest;
import id.pkh.disbursement.intake.RecordKpmStates;
import id.pkh.disbursement.support.StubRegistry;
import id.pkh.district.bank.Misbehaviour;
import id.pkh.district.bank.Mischief;
import id.pkh.testsupport.model.ModelSeeds;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Four cycles with banks that misbehave, and people who do what the rules say. Whatever the banks
 * tell, no family is paid twice, and every rupiah is in one place. A seed is one year; see
 * CONTRIBUTING for how to play many.
 */
@QuarkusTest
@TestProfile(BankYearComponentTest.LargerFiles.class)
class BankYearComponentTest extends DisbursementComponentTest {

    private static final Logger LOG = Logger.getLogger(BankYearComponentTest.class);
    private static final int SEEDS = 5;

    /** Files of the size of a bank, and an account at each bank. */
    public static class LargerFiles implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "pkh.disbursement.bank.funding.accounts",
                    "BRI=001700000001301,BNI=0170000013,MANDIRI=1700000000013,BTN=0000170000000013,BSI=0170000019,POS=017000000017",
                    "pkh.disbursement.bank.file.payments",
                    "12",
                    "pkh.disbursement.bank.preparation.chunk.families",
                    "50",
                    "pkh.disbursement.bank.report.chunk.lines",
                    "5",
                    "pkh.disbursement.bank.sending.chunk.lines",
                    "9");
        }
    }

    @Inject RecordKpmStates recordStates;
    @Inject YearSituations service;

    @Test
    void whateverTheBanksTellNobodyIsPaidTwiceAndEveryRupiahIsInOnePlace() {
        Set<Misbehaviour> seen = EnumSet.of(Misbehaviour.PAYS_TWICE);
        ModelSeeds.play(
                SEEDS,
                seed -> {
                    long begun = System.nanoTime();
                    BankYear year = year(seed, UnaryOperator.identity());
                    year.play();
                    seen.addAll(year.banks().seen());
                    LOG.infof(
                            "seed %d: %d steps, %d files, %d ms",
                            seed,
                            year.steps(),
                            year.filesSent(),
                            (System.nanoTime() - begun) / 1_000_000);
                });
        if (ModelSeeds.first(SEEDS).size() >= SEEDS) {
            assertThat(seen).containsExactlyInAnyOrder(Misbehaviour.values());
        }
    }

    private BankYear year(long seed, UnaryOperator<Mischief> planted) {
        tables.empty();
        StubRegistry.answers(200);
        BankYear year = new BankYear(seed, tables, recordStates, service, planted);
        year.begin();
        return year;
    }

    @Test
    void aBankThatPaysTwiceIsSeen() {
        BankYear year = year(0, ways -> ways.with(Misbehaviour.PAYS_TWICE, 1_000));

        assertThatThrownBy(() -> year.playCycle(1)).hasMessageContaining("is paid twice");
    }

    @Test
    void aServiceThatForgetsAPaymentIsSeen() {
        BankYear year = year(0, ways -> Mischief.none());
        year.playCycle(1);
        year.checkAgain(1);
        String one =
                tables.text(
                        "SELECT instruction_id FROM payment_instruction WHERE status = 'CREDITED' LIMIT 1");

        tamper("UPDATE payment_instruction SET status = 'REJECTED' WHERE instruction_id = ?", one);
        assertThatThrownBy(() -> year.checkAgain(1))
                .hasMessageContaining("may be sent again although it is paid");
        tamper("UPDATE payment_instruction SET status = 'CREDITED' WHERE instruction_id = ?", one);
        year.checkAgain(1);
        tamper(
                "UPDATE payment_instruction SET amount_idr = amount_idr + 1 WHERE instruction_id = ?",
                one);
        assertThatThrownBy(() -> year.checkAgain(1)).isInstanceOf(AssertionError.class);
    }

    /** Past the triggers, as no code of the service can. */
    private void tamper(String sql, String instruction) {
        tables.execute("ALTER TABLE payment_instruction DISABLE TRIGGER USER");
        tables.execute(sql, UUID.fromString(instruction));
        tables.execute("ALTER TABLE payment_instruction ENABLE TRIGGER USER");
    }
}
