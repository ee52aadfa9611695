package id.pkh.disbursement.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.Camt054;
import id.pkh.disbursement.support.Pain002;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What banks book: credits and returns of payments, of whichever files. */
@QuarkusTest
class BookingComponentTest extends BankComponentTest {

    private static final String AMOUNT = "225000.00";

    private Camt054 notice() {
        return Camt054.of(
                tables.lines("SELECT funding_account FROM payment_batch WHERE bank = 'BRI'")
                        .get(0));
    }

    @Test
    void aCreditAndAReturnMoveThePaymentWithTheirDays() {
        List<UUID> families = familiesAt("BRI", 3);
        sentBatch();
        BankApi.report("BRI", Pain002.answering("PKH-2026T2-BRI-001").group("ACSC", null).bytes())
                .statusCode(201);

        String report =
                BankApi.report(
                                "BRI",
                                notice().credit(paymentOf(families.get(0)), AMOUNT, "R1")
                                        .credit(paymentOf(families.get(1)), AMOUNT, "R2")
                                        .back(paymentOf(families.get(1)), AMOUNT, "R3", "AC04")
                                        .entry("DBIT", "6500.00", "2026-04-20", "")
                                        .bytes())
                        .statusCode(201)
                        .body("kind", equalTo("CAMT_054"))
                        .body("batch_id", nullValue())
                        .body("lines", equalTo(4))
                        .body("outcomes.MATCHED", equalTo(3))
                        .body("outcomes.NOT_OURS", equalTo(1))
                        .extract()
                        .path("report_id");

        assertThat(states()).containsExactly("ACCEPTED 1", "CREDITED 1", "RETURNED 1");
        BankApi.exceptions("?open=true")
                .body("items.exception_class", contains("CORRECTION_PENDING"));
        assertThat(tables.publishedNames(families.get(1)))
                .endsWith("payment-credited", "payment-returned");
        var returned = tables.published(families.get(1));
        assertThat(returned.get(returned.size() - 1).payload().toString())
                .contains("\"reason\":\"ACCOUNT_CLOSED\"", "\"occurred_on\":\"2026-04-22\"");
        assertThat(
                        tables.lines(
                                "SELECT kind, booked_on, bank_ref FROM payment_booking ORDER BY bank_ref"))
                .containsExactly(
                        "CREDIT 2026-04-20 R1", "CREDIT 2026-04-20 R2", "RETURN 2026-04-22 R3");
        Caller.as(Roles.AUDITOR, "*")
                .get("/bank-reports/" + report + "/lines?outcome=NOT_OURS")
                .statusCode(200)
                .body("items.line_no", contains(4))
                .body("items.booked_on", contains("2026-04-20"));
        Caller.officer()
                .get("/cycles/" + CYCLE + "/unsettled-payments?status=RETURNED")
                .body("items[0].bank_reason", equalTo("AC04"))
                .body("items[0].bank_reason_text", equalTo("kembali"));
        assertThat(tables.number("SELECT count(*) FROM bank_report_chunk")).isZero();
        BankApi.money(CYCLE).body("balanced", equalTo(true));
    }

    @Test
    void aReturnedPaymentIsSentAgainOnlyWhenAskedForAndThenCreditedInItsNewFile() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        BankApi.report(
                        "BRI",
                        notice().credit(paymentOf(kpm), AMOUNT, "R1")
                                .back(paymentOf(kpm), AMOUNT, "R2", "AC04")
                                .bytes())
                .statusCode(201);
        BankApi.prepare(CYCLE).statusCode(200).body("instructed", equalTo(0));
        BankApi.prepare(CYCLE, true).statusCode(200).body("instructed", equalTo(0));
        accountConfirmed(kpm);
        BankApi.prepare(CYCLE, true).statusCode(200).body("instructed", equalTo(1));
        BankApi.approveAndSend(BankApi.batchIds(CYCLE).get(1));

        BankApi.report("BRI", notice().credit(paymentOf(kpm), AMOUNT, "R3").bytes())
                .statusCode(201)
                .body("outcomes.MATCHED", equalTo(1));

        assertThat(states()).containsExactly("CREDITED 1", "RETURNED 1");
        assertThat(tables.lines("SELECT attempt, status FROM instruction_status ORDER BY 1"))
                .containsExactly("1 RETURNED", "2 CREDITED");
    }

    @Test
    void whatDoesNotFollowIsAnExceptionAndKeepsThePaymentFromAnotherFile() {
        List<UUID> families = familiesAt("BRI", 4);
        sentBatch();
        BankApi.report(
                        "BRI",
                        notice().credit(paymentOf(families.get(0)), AMOUNT, "R1")
                                .back(paymentOf(families.get(0)), AMOUNT, "R2", "AC04")
                                .credit(paymentOf(families.get(0)), AMOUNT, "R3")
                                .back(paymentOf(families.get(1)), AMOUNT, "R4", "AC06")
                                .credit(paymentOf(families.get(2)), "1.00", "R5")
                                .entry(
                                        "DBIT",
                                        AMOUNT,
                                        "2026-04-20",
                                        Camt054.details(
                                                paymentOf(families.get(3)),
                                                Camt054.payee("999"),
                                                null,
                                                "R6",
                                                null))
                                .credit(paymentOf(families.get(2)), AMOUNT, "R7")
                                .credit(paymentOf(families.get(2)), AMOUNT, "R8")
                                .credit(UUID.randomUUID().toString(), AMOUNT, "R9")
                                .bytes())
                .statusCode(201);

        BankApi.exceptions("?open=true")
                .body(
                        "items.exception_class",
                        containsInAnyOrder(
                                "CREDIT_AFTER_RETURN",
                                "RETURN_WITHOUT_CREDIT",
                                "AMOUNT_MISMATCH",
                                "ACCOUNT_MISMATCH",
                                "DUPLICATE_CREDIT",
                                "UNMATCHED_LINE",
                                "CORRECTION_PENDING"));
        assertThat(states()).containsExactly("CREDITED 1", "RETURNED 1", "SENT 2");
        BankApi.prepare(CYCLE, true).statusCode(200).body("instructed", equalTo(0));
        BankApi.twoFind("NOT_PAID", BankApi.openOf("RETURN_WITHOUT_CREDIT"));
        BankApi.prepare(CYCLE, true).statusCode(200).body("instructed", equalTo(1));
    }

    @Test
    void theSameBookingInAnotherNoticeChangesNothing() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        byte[] notice = notice().credit(paymentOf(kpm), AMOUNT, "R1").bytes();
        BankApi.report("BRI", notice).statusCode(201);
        long events = tables.number("SELECT count(*) FROM outbox");

        BankApi.report("BRI", notice).statusCode(200).body("repeated", equalTo(true));
        BankApi.report("BRI", notice().credit(paymentOf(kpm), AMOUNT, "R1").bytes())
                .statusCode(201)
                .body("outcomes.DUPLICATE", equalTo(1));

        assertThat(tables.number("SELECT count(*) FROM outbox")).isEqualTo(events);
        BankApi.exceptions("?open=true").body("items", hasSize(0));
    }

    @Test
    void wrongTotalsAndAMissingEndMoveNothing() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        Camt054 notice = notice().credit(paymentOf(kpm), AMOUNT, "R1").declaring(2, AMOUNT);

        BankApi.report("BRI", notice.bytes())
                .statusCode(422)
                .body("code", equalTo("REPORT_TOTALS_DIFFER"))
                .body("total", equalTo("COUNT_NOT_OF_ENTRIES"))
                .body("found", equalTo("2"))
                .body("expected", equalTo("1"));
        byte[] whole = notice.declaring(1, AMOUNT).bytes();
        BankApi.report("BRI", Arrays.copyOf(whole, whole.length - 60))
                .statusCode(422)
                .body("code", equalTo("REPORT_CUT"));

        assertThat(states()).containsExactly("SENT 1");
        BankApi.exceptions("?open=true")
                .body(
                        "items.exception_class",
                        containsInAnyOrder("CONTROL_TOTAL_MISMATCH", "PARTIAL_FILE"));
    }

    @Test
    void aNoticeOnABanksBehalfWaitsForAPersonWithoutAPartInItsBatches() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        byte[] notice = notice().credit(paymentOf(kpm), AMOUNT, "R1").bytes();
        BankApi.report(Caller.officer(BankApi.MAKER), "?bank=BRI", notice)
                .statusCode(409)
                .body("code", equalTo("REPORT_SAME_PERSON"));
        assertThat(tables.number("SELECT count(*) FROM bank_report")).isZero();

        var waiting =
                BankApi.report(Caller.officer("other-1"), "?bank=BRI", notice)
                        .statusCode(202)
                        .body("status", equalTo("AWAITING_CONFIRMATION"))
                        .extract()
                        .jsonPath();
        String id = waiting.getString("report_id");
        String sha256 = waiting.getString("sha256");
        assertThat(states()).containsExactly("SENT 1");
        BankApi.confirmReport(Caller.approver(BankApi.SENDER), id, sha256)
                .statusCode(409)
                .body("code", equalTo("REPORT_SAME_PERSON"));
        assertThat(
                        catchThrowable(
                                () ->
                                        tables.execute(
                                                "UPDATE bank_report SET status = 'STAGED', confirmed_by = ?, confirmed_at = now()",
                                                BankApi.SENDER)))
                .hasStackTraceContaining("a person of the batch answers for the bank");
        BankApi.confirmReport(Caller.officer("other-2"), id, sha256).statusCode(202);
        jobs.await(UUID.fromString(id), Duration.ofSeconds(30));

        assertThat(states()).containsExactly("CREDITED 1");
    }

    @Test
    void theDatabaseProtectsBookingsAndNothingIsReturnedWithoutOne() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        BankApi.report("BRI", notice().credit(paymentOf(kpm), AMOUNT, "R1").bytes())
                .statusCode(201);

        for (String sql :
                List.of(
                        "UPDATE payment_instruction SET status = 'RETURNED'",
                        "UPDATE payment_booking SET booked_on = now()",
                        "DELETE FROM payment_booking",
                        "INSERT INTO payment_booking SELECT * FROM payment_booking",
                        "DELETE FROM bank_report_named_batch",
                        "UPDATE bank_report SET kind = 'PAIN_002'")) {
            assertThat(catchThrowable(() -> tables.execute(sql))).as(sql).isNotNull();
        }
    }

    /** Through HTTP for a sample: the reader and the rule are tested for every byte. */
    @Test
    void aDamagedNoticeIsNeverAnInternalError() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        byte[] whole = notice().entriesAre("PDNG").credit(paymentOf(kpm), AMOUNT, "R1").bytes();
        for (int at = 0; at < whole.length; at += 41) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 0x11;
            BankApi.report("BRI", flipped).statusCode(lessThan(500));
            BankApi.report("BRI", Arrays.copyOf(whole, at + 1)).statusCode(lessThan(500));
        }

        assertThat(states()).containsExactly("SENT 1");
    }
}
