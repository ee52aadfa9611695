package id.pkh.disbursement.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.FactEvents;
import id.pkh.disbursement.support.Pain002;
import id.pkh.testsupport.RuleTable;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a bank refused because of the family's account or name is corrected, then sent again. */
@QuarkusTest
class CorrectionComponentTest extends BankComponentTest {

    static List<List<String>> attempts() {
        return RuleTable.rows(
                "bank-answers.md",
                "attempt",
                "reason",
                "account confirmed",
                "two people with evidence",
                "another attempt");
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void aPaymentIsSentAgainAsThePageSays(List<String> row) {
        UUID kpm = familyAt("BRI");
        String confirmed = row.get(2);
        if (confirmed.equals("before the file")) {
            accountConfirmed(kpm);
        }
        sentBatch();
        if (confirmed.equals("while the file was at the bank")) {
            accountConfirmed(kpm);
        }
        answered(kpm, row.get(0), row.get(1));
        if (confirmed.equals("after the refusal")) {
            accountConfirmed(kpm);
        }
        if (row.get(3).equals("yes")) {
            statedWithEvidence(correction());
        }
        BankApi.prepare(CYCLE, true)
                .statusCode(200)
                .body("instructed", equalTo(row.get(4).equals("yes") ? 1 : 0));
    }

    private void answered(UUID kpm, String status, String reason) {
        switch (status) {
            case "REJECTED" -> refused(kpm, reason);
            case "RETURNED" -> {
                BankApi.report("BRI", answer().line(paymentOf(kpm), "ACCC").bytes())
                        .statusCode(201);
                returns("BRI", kpm, reason);
            }
            default -> Caller.officer().post("/bank-reports/overdue").statusCode(200);
        }
        assertThat(states()).containsExactly(status + " 1");
    }

    private void refused(UUID kpm, String reason) {
        BankApi.report("BRI", answer().line(paymentOf(kpm), "RJCT", reason).bytes())
                .statusCode(201);
    }

    private Pain002 answer() {
        return Pain002.answering(
                tables.text("SELECT message_id FROM payment_batch ORDER BY file_no LIMIT 1"));
    }

    private String correction() {
        return tables.text(
                "SELECT exception_id FROM bank_exception WHERE exception_class = 'CORRECTION_PENDING'"
                        + " AND state <> 'RESOLVED'");
    }

    private static void statedWithEvidence(String correction) {
        BankApi.resolve(
                        correction,
                        "one",
                        "{\"reason\":\"the bank has unblocked it\",\"evidence\":\"letter 12 of the bank\"}")
                .statusCode(200)
                .body("evidence", equalTo("letter 12 of the bank"));
        BankApi.confirm(correction, "two").statusCode(200);
    }

    @Test
    void aCorrectionEndsByTheAccountOfItsFamilyAndIsShownUntilThen() {
        UUID kpm = familyAt("BRI");
        UUID other = familyAt("BRI");
        sentBatch();
        refused(kpm, "AC01");
        Caller.officer()
                .get("/cycles/" + CYCLE + "/unsettled-payments")
                .body("items.correction_pending", contains(true));
        accountConfirmed(other);
        BankApi.exceptions("?class=CORRECTION_PENDING")
                .body("items[0].state", equalTo("OPEN"))
                .body("items[0].owner", equalTo("FACILITATOR"));
        accountConfirmed(kpm);
        BankApi.exceptions("?class=CORRECTION_PENDING")
                .body("items[0].state", equalTo("RESOLVED"))
                .body("items[0].settled_by_fact", equalTo("ACCOUNT_CONFIRMED"))
                .body("items[0].proposed_by", equalTo(null));
        Caller.officer()
                .get("/cycles/" + CYCLE + "/unsettled-payments")
                .body("items.correction_pending", contains(false));
    }

    @Test
    void theSameEventTwiceAndAnOldOneChangeNothing() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        refused(kpm, "AC01");
        tell(FactEvents.accountConfirmed(kpm, Instant.now().minus(Duration.ofDays(1))), 1);
        BankApi.exceptions("?class=CORRECTION_PENDING&open=false").body("items", empty());
        var confirmed = FactEvents.accountConfirmed(kpm, Instant.now());
        tell(confirmed, 2);
        tell(confirmed, 3);
        assertThat(tables.number("SELECT count(*) FROM account_confirmation")).isEqualTo(2);
        BankApi.exceptions("?class=CORRECTION_PENDING&open=true").body("items", empty());
    }

    @Test
    void aSecondRefusalIsCorrectedAsWell() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        refused(kpm, "AC01");
        accountConfirmed(kpm);
        BankApi.prepare(CYCLE, true).statusCode(200).body("instructed", equalTo(1));
        BankApi.approveAndSend(BankApi.batchIds(CYCLE).get(1));
        BankApi.report(
                        "BRI",
                        Pain002.answering(
                                        tables.text(
                                                "SELECT message_id FROM payment_batch WHERE file_no = 2"))
                                .line(paymentOf(kpm), "RJCT", "BE01")
                                .bytes())
                .statusCode(201);
        BankApi.prepare(CYCLE, true).statusCode(200).body("instructed", equalTo(0));
        accountConfirmed(kpm);
        BankApi.prepare(CYCLE, true).statusCode(200).body("instructed", equalTo(1));
        BankApi.money(CYCLE).body("balanced", equalTo(true));
    }

    @Test
    void twoPeopleStateWithEvidenceThatNothingHadToBeChanged() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        refused(kpm, "AC06");
        String correction = correction();
        String path = "/bank-exceptions/" + correction + "/resolution";
        Caller field = Caller.administrator(FactEvents.VILLAGE);
        for (String evidence : List.of("null", "\"  \"")) {
            field.withNewKey()
                    .post(path, "{\"reason\":\"unblocked\",\"evidence\":%s}".formatted(evidence))
                    .statusCode(422)
                    .body("code", equalTo("EVIDENCE_REQUIRED"));
        }
        field.withNewKey()
                .post(path, "{\"reason\":\"unblocked\",\"evidence\":\"account 0012345678901234\"}")
                .statusCode(422)
                .body("code", equalTo("TEXT_HAS_LONG_NUMBER"));
        Caller.administrator("18")
                .withNewKey()
                .post(path, "{\"reason\":\"unblocked\",\"evidence\":\"letter 4\"}")
                .statusCode(404);
        Caller.facilitator(FactEvents.VILLAGE)
                .withNewKey()
                .post(path, "{\"reason\":\"unblocked\",\"evidence\":\"letter 4\"}")
                .statusCode(403);
        field.withNewKey()
                .post(path, "{\"reason\":\"unblocked\",\"evidence\":\"letter 4\"}")
                .statusCode(200);
        assertThat(
                        Caller.officer("officer-3")
                                .get("/my-work")
                                .extract()
                                .jsonPath()
                                .getList("items.kind", String.class))
                .containsExactly("EXCEPTION_TO_SETTLE");
        field.withNewKey()
                .post(path, "{\"confirm\":true,\"version\":1}")
                .statusCode(409)
                .body("code", equalTo("EXCEPTION_SAME_PERSON"));
        BankApi.confirm(correction, "officer-3").statusCode(200);
        BankApi.prepare(CYCLE, true).statusCode(200).body("instructed", equalTo(1));
    }

    @Test
    void theDatabaseRefusesAnAttemptBeforeTheCorrection() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        refused(kpm, "AC04");
        String again =
                "INSERT INTO payment_batch (batch_id, cycle_id, run_id, bank, bic, funding_account, debtor_name, kind, file_no,"
                        + " message_id, status, makers, created_at) SELECT gen_random_uuid(), cycle_id, run_id, bank, bic,"
                        + " funding_account, debtor_name, 'SUPPLEMENTARY', 9, 'PKH-9', 'PREPARING', makers, now()"
                        + " FROM payment_batch LIMIT 1";
        tables.execute(again);
        assertThatThrownBy(
                        () ->
                                tables.change(
                                        "INSERT INTO payment_instruction (instruction_id, batch_id, line_no, attempt, payment_id, kpm_id,"
                                                + " cycle_id, village_code, amount_idr, payee_cipher, account_cipher, status, status_at)"
                                                + " SELECT gen_random_uuid(), b.batch_id, 1, 2, i.payment_id, i.kpm_id, i.cycle_id,"
                                                + " i.village_code, i.amount_idr, i.payee_cipher, i.account_cipher, 'PLANNED', now()"
                                                + " FROM payment_instruction i, payment_batch b WHERE b.file_no = 9"))
                .hasMessageContaining("before what the bank refused was corrected");
        assertThatThrownBy(
                        () ->
                                tables.change(
                                        "UPDATE bank_exception SET state = 'RESOLVED', resolved_by = 'x', resolved_at = now(),"
                                                + " settled_by_fact = 'ACCOUNT_CONFIRMED'"
                                                + " WHERE exception_class = 'CORRECTION_PENDING'"))
                .hasMessageContaining("no account of the family was confirmed");
        assertThatThrownBy(
                        () ->
                                tables.change(
                                        "UPDATE bank_exception SET state = 'RESOLVED', proposed_by = 'x', proposed_at = now(), proposal = 'y',"
                                                + " proposed_by_ministry = true, resolved_by = 'z', resolved_at = now()"
                                                + " WHERE exception_class = 'CORRECTION_PENDING'"))
                .hasMessageContaining("exception_correction_evidence");
    }
}
