package id.pkh.disbursement.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.Pain002;
import id.pkh.disbursement.support.ReasonsOfThePage;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports as banks really write them; the files are in {@code bank-answers} of the resources. */
@QuarkusTest
class ReportCasesComponentTest extends BankComponentTest {

    private static final String MESSAGE = "PKH-2026T2-BRI-001";

    private void threeSent() {
        familiesAt("BRI", 3);
        sentBatch();
    }

    /** The file with the references, the amounts and the counts of the batch that was sent. */
    private byte[] file(String name) throws IOException {
        List<String> ids =
                tables.lines(
                        "SELECT replace(instruction_id::text, '-', ''), replace(payment_id::text, '-', '')"
                                + " FROM payment_instruction ORDER BY line_no");
        try (InputStream in =
                getClass().getResourceAsStream("/bank-answers/pain002-" + name + ".xml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            for (int i = 0; i < ids.size(); i++) {
                text =
                        text.replace(
                                        "{{instruction_%d}}".formatted(i + 1),
                                        ids.get(i).split(" ")[0])
                                .replace(
                                        "{{end_to_end_%d}}".formatted(i + 1),
                                        ids.get(i).split(" ")[1]);
            }
            return text.replace("{{message_id}}", MESSAGE)
                    .replaceAll(">[0-9]+\\.00<", ">225000.00<")
                    .replace(">000131<", ">000003<")
                    .replace(">292<", ">3<")
                    .replaceAll(">(130|291)<", ">2<")
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    # file                        | outcome        | statuses                        | exception           | again
                    10-splmtrydata                | MATCHED        | CREDITED 1, SENT 2              | -                   | 0
                    addtlinf-600                  | MATCHED        | REJECTED 1, SENT 2              | -                   | 1
                    grpsts-rjct-DU01              | CONTRADICTS    | SENT 3                          | STATUS_CONTRADICTS  | 0
                    line-rjct-DU04                | CONTRADICTS    | SENT 3                          | STATUS_CONTRADICTS  | 0
                    rjct-AM05                     | CONTRADICTS    | SENT 3                          | STATUS_CONTRADICTS  | 0
                    only-rejected-listed          | MATCHED        | REJECTED 1, SENT 2              | -                   | 1
                    part-block-counts-only-rejected | MATCHED      | REJECTED 1, SENT 2              | -                   | 1
                    orgnlnboftxs-zero-padded      | MATCHED        | CREDITED 1, SENT 2              | -                   | 0
                    two-blocks-two-statuses       | MATCHED        | ACCEPTED 1, REJECTED 1, SENT 1  | -                   | 1
                    instr-notprovided             | MATCHED        | CREDITED 1, SENT 2              | -                   | 0
                    """)
    void aReportIsAppliedLineByLine(
            String name, String outcome, String statuses, String exception, int again)
            throws IOException {
        threeSent();

        ValidatableResponse response = BankApi.report("BRI", file(name)).statusCode(201);

        response.body("outcomes.keySet()[0]", equalTo(outcome));
        assertThat(String.join(", ", states())).isEqualTo(statuses);
        accountsConfirmed();
        BankApi.exceptions("?open=true").body("items", hasSize(exception == null ? 0 : 1));
        if (exception != null) {
            BankApi.exceptions("?open=true")
                    .body("items[0].exception_class", equalTo(exception))
                    .body("items[0].batch_id", notNullValue());
        }
        BankApi.prepare(CYCLE, true).statusCode(200).body("instructed", equalTo(again));
    }

    private void accountsConfirmed() {
        tables.lines("SELECT kpm_id FROM payment")
                .forEach(kpm -> accountConfirmed(UUID.fromString(kpm)));
    }

    @Test
    void aFileThatIsCutInsideATextIsRefusedWithThePlaceAndRecorded() throws IOException {
        threeSent();
        byte[] cut = file("cut-in-text");

        for (int time = 1; time <= 2; time++) {
            BankApi.report("BRI", cut)
                    .statusCode(422)
                    .body("code", equalTo("REPORT_CUT"))
                    .body("line", equalTo("1"))
                    .body("column", notNullValue())
                    .body("element", equalTo("OrgnlGrpInfAndSts/OrgnlMsgNmId"))
                    .body("report_id", notNullValue());
        }

        assertThat(states()).containsExactly("SENT 3");
        BankApi.exceptions("?class=PARTIAL_FILE").body("items", hasSize(1));
    }

    @Test
    void aByteOutsideTheEncodingIsRefusedByName() throws IOException {
        threeSent();

        BankApi.report("BRI", file("utf8-declared-latin1-bytes"))
                .statusCode(422)
                .body("code", equalTo("REPORT_ENCODING_WRONG"))
                .body("element", equalTo("OrgnlPmtInfAndSts/TxInfAndSts/StsRsnInf/AddtlInf"));
        BankApi.report("BRI", new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3})
                .statusCode(422)
                .body("code", equalTo("REPORT_NOT_XML"))
                .body("found", equalTo("GZIP"));
        assertThat(states()).containsExactly("SENT 3");
    }

    @Test
    void wrongTotalsAreRefusedWithWhatWasFoundAndWhatIsRight() {
        threeSent();
        byte[] wrong = Pain002.answering(MESSAGE).totals("4", null).group("ACCP", null).bytes();

        for (int time = 1; time <= 2; time++) {
            BankApi.report("BRI", wrong)
                    .statusCode(422)
                    .body("code", equalTo("REPORT_TOTALS_DIFFER"))
                    .body("total", equalTo("COUNT_NOT_SENT"))
                    .body("found", equalTo("4"))
                    .body("expected", equalTo("3"))
                    .body("message_id", equalTo(MESSAGE));
        }
    }

    @Test
    void theReasonAndTheTextOfARefusalStayWithThePayment() throws IOException {
        threeSent();
        String report = BankApi.report("BRI", file("addtlinf-600")).extract().path("report_id");

        Caller.officer()
                .get("/bank-reports/" + report + "/lines")
                .statusCode(200)
                .body("items[0].reason_code", equalTo("AC01"))
                .body("items[0].reason_text", startsWith("Rekening tidak ditemukan."));
        Caller.officer()
                .get("/cycles/" + CYCLE + "/unsettled-payments")
                .statusCode(200)
                .body("items[0].reason", equalTo("ACCOUNT_NUMBER_WRONG"))
                .body("items[0].bank_reason", equalTo("AC01"))
                .body("items[0].bank_reason_text", startsWith("Rekening tidak ditemukan."));
    }

    @Test
    void whatTwoPeopleFindAboutAnUnclearRefusalEndsTheAttempt() {
        List<UUID> families = familiesAt("BRI", 2);
        sentBatch();
        BankApi.report(
                        "BRI",
                        Pain002.answering(MESSAGE)
                                .line(paymentOf(families.get(0)), "RJCT")
                                .line(paymentOf(families.get(1)), "RJCT", "DU03")
                                .bytes())
                .statusCode(201);
        assertThat(states()).containsExactly("SENT 2");
        String unclear = exceptionOf("REFUSAL_UNCLEAR");
        BankApi.resolve(unclear, "one", "{\"reason\":\"asked the bank\"}")
                .statusCode(422)
                .body("code", equalTo("FINDING_INVALID"));

        found(unclear, "NOT_PAID");
        found(exceptionOf("STATUS_CONTRADICTS"), "PAID");

        assertThat(states()).containsExactly("CREDITED 1", "REJECTED 1");
        assertThat(tables.publishedNames(families.get(0))).endsWith("payment-rejected");
        assertThat(tables.publishedNames(families.get(1))).endsWith("payment-credited");
        assertThat(tables.lines("SELECT DISTINCT source FROM instruction_history ORDER BY 1"))
                .containsExactly("FINDING", "SENDING");
        BankApi.prepare(CYCLE, true).statusCode(200).body("instructed", equalTo(1));
        BankApi.money(CYCLE).body("balanced", equalTo(true));
    }

    private static String exceptionOf(String exceptionClass) {
        return BankApi.exceptions("?class=" + exceptionClass)
                .extract()
                .path("items[0].exception_id");
    }

    private static void found(String exception, String finding) {
        BankApi.resolve(
                        exception,
                        "one",
                        "{\"reason\":\"asked the bank\",\"finding\":\"%s\"}".formatted(finding))
                .statusCode(200);
        BankApi.confirm(exception, "two").statusCode(200);
    }

    @Test
    void aPaymentThatIsRefusedForGoodIsNeverSentAgain() {
        List<UUID> families = familiesAt("BRI", 2);
        sentBatch();
        BankApi.report(
                        "BRI",
                        Pain002.answering(MESSAGE)
                                .line(paymentOf(families.get(0)), "RJCT", "FRAD")
                                .line(paymentOf(families.get(1)), "RJCT", "AC04")
                                .bytes())
                .statusCode(201);
        accountsConfirmed();

        BankApi.prepare(CYCLE, true).statusCode(200).body("instructed", equalTo(1));
    }

    @Test
    void theTableOfReasonsIsThatOfThePageAndTheDatabaseKeepsDuplicates() {
        assertThat(
                        tables.lines(
                                "SELECT c.code, c.valid_from, c.reason, r.meaning FROM bank_reason_code c"
                                        + " JOIN bank_reason r USING (reason) ORDER BY c.code"))
                .isEqualTo(
                        ReasonsOfThePage.rows().stream()
                                .map(row -> String.join(" ", row))
                                .toList());
        for (String code : List.of("AM05", "DUPL", "DU01", "DU05")) {
            assertThat(
                            catchThrowable(
                                    () ->
                                            tables.execute(
                                                    "INSERT INTO bank_reason_code VALUES (?, '2030-01-01', 'ACCOUNT_CLOSED')",
                                                    code)))
                    .hasStackTraceContaining("bank_reason_code_duplicate");
        }
    }

    /** Through HTTP for a sample: the reader and the rules are tested for every byte. */
    @Test
    void aDamagedFileIsNeverAnInternalErrorAndMovesNothingElse() {
        List<UUID> families = familiesAt("BRI", 2);
        sentBatch();
        byte[] whole =
                Pain002.answering(MESSAGE)
                        .group("PART", null)
                        .totals("2", null)
                        .line(paymentOf(families.get(0)), "PDNG")
                        .line(paymentOf(families.get(1)), "PDNG")
                        .bytes();
        for (int at = 0; at < whole.length; at += 37) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 0x11;
            BankApi.report("BRI", flipped).statusCode(lessThan(500));
            BankApi.report("BRI", Arrays.copyOf(whole, at + 1)).statusCode(lessThan(500));
        }

        assertThat(states()).containsExactly("SENT 2");
    }
}
