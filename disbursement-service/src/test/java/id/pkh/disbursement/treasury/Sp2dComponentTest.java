package id.pkh.disbursement.treasury;

import static id.pkh.disbursement.support.TreasuryApi.APPROVER;
import static id.pkh.disbursement.support.TreasuryApi.CLERK;
import static id.pkh.disbursement.support.TreasuryApi.ISSUED_ON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.Api;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.Pain002;
import id.pkh.disbursement.support.TreasuryApi;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The money that the treasury gives to a bank, and what is sent of it. */
@QuarkusTest
class Sp2dComponentTest extends BankComponentTest {

    private static final String LIST = "/cycles/" + CYCLE + "/sp2d";
    private static final String NUMBER = "230731701000123";
    private static final String SEND =
            "UPDATE payment_batch SET status = 'SENT', sent_by = 'third', sent_at = now()";

    @Test
    void nothingIsSentWithoutAnApprovedDocument() {
        familyAt("BRI");
        String batch = approvedBatch();
        refused(batch, "SP2D_NOT_RECORDED");

        String sp2d = recorded(NUMBER, AMOUNT_OF_SD);
        refused(batch, "SP2D_NOT_RECORDED");
        assertThat(catchThrowable(() -> tables.execute(SEND)))
                .hasStackTraceContaining("more is sent to a bank");

        TreasuryApi.approve(APPROVER, sp2d, NUMBER, AMOUNT_OF_SD)
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("in_force", equalTo(true))
                .body("decided_by", equalTo(APPROVER));
        BankApi.sendAsGiven(batch, BankApi.SENDER).statusCode(200);
        BankApi.money(CYCLE)
                .body("treasury.bank", contains("BRI"))
                .body("treasury.documents", contains(1))
                .body("treasury.received_idr", contains(AMOUNT_OF_SD))
                .body("treasury.used_idr", contains(AMOUNT_OF_SD))
                .body("treasury.left_idr", contains(0));
    }

    @Test
    void noFileGoesAboveTheSumOfTheDocuments() {
        familiesAt("BRI", 2);
        String batch = approvedBatch();
        TreasuryApi.give(CYCLE, "BRI", 2 * AMOUNT_OF_SD - 1);
        TreasuryApi.give(CYCLE, "BNI", 2 * AMOUNT_OF_SD);

        BankApi.sendAsGiven(batch, BankApi.SENDER)
                .statusCode(409)
                .body("code", equalTo("SP2D_EXCEEDED"))
                .body("left_idr", equalTo(2 * AMOUNT_OF_SD - 1))
                .body("detail", containsString("BRI"));
        assertThat(catchThrowable(() -> tables.execute(SEND)))
                .hasStackTraceContaining("more is sent to a bank");
        TreasuryApi.give(CYCLE, "BRI", 1);
        BankApi.sendAsGiven(batch, BankApi.SENDER).statusCode(200);
    }

    @Test
    void whatABankRefusedCanBeSentAgainAndWhatItReturnedCannot() {
        UUID refusedFamily = familyAt("BRI");
        UUID returned = familyAt("BRI");
        String batch = approvedBatch();
        TreasuryApi.give(CYCLE, "BRI", 2 * AMOUNT_OF_SD);
        BankApi.sendAsGiven(batch, BankApi.SENDER).statusCode(200);
        BankApi.report(
                        "BRI",
                        Pain002.answering("PKH-2026T2-BRI-001")
                                .line(paymentOf(refusedFamily), "RJCT", "AC04")
                                .line(paymentOf(returned), "ACCC")
                                .bytes())
                .statusCode(201);
        returns("BRI", returned, "AC06");
        accountConfirmed(refusedFamily);
        accountConfirmed(returned);
        BankApi.prepare(CYCLE, true).statusCode(200).body("instructed", equalTo(2));
        String second = BankApi.batchIds(CYCLE).get(1);
        BankApi.approve(second, BankApi.hashOf(second), BankApi.CHECKER).statusCode(200);

        refused(second, "SP2D_EXCEEDED");
        TreasuryApi.give(CYCLE, "BRI", AMOUNT_OF_SD);
        BankApi.sendAsGiven(second, BankApi.SENDER).statusCode(200);
    }

    @Test
    void anotherPersonApprovesByNumberAndAmount() {
        familyAt("BRI");
        sealedCycle();
        String sp2d = recorded(NUMBER, 1_000_000);
        assertThat(work(Caller.approver(APPROVER))).contains("SP2D_TO_APPROVE " + sp2d);
        assertThat(work(Caller.approver(CLERK))).doesNotContain("SP2D_TO_APPROVE " + sp2d);

        TreasuryApi.approve(CLERK, sp2d, NUMBER, 1_000_000)
                .statusCode(409)
                .body("code", equalTo("SP2D_SAME_PERSON"));
        TreasuryApi.approve(APPROVER, sp2d, NUMBER, 999_999)
                .statusCode(409)
                .body("code", equalTo("SP2D_DIFFERS"));
        TreasuryApi.approve(APPROVER, sp2d, NUMBER, 1_000_000).statusCode(200);
        TreasuryApi.approve("approver-9", sp2d, NUMBER, 1_000_000)
                .statusCode(409)
                .body("code", equalTo("SP2D_NOT_WAITING"));
        TreasuryApi.refuse(Caller.officer(CLERK), sp2d, "mistyped")
                .statusCode(409)
                .body("code", equalTo("SP2D_NOT_WAITING"));
        assertThat(work(Caller.approver(APPROVER))).isEmpty();
    }

    @Test
    void aRefusedRecordCanBeMadeAgain() {
        familyAt("BRI");
        sealedCycle();
        String sp2d = recorded(NUMBER, 1_000_000);
        TreasuryApi.record(CYCLE, "BNI", NUMBER, 1)
                .statusCode(409)
                .body("code", equalTo("SP2D_ALREADY_RECORDED"));

        TreasuryApi.refuse(Caller.officer(CLERK), sp2d, " ")
                .statusCode(422)
                .body("code", equalTo("REASON_REQUIRED"));
        TreasuryApi.refuse(Caller.officer(CLERK), sp2d, "mistyped")
                .statusCode(200)
                .body("status", equalTo("REFUSED"))
                .body("refusal_reason", equalTo("mistyped"));
        recorded(NUMBER, 2_000_000);
        Caller.auditor()
                .get(LIST + "?bank=BRI")
                .statusCode(200)
                .body("items.status", contains("REFUSED", "RECORDED"))
                .body("items.in_force", contains(false, false));
        Caller.auditor().get(LIST + "?bank=BNI").body("items", hasSize(0));
    }

    @Test
    void aCorrectionSupersedesVisiblyAndNeverFallsBelowWhatWasSent() {
        familiesAt("BRI", 2);
        String batch = approvedBatch();
        String first = TreasuryApi.give(CYCLE, "BRI", 5 * AMOUNT_OF_SD);
        BankApi.sendAsGiven(batch, BankApi.SENDER).statusCode(200);

        String low = corrected(first, "K-1", 2 * AMOUNT_OF_SD - 1);
        TreasuryApi.correct(first, "K-2", ISSUED_ON, 1)
                .statusCode(409)
                .body("code", equalTo("SP2D_CORRECTION_WAITS"));
        TreasuryApi.approve(APPROVER, low, "K-1", 2 * AMOUNT_OF_SD - 1)
                .statusCode(409)
                .body("code", equalTo("SP2D_BELOW_SENT"));
        TreasuryApi.refuse(Caller.approver(APPROVER), low, "below what was sent").statusCode(200);

        String right = corrected(first, "K-1", 2 * AMOUNT_OF_SD);
        TreasuryApi.approve(APPROVER, right, "K-1", 2 * AMOUNT_OF_SD).statusCode(200);
        TreasuryApi.correct(first, "K-3", ISSUED_ON, 1)
                .statusCode(409)
                .body("code", equalTo("SP2D_NOT_IN_FORCE"));
        Caller.auditor()
                .get(LIST)
                .body("items.status", contains("APPROVED", "REFUSED", "APPROVED"))
                .body("items.superseded_by", contains(equalTo(right), nullValue(), nullValue()))
                .body("items.supersedes", contains(nullValue(), equalTo(first), equalTo(first)))
                .body("items.in_force", contains(false, false, true));
        BankApi.money(CYCLE).body("treasury.left_idr", contains(0));
    }

    @Test
    void refusesWhatNoDocumentCanState() {
        familyAt("BRI");
        Api.openSecondQuarter();
        TreasuryApi.record(CYCLE, "BRI", NUMBER, 1)
                .statusCode(409)
                .body("code", equalTo("CYCLE_NOT_SEALED"));
        Api.calculate(CYCLE).statusCode(200);
        Api.seal(CYCLE).statusCode(200);

        TreasuryApi.record("2031-T1", "BRI", NUMBER, 1).statusCode(404);
        TreasuryApi.record(CYCLE, "BPD", NUMBER, 1)
                .statusCode(422)
                .body("code", equalTo("BANK_CODE_UNKNOWN"));
        TreasuryApi.record(Caller.officer(CLERK), CYCLE, "BRI", NUMBER, "2099-01-01", 1)
                .statusCode(422)
                .body("code", equalTo("SP2D_DAY_INVALID"));
        TreasuryApi.record(CYCLE, "BRI", "a b", 1).statusCode(400);
        TreasuryApi.record(CYCLE, "BRI", NUMBER, 0).statusCode(400);
        TreasuryApi.record(
                        Caller.named("officer-9", Roles.MINISTRY_OFFICER, "17"),
                        CYCLE,
                        "BRI",
                        NUMBER,
                        ISSUED_ON,
                        1)
                .statusCode(403)
                .body("code", equalTo("AREAS_NOT_NATIONAL"));
        Caller.named("officer-9", Roles.MINISTRY_OFFICER, "17")
                .get(LIST)
                .statusCode(403)
                .body("code", equalTo("AREAS_DO_NOT_COVER_PAYMENTS"));
        String nobody = UUID.randomUUID().toString();
        TreasuryApi.approve(APPROVER, nobody, NUMBER, 1).statusCode(404);
        TreasuryApi.refuse(Caller.officer(), nobody, "none").statusCode(404);
        TreasuryApi.correct(nobody, NUMBER, ISSUED_ON, 1).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE sp2d SET amount_idr = amount_idr + 1",
                "UPDATE sp2d SET bank = 'BNI'",
                "UPDATE sp2d SET decided_by = 'other'",
                "UPDATE sp2d SET status = 'RECORDED', decided_by = NULL, decided_at = NULL",
                "UPDATE sp2d SET superseded_by = sp2d_id",
                "DELETE FROM sp2d",
                "INSERT INTO sp2d SELECT gen_random_uuid(), cycle_id, bank, sp2d_number, issued_on, spm_number, amount_idr,"
                        + " NULL, NULL, 'APPROVED', 'a', now(), 'b', now() FROM sp2d",
                "INSERT INTO sp2d SELECT gen_random_uuid(), cycle_id, bank, 'OTHER', issued_on, spm_number, amount_idr,"
                        + " NULL, NULL, 'APPROVED', 'a', now(), 'a', now() FROM sp2d",
                "INSERT INTO sp2d SELECT gen_random_uuid(), cycle_id, 'BNI', 'OTHER', issued_on, spm_number, amount_idr,"
                        + " sp2d_id, 'r', 'RECORDED', 'a', now() FROM sp2d"
            })
    void theDatabaseProtectsAnApprovedDocument(String sql) {
        familyAt("BRI");
        sealedCycle();
        TreasuryApi.give(CYCLE, "BRI", AMOUNT_OF_SD);

        assertThat(catchThrowable(() -> tables.execute(sql))).as(sql).isNotNull();
    }

    private String approvedBatch() {
        String batch = preparedBatch();
        BankApi.approve(batch, BankApi.hashOf(batch), BankApi.CHECKER).statusCode(200);
        return batch;
    }

    private static void refused(String batch, String code) {
        BankApi.sendAsGiven(batch, BankApi.SENDER).statusCode(409).body("code", equalTo(code));
    }

    private static String recorded(String number, long amountIdr) {
        return TreasuryApi.record(CYCLE, "BRI", number, amountIdr)
                .statusCode(201)
                .body("status", equalTo("RECORDED"))
                .body("in_force", equalTo(false))
                .extract()
                .path("sp2d_id");
    }

    private static String corrected(String sp2d, String number, long amountIdr) {
        return TreasuryApi.correct(sp2d, number, ISSUED_ON, amountIdr)
                .statusCode(201)
                .body("supersedes", equalTo(sp2d))
                .body("correction_reason", equalTo("The amount was mistyped"))
                .extract()
                .path("sp2d_id");
    }

    private static List<String> work(Caller caller) {
        return caller.read("/my-work")
                .getList("items.collect { it.kind + ' ' + it.subject_ids[0] }");
    }
}
