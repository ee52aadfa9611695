package id.pkh.disbursement.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.Api;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.FactEvents;
import id.pkh.disbursement.support.StubRegistry;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BatchComponentTest extends BankComponentTest {

    @Test
    void aFilterThatCanBeTheCodeOfNoBankIsRefused() {
        for (String list : List.of("/payment-batches", "/bank-reports", "/bank-exceptions")) {
            Caller.officer()
                    .get(list + "?bank=rakyat")
                    .statusCode(422)
                    .body("code", equalTo("CODE_MALFORMED"))
                    .body("parameter", equalTo("bank"));
            Caller.officer().get(list + "?bank=BTN").statusCode(200).body("items", hasSize(0));
        }
    }

    @Test
    void aPreparationThatContinuesIsShownAtTheLocation() {
        familiesAt("BRI", 2);
        sealedCycle();
        BankApi.prepare(CYCLE).statusCode(200);
        tables.execute(
                "UPDATE preparation_run SET status = 'RUNNING', finished_at = NULL,"
                        + " leased_until = now() + interval '1 hour'");

        String location =
                BankApi.prepare(CYCLE)
                        .statusCode(202)
                        .header("Retry-After", "5")
                        .extract()
                        .header("Location");

        assertThat(location).isEqualTo("/api/v1/cycles/2026-T2/payment-batches/preparation");
        Caller.officer(BankApi.MAKER)
                .get("/cycles/2026-T2/payment-batches/preparation")
                .statusCode(200)
                .body("status", equalTo("RUNNING"))
                .body("instructed", equalTo(2))
                .body("batches", hasSize(1));
        Caller.officer(BankApi.MAKER)
                .inAreas("99.99.99")
                .get("/cycles/2026-T2/payment-batches/preparation")
                .statusCode(403)
                .body("code", equalTo("AREAS_DO_NOT_COVER_PAYMENTS"));
    }

    @Test
    void theBatchesOfASealedCycleAreSplitByBankAndByTheLimitOfAFile() {
        familiesAt("BRI", 9);
        familiesAt("BNI", 2);
        sealedCycle();

        BankApi.prepare(CYCLE)
                .statusCode(200)
                .body("status", equalTo("DONE"))
                .body("instructed", equalTo(11))
                .body("not_instructed", equalTo(0))
                .body("batches.bank", contains("BNI", "BRI", "BRI", "BRI"))
                .body("batches.file_no", contains(1, 1, 2, 3))
                .body("batches.payments", contains(2, 4, 4, 1))
                .body("batches.amount_idr", contains(450_000, 900_000, 900_000, 225_000))
                .body("batches[1].message_id", equalTo("PKH-2026T2-BRI-001"))
                .body("batches[0].unusual_accounts", equalTo(2))
                .body("batches[1].unusual_accounts", equalTo(0));

        assertThat(states()).containsExactly("SEALED 11");
        BankApi.money(CYCLE)
                .body("balanced", equalTo(true))
                .body("sealed_payments", equalTo(11))
                .body("regular.bank", contains("BNI", "BRI"))
                .body("regular.amount_idr", contains(450_000, 2_025_000));
    }

    @Test
    void aRepeatedPreparationFindsNoMorePayments() {
        familiesAt("BRI", 5);
        sealedCycle();
        BankApi.prepare(CYCLE).statusCode(200).body("instructed", equalTo(5));

        BankApi.prepare(CYCLE)
                .statusCode(200)
                .body("instructed", equalTo(0))
                .body("batches", hasSize(0));

        assertThat(BankApi.batchIds(CYCLE)).hasSize(2);
    }

    @Test
    void aPaymentThatCannotBeInstructedIsKeptAndOpensAnException() {
        familyAt("BRI");
        UUID unknown = knownFamily("SD");
        UUID noAccount = familyWith("BRI", "SITI", null);
        UUID pos = familyWith("POS", "SITI", "12345");
        UUID badName = familyWith("BRI", "=HYPERLINK(1)", "001234567890123");
        sealedCycle();

        BankApi.prepare(CYCLE)
                .statusCode(200)
                .body("instructed", equalTo(1))
                .body("not_instructed", equalTo(4));

        assertThat(reason(unknown)).isEqualTo("PAYEE_UNKNOWN OPEN 225000");
        assertThat(reason(noAccount)).isEqualTo("ACCOUNT_MISSING OPEN 225000");
        assertThat(reason(pos)).isEqualTo("BANK_WITHOUT_BIC OPEN 225000");
        assertThat(reason(badName)).isEqualTo("NAME_UNFIT OPEN 225000");
        BankApi.money(CYCLE)
                .body("balanced", equalTo(true))
                .body("regular[0].state", equalTo("NOT_INSTRUCTED"))
                .body("regular[0].amount_idr", equalTo(900_000));

        StubRegistry.knows(noAccount, "BRI", "SITI", "001234567890124");
        BankApi.prepare(CYCLE)
                .statusCode(200)
                .body("instructed", equalTo(1))
                .body("not_instructed", equalTo(3));
        assertThat(reason(noAccount)).isEqualTo("ACCOUNT_MISSING RESOLVED 225000");
        assertThat(tables.number("SELECT count(*) FROM bank_exception")).isEqualTo(4);
    }

    @Test
    void aPaymentToAnAccountThatIsNotConfirmedWaitsAndIsTakenByTheNextPreparation() {
        UUID paid = familyAt("BRI");
        UUID waiting = familyAt("BRI");
        UUID silent = familyAt("BRI");
        StubRegistry.knowsUnconfirmed(waiting, "BRI", "SITI CONTOH");
        StubRegistry.knowsWithoutSaying(silent, "BRI", "SITI CONTOH", "001234567890123");
        sealedCycle();

        BankApi.prepare(CYCLE)
                .statusCode(200)
                .body("instructed", equalTo(1))
                .body("not_instructed", equalTo(2))
                .body("left_out.reason", contains("ACCOUNT_NOT_CONFIRMED"))
                .body("left_out.payments", contains(2));
        assertThat(reason(waiting)).isEqualTo("ACCOUNT_NOT_CONFIRMED OPEN 225000");
        assertThat(reason(silent)).isEqualTo("ACCOUNT_NOT_CONFIRMED OPEN 225000");
        assertThat(instructionsOf(paid)).hasSize(1);
        assertThat(instructionsOf(waiting)).isEmpty();
        BankApi.money(CYCLE).body("balanced", equalTo(true));

        StubRegistry.knows(waiting, "BRI", "SITI CONTOH", "001234567890999");
        StubRegistry.knows(silent, "BRI", "SITI CONTOH", "001234567890123");
        BankApi.prepare(CYCLE)
                .statusCode(200)
                .body("instructed", equalTo(2))
                .body("not_instructed", equalTo(0))
                .body("left_out", hasSize(0));
        assertThat(reason(waiting)).isEqualTo("ACCOUNT_NOT_CONFIRMED RESOLVED 225000");
        assertThat(instructionsOf(waiting)).hasSize(1);
        BankApi.money(CYCLE).body("balanced", equalTo(true));
    }

    @Test
    void anAccountThatChangesAfterThePreparationIsNotInTheFileOfTheBatch() {
        UUID kpm = familyAt("BRI");
        String batch = preparedBatch();
        String hash = BankApi.hashOf(batch);

        StubRegistry.knowsUnconfirmed(kpm, "BRI", "SITI CONTOH");
        BankApi.approve(batch, hash, BankApi.CHECKER).statusCode(200);
        String file =
                BankApi.file(Caller.ofBank("BRI"), batch).statusCode(200).extract().asString();
        BankApi.send(batch, BankApi.SENDER).statusCode(200);

        assertThat(file).contains("<Id>001234567890123</Id>");
        assertThat(BankApi.hashOf(batch)).isEqualTo(hash);
        StubRegistry.knows(kpm, "BRI", "SITI CONTOH", "001234567890999");
        assertThat(BankApi.file(Caller.ofBank("BRI"), batch).extract().asString()).isEqualTo(file);
    }

    @Test
    void aPaymentOfARejectedBatchIsNotPreparedAgainForAnAccountThatIsNotConfirmed() {
        UUID kpm = familyAt("BRI");
        String batch = preparedBatch();
        BankApi.reject(batch, BankApi.CHECKER).statusCode(200);

        StubRegistry.knowsUnconfirmed(kpm, "BRI", "SITI CONTOH");
        BankApi.prepare(CYCLE, true)
                .statusCode(200)
                .body("instructed", equalTo(0))
                .body("left_out.reason", contains("ACCOUNT_NOT_CONFIRMED"));
        assertThat(instructionsOf(kpm)).hasSize(1);
    }

    /** The instructions to pay a family. */
    private List<String> instructionsOf(UUID kpmId) {
        return tables.lines("SELECT batch_id FROM payment_instruction WHERE kpm_id = ?", kpmId);
    }

    private String reason(UUID kpmId) {
        return tables.lines(
                        "SELECT reason, state, amount_idr FROM bank_exception WHERE kpm_id = ?",
                        kpmId)
                .get(0);
    }

    @Test
    void onlySealedCyclesArePrepared() {
        familyAt("BRI");
        Api.openSecondQuarter();

        BankApi.prepare(CYCLE).statusCode(409).body("code", equalTo("CYCLE_NOT_SEALED"));
        BankApi.prepare("2031-T1").statusCode(404);
    }

    @Test
    void anOfficerOfOneRegencyDoesNotPrepareTheCountrysPayments() {
        familyAt("BRI");
        sealedCycle();

        Caller.as(Roles.MINISTRY_OFFICER, "31")
                .request()
                .header("Accept-Language", "id")
                .contentType("application/json")
                .post("/api/v1/cycles/2026-T2/payment-batches")
                .then()
                .statusCode(403)
                .body("code", equalTo("AREAS_DO_NOT_COVER_PAYMENTS"))
                .body("title", equalTo("Wilayah Anda tidak mencakup semua pembayaran"));
        Caller.as(Roles.MINISTRY_OFFICER, "17")
                .request()
                .contentType("application/json")
                .post("/api/v1/cycles/2026-T2/payment-batches")
                .then()
                .statusCode(200);
        Caller.as(Roles.AUDITOR, "*")
                .request()
                .contentType("application/json")
                .post("/api/v1/cycles/2026-T2/payment-batches")
                .then()
                .statusCode(403);
    }

    @Test
    void theRegistryIsCalledInTheOfficersNameAndAnOutageOnlyDelaysThePreparation() {
        familiesAt("BRI", 5);
        sealedCycle();
        StubRegistry.answers(503);
        BankApi.prepare(CYCLE).statusCode(503).body("code", equalTo("REGISTRY_UNAVAILABLE"));
        assertThat(tables.lines("SELECT status, failure FROM preparation_run"))
                .containsExactly("INTERRUPTED REGISTRY_UNAVAILABLE");
        StubRegistry.answers(401);
        BankApi.prepare(CYCLE).statusCode(403).body("code", equalTo("REGISTRY_REFUSES_CALLER"));

        StubRegistry.answers(200);
        Caller maker = Caller.officer("maker-2");
        maker.request()
                .contentType("application/json")
                .post("/api/v1/cycles/2026-T2/payment-batches")
                .then()
                .statusCode(200)
                .body("instructed", equalTo(5));

        assertThat(StubRegistry.lastToken()).isEqualTo("Bearer " + maker.token());
        assertThat(tables.number("SELECT count(*) FROM preparation_run")).isEqualTo(1);
        assertThat(BankApi.batchIds(CYCLE)).hasSize(2);
    }

    @Test
    void anInterruptedPreparationIsResumedAfterItsLastChunkAndInstructsNoPaymentTwice() {
        familiesAt("BRI", 10);
        sealedCycle();
        StubRegistry.failsAfter(2);
        BankApi.prepare(CYCLE).statusCode(503);
        assertThat(states()).containsExactly("PLANNED 2", "SEALED 4");
        BankApi.money(CYCLE).body("balanced", equalTo(true));

        StubRegistry.answers(200);
        BankApi.prepare(CYCLE)
                .statusCode(200)
                .body("instructed", equalTo(10))
                .body("batches.payments", contains(4, 4, 2));

        assertThat(states()).containsExactly("SEALED 10");
        assertThat(tables.number("SELECT count(DISTINCT payment_id) FROM payment_instruction"))
                .isEqualTo(10);
    }

    @Test
    void aMissingFundingAccountRefusesThePreparationAndNamesTheBank() {
        familyAt("BSI");
        sealedCycle();

        BankApi.prepare(CYCLE)
                .statusCode(409)
                .body("code", equalTo("FUNDING_ACCOUNT_MISSING"))
                .body("bank", equalTo("BSI"));
        assertThat(tables.number("SELECT count(*) FROM payment_instruction")).isZero();
    }

    @Test
    void threePersonsPrepareApproveAndSendABatch() {
        UUID kpm = familyAt("BRI");
        String batch = preparedBatch();
        String hash = BankApi.hashOf(batch);

        BankApi.send(batch, BankApi.SENDER)
                .statusCode(409)
                .body("code", equalTo("BATCH_NOT_APPROVED"));
        BankApi.approve(batch, "0".repeat(64), BankApi.CHECKER)
                .statusCode(409)
                .body("code", equalTo("BATCH_HASH_DIFFERS"));
        BankApi.approve(batch, hash, BankApi.MAKER)
                .statusCode(409)
                .body("code", equalTo("BATCH_SAME_PERSON"))
                .body("detail", containsString("PKH-2026T2-BRI-001"));
        BankApi.approve(batch, hash, BankApi.CHECKER)
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("approval.by", equalTo(BankApi.CHECKER));
        BankApi.send(batch, BankApi.CHECKER)
                .statusCode(409)
                .body("code", equalTo("BATCH_SAME_PERSON"));
        BankApi.send(batch, BankApi.MAKER).statusCode(409);
        assertThat(states()).containsExactly("APPROVED 1");
        BankApi.send(batch, BankApi.SENDER).statusCode(200).body("status", equalTo("SENT"));
        BankApi.send(batch, BankApi.SENDER)
                .statusCode(409)
                .body("code", equalTo("BATCH_ALREADY_SENT"));
        BankApi.reject(batch, BankApi.CHECKER)
                .statusCode(409)
                .body("code", equalTo("BATCH_ALREADY_SENT"));

        assertThat(states()).containsExactly("SENT 1");
        assertThat(
                        tables.lines(
                                "SELECT old_status, new_status, source, source_id FROM instruction_history"))
                .containsExactly("PLANNED SENT SENDING " + BankApi.SENDER);
        assertThat(tables.publishedNames(kpm))
                .containsExactly("entitlement-calculated", "payment-sent");
        assertThat(tables.published(kpm).get(1).sequence()).isEqualTo(2);
        assertThat(tables.published(kpm).get(1).payload().toString())
                .contains("\"bank\":\"BRI\"", "\"attempt\":1", "\"amount_idr\":225000")
                .doesNotContain("SITI", "001234567890123");
    }

    @Test
    void neitherOfTheTwoWhoSealedTheCycleApprovesABatchOfIt() {
        familyAt("BRI");
        String batch = preparedBatch();
        String hash = BankApi.hashOf(batch);

        for (String person : new String[] {"officer-1", Api.SEALER}) {
            BankApi.approve(batch, hash, person)
                    .statusCode(409)
                    .body("code", equalTo("BATCH_APPROVER_SEALED"));
            assertThat(
                            catchThrowable(
                                    () ->
                                            tables.execute(
                                                    "UPDATE payment_batch SET status = 'APPROVED', approved_by = ?, approved_at = now(),"
                                                            + " approved_sha256 = list_sha256",
                                                    person)))
                    .hasStackTraceContaining("a person of the seal approves the batch");
        }
        BankApi.approve(batch, hash, BankApi.CHECKER).statusCode(200);
    }

    @Test
    void sendingAndRejectingNameTheListToo() {
        familyAt("BRI");
        String batch = preparedBatch();
        BankApi.reject(batch, "0".repeat(64), BankApi.CHECKER)
                .statusCode(409)
                .body("code", equalTo("BATCH_HASH_DIFFERS"));
        BankApi.approve(batch, BankApi.hashOf(batch), BankApi.CHECKER).statusCode(200);

        BankApi.send(Caller.approver(BankApi.SENDER).withNewKey(), batch, "0".repeat(64))
                .statusCode(409)
                .body("code", equalTo("BATCH_HASH_DIFFERS"));
        Caller.approver(BankApi.SENDER)
                .withNewKey()
                .post("/payment-batches/" + batch + "/sending", "{}")
                .statusCode(400)
                .body("code", equalTo("INVALID_REQUEST"));
        assertThat(states()).containsExactly("APPROVED 1");
    }

    @Test
    void thePaymentsOfARejectedBatchCanBePreparedAgain() {
        familiesAt("BRI", 2);
        String batch = preparedBatch();
        BankApi.reject(batch, BankApi.MAKER).statusCode(409);
        BankApi.reject(batch, BankApi.CHECKER).statusCode(200).body("status", equalTo("REJECTED"));
        BankApi.money(CYCLE)
                .body("balanced", equalTo(true))
                .body("regular.state", contains("NOT_INSTRUCTED"));

        BankApi.prepare(CYCLE)
                .statusCode(200)
                .body("instructed", equalTo(2))
                .body("batches[0].kind", equalTo("SUPPLEMENTARY"))
                .body("batches[0].message_id", equalTo("PKH-2026T2-BRI-002"));

        assertThat(states()).containsExactly("SEALED 2", "VOIDED 2");
    }

    @Test
    void aCompensatingPaymentGoesIntoASupplementaryBatch() {
        UUID decision = UUID.randomUUID();
        UUID held = familyAt("BRI");
        familyAt("BRI");
        tell(FactEvents.decision(held, decision, "HOLD"), 1);
        sealedCycle();
        BankApi.prepare(CYCLE).statusCode(200).body("instructed", equalTo(1));

        tell(FactEvents.lift(held, decision, "APPEAL_UPHELD"), 2);
        BankApi.prepare(CYCLE)
                .statusCode(200)
                .body("instructed", equalTo(1))
                .body("batches[0].kind", equalTo("SUPPLEMENTARY"));

        BankApi.money(CYCLE)
                .body("balanced", equalTo(true))
                .body("sealed_payments", equalTo(1))
                .body("compensating.payments", contains(1));
    }

    @Test
    void theSameKeyApprovesOnce() {
        familyAt("BRI");
        String batch = preparedBatch();
        String key = UUID.randomUUID().toString();
        String body = "{\"list_sha256\":\"" + BankApi.hashOf(batch) + "\"}";

        for (int time = 1; time <= 2; time++) {
            Caller.approver(BankApi.CHECKER)
                    .withKey(key)
                    .post("/payment-batches/" + batch + "/approval", body)
                    .statusCode(200)
                    .header("Idempotency-Replayed", time == 2 ? equalTo("true") : equalTo(null));
        }
        Caller.officer(BankApi.CHECKER)
                .withKey(key + "-other")
                .post("/payment-batches/" + batch + "/approval", body)
                .statusCode(403);
    }
}
