package id.pkh.disbursement.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.profile.domain.ListedStatus;
import id.pkh.disbursement.support.Api;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.FactEvents;
import id.pkh.disbursement.support.ProfileApi;
import id.pkh.disbursement.support.StubRegistry;
import id.pkh.district.bank.BankTable;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.time.Days;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Families that the post office pays in cash, from the list to its answer. */
@QuarkusTest
class PayOutListComponentTest extends BankComponentTest {

    private static final String POS_CYCLE = "2026-T2-POS";

    private List<UUID> families(int count) {
        List<UUID> families = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID kpm = UUID.randomUUID();
            tell(FactEvents.familyIn(kpm, "ACTIVE", FactEvents.VILLAGE, "POS", "SD"), 1);
            StubRegistry.knows(kpm, "POS", "SITI; CONTOH", null);
            families.add(kpm);
        }
        return families;
    }

    private static void sealedPosCycle() {
        Api.open(POS_CYCLE, "2026-04-01", "2026-06-30", "POS").statusCode(201);
        Api.calculate(POS_CYCLE).statusCode(200);
        Api.seal(POS_CYCLE).statusCode(200);
    }

    private static String prepared(int payments) {
        sealedPosCycle();
        BankApi.prepare(POS_CYCLE)
                .statusCode(200)
                .body("instructed", equalTo(payments))
                .body("batches", hasSize(1))
                .body("batches[0].bank", equalTo("POS"));
        return BankApi.batchIds(POS_CYCLE).get(0);
    }

    private static ValidatableResponse list(Caller caller, String batchId) {
        return caller.with("Accept", "text/csv")
                .get("/payment-batches/" + batchId + "/pay-out-list");
    }

    private String referenceOf(UUID kpm) {
        return tables.text(
                        "SELECT instruction_id::text FROM payment_instruction WHERE kpm_id = ?",
                        kpm)
                .replace("-", "");
    }

    /** The families are not in the bank's file, so their answers name no accounts. */
    private static byte[] answer(String... lines) {
        return ("Referensi;Jumlah;Hasil;Tanggal;Sebab\n"
                        + String.join("\n", lines)
                        + "\nJUMLAH;"
                        + lines.length
                        + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String today() {
        return Days.today().format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }

    private static void profile() {
        String profile =
                ProfileApi.enter("POS", BankTable.PROFILE_OF_POST, ProfileApi.today())
                        .statusCode(201)
                        .extract()
                        .path("profile_id");
        ProfileApi.tryOut(
                        Caller.officer(ProfileApi.CLERK),
                        profile,
                        answer("00000000000000000000000000000001;225000;DIBAYAR;20/04/2026;"))
                .statusCode(201)
                .body("rows[0].status", equalTo(ListedStatus.SALUR.name()));
        ProfileApi.confirm(ProfileApi.APPROVER, profile, ProfileApi.hashOf(profile))
                .statusCode(200);
    }

    @Test
    void aListIsPreparedApprovedFetchedAndSentUnderTheRulesOfAFile() {
        List<UUID> families = families(2);
        String batch = prepared(2);
        list(Caller.ofBank("POS"), batch)
                .statusCode(409)
                .body("code", equalTo("BATCH_NOT_APPROVED"));
        BankApi.approve(batch, BankApi.hashOf(batch), BankApi.MAKER)
                .statusCode(409)
                .body("code", equalTo("BATCH_SAME_PERSON"));
        BankApi.approve(batch, BankApi.hashOf(batch), BankApi.CHECKER).statusCode(200);

        String first = list(Caller.ofBank("POS"), batch).statusCode(200).extract().asString();
        assertThat(first.lines())
                .hasSize(4)
                .first()
                .asString()
                .endsWith("No;Referensi;Desa;Nama;Jumlah");
        families.forEach(
                kpm ->
                        assertThat(first)
                                .contains(
                                        ";"
                                                + referenceOf(kpm)
                                                + ";"
                                                + FactEvents.VILLAGE
                                                + ";\"SITI; CONTOH\";225000"));
        assertThat(first.lines().toList().get(3))
                .startsWith("JUMLAH;PKH-")
                .endsWith("-POS-001;;2;450000");
        assertThat(list(Caller.approver(), batch).statusCode(200).extract().asString())
                .isEqualTo(first);
        list(Caller.ofBank("BRI"), batch).statusCode(404);
        BankApi.file(Caller.ofBank("POS"), batch)
                .statusCode(409)
                .body("code", equalTo("BATCH_OF_OTHER_DELIVERY"))
                .body("expected", equalTo("pay-out-list"));
        BankApi.sendAsGiven(batch, BankApi.SENDER)
                .statusCode(409)
                .body("code", equalTo("SP2D_NOT_RECORDED"));
        BankApi.send(batch, BankApi.SENDER).statusCode(200);

        assertThat(states()).containsExactly("SENT 2");
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM payment_instruction WHERE account_cipher IS NOT NULL"))
                .isZero();
    }

    @Test
    void cashThatWasPaidIsCreditedAndWithdrawnAndWhatNobodyCollectedIsRefused() {
        List<UUID> families = families(3);
        BankApi.approveAndSend(prepared(3));
        profile();

        Caller.ofBank("POS")
                .send(
                        "/bank-reports",
                        answer(
                                referenceOf(families.get(0)) + ";225000;DIBAYAR;" + today() + ";",
                                referenceOf(families.get(1)) + ";225000;BELUM DIAMBIL;;",
                                referenceOf(families.get(2)) + ";225000;BELUM DIAMBIL;;"))
                .statusCode(201)
                .body("outcomes.MATCHED", equalTo(3));
        assertThat(states()).containsExactly("CREDITED 1", "SENT 2");
        assertThat(
                        tables.lines(
                                "SELECT kpm_id, outcome, amount_idr, channel, reported_by LIKE 'bank-report:%'"
                                        + " FROM withdrawal_report"))
                .containsExactly(families.get(0) + " WITHDRAWN 225000 POST_OFFICE t");
        assertThat(tables.publishedNames(families.get(0)))
                .endsWith("payment-credited", "withdrawal-reported");

        Caller.ofBank("POS")
                .send(
                        "/bank-reports",
                        answer(
                                referenceOf(families.get(1))
                                        + ";225000;DIKEMBALIKAN KE NEGARA;"
                                        + today()
                                        + ";Tidak diambil"))
                .statusCode(201);
        assertThat(states()).containsExactly("CREDITED 1", "REJECTED 1", "SENT 1");
        assertThat(
                        tables.text(
                                "SELECT status_reason FROM payment_instruction WHERE status = 'REJECTED'"))
                .isEqualTo("NOT_COLLECTED");
        BankApi.money(POS_CYCLE)
                .body("balanced", equalTo(true))
                .body("treasury[0].left_idr", equalTo(0));
        BankApi.exceptions("?open=true").body("items", hasSize(0));
        Caller.as(Roles.AUDITOR, "*")
                .get("/payments/" + paymentOf(families.get(0)))
                .statusCode(200)
                .body("account", nullValue());

        BankApi.prepare(POS_CYCLE, true).statusCode(200).body("instructed", equalTo(1));
        String again = BankApi.batchIds(POS_CYCLE).get(1);
        BankApi.approve(again, BankApi.hashOf(again), BankApi.CHECKER).statusCode(200);
        BankApi.sendAsGiven(again, BankApi.SENDER)
                .statusCode(409)
                .body("code", equalTo("SP2D_EXCEEDED"));
    }

    @Test
    void cashOfADayBeforeTheListWasSentIsSettledByTwoPeople() {
        UUID family = families(1).get(0);
        BankApi.approveAndSend(prepared(1));
        profile();

        Caller.ofBank("POS")
                .send("/bank-reports", answer(referenceOf(family) + ";225000;DIBAYAR;01/01/2020;"))
                .statusCode(201);

        assertThat(states()).containsExactly("CREDITED 1");
        assertThat(tables.number("SELECT count(*) FROM withdrawal_report")).isZero();
        BankApi.exceptions("?open=true")
                .body("items", hasSize(1))
                .body("items[0].exception_class", equalTo("STATUS_CONTRADICTS"))
                .body("items[0].reason", equalTo("WITHDRAWAL_DAY_INVALID"))
                .body("items[0].kpm_id", equalTo(family.toString()));
    }

    @Test
    void aFamilyWhoseBankIsAnotherMeanwhileIsLeftOut() {
        UUID kpm = families(1).get(0);
        StubRegistry.knows(kpm, "BRI", "SITI CONTOH", "001234567890123");
        sealedPosCycle();

        BankApi.prepare(POS_CYCLE).statusCode(200).body("not_instructed", equalTo(1));

        assertThat(tables.text("SELECT reason FROM bank_exception WHERE kpm_id = ?", kpm))
                .isEqualTo("BANK_WITHOUT_BIC");
    }

    @Test
    void theDatabaseKeepsAccountsOutOfLists() {
        families(1);
        prepared(1);

        assertThat(
                        catchThrowable(
                                () ->
                                        tables.execute(
                                                "UPDATE payment_instruction SET account_cipher = 'x'")))
                .isNotNull();
        assertThat(
                        catchThrowable(
                                () ->
                                        tables.execute(
                                                "UPDATE bank_terms SET bic = 'BRINIDJA' WHERE bank = 'POS'")))
                .hasStackTraceContaining("bank_terms_list_without_bic");
    }
}
