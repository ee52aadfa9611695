package id.pkh.disbursement.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.Pain002;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Files that must not change a payment. Each is uploaded over REST and gets a clear refusal. */
@QuarkusTest
class RefusedReportComponentTest extends BankComponentTest {

    private static final String MESSAGE = "PKH-2026T2-BRI-001";

    private UUID kpm;

    private Pain002 credit() {
        kpm = familyAt("BRI");
        sentBatch();
        return Pain002.answering(MESSAGE).line(paymentOf(kpm), "ACCC");
    }

    private void refused(String text, int status, String code) {
        BankApi.report("BRI", text.getBytes(StandardCharsets.UTF_8))
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
        assertNothingMoved();
    }

    private void assertNothingMoved() {
        assertThat(states()).containsExactly("SENT 1");
        assertThat(tables.publishedNames(kpm)).endsWith("payment-sent");
        BankApi.money(CYCLE).body("balanced", equalTo(true));
    }

    @Test
    void aFileThatDeclaresEntities() {
        String text = credit().text();
        String head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
        refused(
                text.replace(
                        head,
                        head + "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"),
                422,
                "REPORT_UNSAFE");
        refused(
                text.replace(
                        head,
                        head
                                + "<!DOCTYPE Document [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"),
                422,
                "REPORT_UNSAFE");
        assertThat(tables.number("SELECT count(*) FROM bank_report")).isZero();
    }

    @Test
    void aMessageOfAnotherKind() {
        refused(
                credit().in("urn:iso:std:iso:20022:tech:xsd:pain.001.001.09").text(),
                422,
                "REPORT_KIND_UNKNOWN");
    }

    @Test
    void wrongTotals() {
        Pain002 report = credit().totals("2", "225000.00");
        String id =
                BankApi.report("BRI", report.bytes())
                        .statusCode(422)
                        .body("code", equalTo("REPORT_TOTALS_DIFFER"))
                        .body("report_id", notNullValue())
                        .extract()
                        .path("report_id");
        assertNothingMoved();
        BankApi.report("BRI", report.bytes()).statusCode(422).body("report_id", equalTo(id));
        Caller.officer()
                .get("/bank-reports/" + id)
                .statusCode(200)
                .body("status", equalTo("WITHHELD"))
                .body("outcomes.WITHHELD", equalTo(1));
        BankApi.exceptions("?class=CONTROL_TOTAL_MISMATCH")
                .body("items[0].reason", equalTo("COUNT_NOT_SENT"));
    }

    @Test
    void everyLineOfAWithheldReportIsStoredAndChangesNothing() {
        Pain002 report = credit();
        for (int i = 1; i <= 4; i++) {
            report.line("stranger " + i, "ACCC");
        }
        String id =
                BankApi.report("BRI", report.totals("9", null).bytes())
                        .statusCode(422)
                        .body("code", equalTo("REPORT_TOTALS_DIFFER"))
                        .extract()
                        .path("report_id");

        assertNothingMoved();
        Caller.officer()
                .get("/bank-reports/" + id + "/lines?outcome=WITHHELD")
                .statusCode(200)
                .body("items.line_no", contains(1, 2, 3, 4, 5));
        assertThat(tables.lines("SELECT first_line FROM bank_report_chunk")).isEmpty();
    }

    @Test
    void wrongSumsAndMissingLines() {
        refused(credit().totals("1", "225000.00001").text(), 422, "REPORT_TOTALS_DIFFER");
        refused(
                Pain002.answering(MESSAGE).perStatus("ACCC", 2).line(paymentOf(kpm), "ACCC").text(),
                422,
                "REPORT_TOTALS_DIFFER");
    }

    @Test
    void aFileThatIsCutOffInTheMiddle() {
        String text = credit().text();
        String cut = text.substring(0, text.indexOf("</OrgnlPmtInfAndSts>") + 3);
        refused(cut, 422, "REPORT_CUT");
        refused(cut, 422, "REPORT_CUT");

        assertThat(tables.lines("SELECT status, lines FROM bank_report"))
                .containsExactly("PARTIAL 1");
        BankApi.exceptions("?class=PARTIAL_FILE").body("items.size()", equalTo(1));
        BankApi.report("BRI", text.getBytes(StandardCharsets.UTF_8)).statusCode(201);
        assertThat(states()).containsExactly("CREDITED 1");
    }

    @Test
    void anotherCurrencyAndFiveDecimals() {
        credit();
        for (String[] amount :
                new String[][] {{"225000.00", "USD"}, {"225000.12345", "IDR"}, {"1,5", "IDR"}}) {
            BankApi.report(
                            "BRI",
                            Pain002.answering(MESSAGE)
                                    .amount(paymentOf(kpm), "ACCC", amount[0], amount[1])
                                    .bytes())
                    .statusCode(201)
                    .body("outcomes.AMOUNT_DIFFERS", equalTo(1));
            assertNothingMoved();
        }
        BankApi.exceptions("?class=AMOUNT_MISMATCH")
                .body("items.reason[0]", equalTo("OTHER_CURRENCY"))
                .body("items.reason[1]", equalTo("NOT_WHOLE_RUPIAH"))
                .body("items.reason[2]", equalTo("UNREADABLE"));
    }

    @Test
    void aFileOverTheLimit() {
        String text = credit().text();
        refused(text + " ".repeat(300_000), 413, "FILE_TOO_LARGE");
        refused("", 422, "FILE_EMPTY");
    }

    @Test
    void aFileOfAnotherBankOrOfNoBatch() {
        byte[] report = credit().bytes();
        BankApi.report(Caller.ofBank("BNI").in("id"), report)
                .statusCode(422)
                .body("code", equalTo("REPORT_OF_OTHER_BANK"))
                .body("title", equalTo("Laporan menjawab berkas bank lain"));
        BankApi.report(Caller.ofBank("BNI"), "?bank=BRI", report).statusCode(403);
        BankApi.report(Caller.as(Roles.BANK, "*"), report).statusCode(403);
        BankApi.report(Caller.as(Roles.AUDITOR, "*"), "?bank=BRI", report).statusCode(403);
        BankApi.report(Caller.as(Roles.DATA_ADMINISTRATOR, "*"), "?bank=BRI", report)
                .statusCode(403);
        BankApi.report(Caller.officer("other-1"), report)
                .statusCode(422)
                .body("code", equalTo("BANK_CODE_UNKNOWN"));
        refused(
                Pain002.answering("PKH-2026T2-BRI-009").line(paymentOf(kpm), "ACCC").text(),
                422,
                "REPORT_BATCH_UNKNOWN");
        assertNothingMoved();
        BankApi.report(Caller.ofBank("BRI"), "?bank=BRI", report).statusCode(201);
    }

    @Test
    void aReportAboutABatchThatWasNotSent() {
        kpm = familyAt("BRI");
        String batch = preparedBatch();
        BankApi.approve(batch, BankApi.hashOf(batch), BankApi.CHECKER).statusCode(200);
        BankApi.report("BRI", Pain002.answering(MESSAGE).line(paymentOf(kpm), "ACCC").bytes())
                .statusCode(409)
                .body("code", equalTo("REPORT_BATCH_NOT_SENT"));
        assertThat(states()).containsExactly("APPROVED 1");
    }

    @Test
    void referencesThatDisagree() {
        credit();
        String other = UUID.randomUUID().toString();
        BankApi.report(
                        "BRI",
                        Pain002.answering(MESSAGE)
                                .line(other, paymentOf(kpm), "ACCC", null, null, null, null)
                                .bytes())
                .statusCode(201)
                .body("outcomes.UNKNOWN_REFERENCE", equalTo(1));
        assertNothingMoved();
    }
}
