package id.pkh.disbursement.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.batch.domain.TakingOutReason;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.FactEvents;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.RuleTable;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One payment is taken out of a batch before it is approved, and is held until two people act. */
@QuarkusTest
class TakenOutPaymentComponentTest extends BankComponentTest {

    private static final Caller OFFICER = Caller.officer("officer-9");
    private static final String ACCOUNT = "001234567890999";

    static List<List<String>> afterwards() {
        return RuleTable.rows(
                "payments.md", "account confirmed", "two people with evidence", "next file");
    }

    private static String path(String batch) {
        return "/payment-batches/" + batch;
    }

    private void takeOut(String batch, UUID family) {
        BankApi.takeOut(OFFICER, batch, paymentOf(family), BankApi.hashOf(batch), "ACCOUNT_SHARED")
                .statusCode(200);
    }

    private String correction() {
        return tables.text(
                "SELECT exception_id FROM bank_exception WHERE exception_class = 'CORRECTION_PENDING'");
    }

    @Test
    void theTotalsChangeAndOnlyWhatIsLeftCanBeApprovedAndSent() {
        UUID doubted = familyWith("BRI", "SITI CONTOH", ACCOUNT);
        UUID other = familyWith("BRI", "ANI CONTOH", ACCOUNT);
        familyAt("BRI");
        String batch = preparedBatch();
        String before = BankApi.hashOf(batch);
        BankApi.takeOut(OFFICER, batch, paymentOf(doubted), before, "ACCOUNT_SHARED")
                .statusCode(200)
                .body("payments", equalTo(2))
                .body("amount_idr", equalTo(2 * AMOUNT_OF_SD))
                .body("taken_out_payments", equalTo(1))
                .body("list_sha256", not(equalTo(before)))
                .body("prepared_by", contains(BankApi.MAKER, "officer-9"))
                .body("status", equalTo("PREPARED"));
        Caller.officer().get(path(batch) + "/findings/summary").body("findings", equalTo(0));
        BankApi.approve(batch, before, BankApi.CHECKER)
                .statusCode(409)
                .body("code", equalTo("BATCH_HASH_DIFFERS"));
        BankApi.approve(batch, BankApi.hashOf(batch), "officer-9")
                .statusCode(409)
                .body("code", equalTo("BATCH_SAME_PERSON"));
        BankApi.approveAndSend(batch);
        assertThat(states()).containsExactly("SENT 2", "VOIDED 1");
        String file =
                BankApi.file(Caller.ofBank("BRI"), batch).statusCode(200).extract().asString();
        assertThat(file)
                .contains(paymentOf(other).replace("-", ""))
                .contains("<NbOfTxs>2</NbOfTxs>")
                .contains("<CtrlSum>450000.00</CtrlSum>")
                .doesNotContain(paymentOf(doubted).replace("-", ""));
        BankApi.money(CYCLE)
                .body("balanced", equalTo(true))
                .body(
                        "regular.find { it.state == 'NOT_INSTRUCTED' }.amount_idr",
                        equalTo(AMOUNT_OF_SD));
        assertThat(tables.publishedNames(doubted)).endsWith("payment-taken-out");
    }

    @Test
    void itIsHeldAndTheFieldAsksTheFamily() {
        UUID family = familyAt("BRI");
        familyAt("BRI");
        String batch = preparedBatch();
        takeOut(batch, family);
        Caller facilitator = Caller.facilitator(FactEvents.VILLAGE);
        facilitator
                .get("/payments/" + paymentOf(family) + "/situation")
                .body("situation.situation.code", equalTo("TAKEN_OUT"))
                .body("situation.situation.reason", equalTo("ACCOUNT_SHARED"))
                .body("situation.next_step.responsible", equalTo("FACILITATOR"));
        assertThat(
                        Caller.officer()
                                .read("/cycles/" + CYCLE + "/situations")
                                .getList("items[0].situations.situation", String.class))
                .contains("TAKEN_OUT");
        assertThat(facilitator.read("/my-work").getList("items.kind", String.class))
                .containsExactly("ACCOUNT_DOUBTED");
        OFFICER.get(path(batch) + "/taken-out-payments")
                .statusCode(200)
                .body("items.payment_id", contains(paymentOf(family)))
                .body("items[0].words", equalTo("it looks wrong"))
                .body("items[0].taken_by", equalTo("officer-9"))
                .body("items[0].exception_id", equalTo(correction()))
                .body("items[0].settled", equalTo(false));
    }

    @ParameterizedTest
    @MethodSource("afterwards")
    void anotherFileHasItWhenTwoPeopleHaveSettledIt(List<String> row) {
        UUID family = familyAt("BRI");
        familyAt("BRI");
        String batch = preparedBatch();
        if (row.get(0).equals("before it was taken out")) {
            accountConfirmed(family);
        }
        takeOut(batch, family);
        if (row.get(0).equals("afterwards")) {
            accountConfirmed(family);
        }
        if (row.get(1).equals("yes")) {
            BankApi.resolve(
                            correction(),
                            "one",
                            "{\"reason\":\"asked the family\",\"evidence\":\"copy of the savings book\"}")
                    .statusCode(200);
            BankApi.prepare(CYCLE).statusCode(200).body("instructed", equalTo(0));
            BankApi.confirm(correction(), "two").statusCode(200);
        }
        boolean free = row.get(2).equals("yes");
        BankApi.prepare(CYCLE).statusCode(200).body("instructed", equalTo(free ? 1 : 0));
        OFFICER.get(path(batch) + "/taken-out-payments").body("items[0].settled", equalTo(free));
        BankApi.money(CYCLE).body("balanced", equalTo(true));
    }

    @Test
    void refusals() {
        UUID family = familyAt("BRI");
        UUID elsewhere = familyAt("BNI");
        familyAt("BRI");
        String ofBni = preparedBatch();
        String batch = tables.text("SELECT batch_id FROM payment_batch WHERE bank = 'BRI'");
        String hash = BankApi.hashOf(batch);
        String payment = paymentOf(family);
        Map<String, String> codes =
                Map.of(
                        "BATCH_HASH_DIFFERS", "a".repeat(64),
                        "TAKING_OUT_REASON_UNKNOWN", hash,
                        "PAYMENT_NOT_IN_BATCH", hash);
        codes.forEach(
                (code, sha256) ->
                        BankApi.takeOut(
                                        OFFICER,
                                        batch,
                                        code.equals("PAYMENT_NOT_IN_BATCH")
                                                ? paymentOf(elsewhere)
                                                : payment,
                                        sha256,
                                        code.equals("TAKING_OUT_REASON_UNKNOWN")
                                                ? "NONSENSE"
                                                : "NAME_DIFFERS")
                                .body("code", equalTo(code)));
        for (String words : List.of("  ", "account 0012345678901234")) {
            OFFICER.withNewKey()
                    .post(
                            path(batch) + "/taken-out-payments",
                            Map.of(
                                    "payment_id",
                                    payment,
                                    "list_sha256",
                                    hash,
                                    "reason",
                                    "NAME_DIFFERS",
                                    "words",
                                    words))
                    .statusCode(422);
        }
        for (Caller caller :
                List.of(
                        Caller.as(Roles.AUDITOR, "*"),
                        Caller.administrator("*"),
                        Caller.ofBank("BRI"))) {
            BankApi.takeOut(caller, batch, payment, hash, "NAME_DIFFERS").statusCode(403);
        }
        BankApi.takeOut(
                        Caller.as(Roles.MINISTRY_OFFICER, "18"),
                        batch,
                        payment,
                        hash,
                        "NAME_DIFFERS")
                .statusCode(403)
                .body("code", equalTo("AREAS_DO_NOT_COVER_PAYMENTS"));
        BankApi.approve(batch, hash, BankApi.CHECKER).statusCode(200);
        BankApi.takeOut(OFFICER, batch, payment, hash, "NAME_DIFFERS")
                .statusCode(409)
                .body("code", equalTo("BATCH_NOT_PREPARED"));
        BankApi.send(batch, BankApi.SENDER).statusCode(200);
        BankApi.takeOut(OFFICER, batch, payment, hash, "NAME_DIFFERS")
                .statusCode(409)
                .body("code", equalTo("BATCH_NOT_PREPARED"));
        assertThat(tables.number("SELECT count(*) FROM taken_out_payment")).isZero();
        BankApi.takeOut(OFFICER, ofBni, paymentOf(elsewhere), BankApi.hashOf(ofBni), "NAME_DIFFERS")
                .statusCode(200)
                .body("payments", equalTo(0));
        BankApi.approve(ofBni, BankApi.hashOf(ofBni), BankApi.CHECKER)
                .statusCode(409)
                .body("code", equalTo("BATCH_EMPTY"));
        BankApi.reject(ofBni, BankApi.CHECKER).statusCode(200);
        BankApi.prepare(CYCLE).statusCode(200).body("instructed", equalTo(0));
        BankApi.money(CYCLE).body("balanced", equalTo(true));
    }

    @Test
    void theDatabaseKeepsItInOnePlace() {
        UUID family = familyAt("BRI");
        familyAt("BRI");
        String batch = preparedBatch();
        String row =
                "INSERT INTO taken_out_payment (instruction_id, batch_id, payment_id, amount_idr, reason, words, taken_by, taken_at,"
                        + " former_sha256, list_sha256) SELECT instruction_id, batch_id, payment_id, i.amount_idr, 'NAME_DIFFERS', 'x',"
                        + " 'y', now(), list_sha256, repeat('a', 64) FROM payment_instruction i JOIN payment_batch USING (batch_id)"
                        + " WHERE line_no = 1";
        assertThatThrownBy(() -> tables.change(row)).hasMessageContaining("is not held");
        assertThatThrownBy(
                        () ->
                                tables.change(
                                        "UPDATE payment_batch SET payments = 1, amount_idr = "
                                                + AMOUNT_OF_SD
                                                + ", taken_out = 1, list_sha256 = repeat('a', 64)"))
                .hasMessageContaining("a prepared batch does not change");
        takeOut(batch, family);
        tables.execute(
                "INSERT INTO payment_batch (batch_id, cycle_id, run_id, bank, bic, funding_account, debtor_name, kind, file_no,"
                        + " message_id, status, makers, created_at) SELECT gen_random_uuid(), cycle_id, run_id, bank, bic,"
                        + " funding_account, debtor_name, 'SUPPLEMENTARY', 9, 'PKH-9', 'PREPARING', makers, now() FROM payment_batch");
        assertThatThrownBy(
                        () ->
                                tables.change(
                                        "INSERT INTO payment_instruction (instruction_id, batch_id, line_no, attempt, payment_id, kpm_id,"
                                                + " cycle_id, village_code, amount_idr, payee_cipher, account_cipher, status, status_at)"
                                                + " SELECT gen_random_uuid(), b.batch_id, 1, 2, i.payment_id, i.kpm_id, i.cycle_id,"
                                                + " i.village_code, i.amount_idr, i.payee_cipher, i.account_cipher, 'PLANNED', now()"
                                                + " FROM payment_instruction i, payment_batch b"
                                                + " WHERE b.file_no = 9 AND i.status = 'VOIDED'"))
                .hasMessageContaining("before two people settled it");
        BankApi.approve(batch, BankApi.hashOf(batch), BankApi.CHECKER).statusCode(200);
        assertThatThrownBy(() -> tables.change(row)).hasMessageContaining("prepared batch only");
        assertThatThrownBy(() -> tables.change("UPDATE taken_out_payment SET words = 'z'"))
                .isNotNull();
    }

    @Test
    void theReasonsAreThoseOfThePage() {
        Map<String, String> page =
                RuleTable.rows("payments.md", "taken out for", "work of the field").stream()
                        .collect(Collectors.toMap(row -> row.get(0), row -> row.get(1)));
        assertThat(page.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(TakingOutReason.values()).map(Enum::name).toList());
        List<UUID> families = familiesAt("BRI", page.size());
        preparedBatch();
        List<String> reasons = List.copyOf(page.keySet());
        Caller facilitator = Caller.facilitator(FactEvents.VILLAGE);
        for (int i = 0; i < reasons.size(); i++) {
            String batch =
                    tables.text(
                            "SELECT batch_id FROM payment_instruction WHERE kpm_id = ?",
                            families.get(i));
            BankApi.takeOut(
                            OFFICER,
                            batch,
                            paymentOf(families.get(i)),
                            BankApi.hashOf(batch),
                            reasons.get(i))
                    .statusCode(200);
        }
        assertThat(facilitator.read("/my-work?limit=100").getList("items.kind", String.class))
                .containsExactlyInAnyOrderElementsOf(page.values());
    }
}
