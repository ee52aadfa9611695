package id.pkh.disbursement.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.Camt053;
import id.pkh.disbursement.support.Camt054;
import id.pkh.disbursement.support.Mt940;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements of the funding account: totals of files, single payments, balances and numbers. */
@QuarkusTest
class StatementComponentTest extends BankComponentTest {

    private static final String MESSAGE = "PKH-2026T2-BRI-001";
    private static final String AMOUNT = "225000.00";

    private Camt053 statement() {
        return Camt053.of(funding());
    }

    private String funding() {
        return tables.lines("SELECT funding_account FROM payment_batch WHERE bank = 'BRI'").get(0);
    }

    @Test
    void aFileAsOneSumProvesItsTotalAndMovesNoPayment() {
        familiesAt("BRI", 3);
        sentBatch();

        BankApi.report(
                        "BRI",
                        statement()
                                .file(MESSAGE, "DBIT", "675000.00", "R1")
                                .with(all -> all.entry("DBIT", "6500.50", "2026-04-20", ""))
                                .balances("1000000.00", "318499.50")
                                .bytes())
                .statusCode(201)
                .body("kind", equalTo("CAMT_053"))
                .body("outcomes.MATCHED", equalTo(1))
                .body("outcomes.NOT_OURS", equalTo(1));

        assertThat(states()).containsExactly("SENT 3");
        BankApi.exceptions("?open=true").body("items", hasSize(0));
        assertThat(tables.lines("SELECT booked_on, bank_ref FROM batch_debit"))
                .containsExactly("2026-04-20 R1");
        again("675000.00", "R1", "DUPLICATE");
        BankApi.exceptions("?open=true").body("items", hasSize(0));
        again("675000.00", "R2", "DUPLICATE");
        again("674999.00", "R3", "AMOUNT_DIFFERS");
        BankApi.exceptions("?class=CONTROL_TOTAL_MISMATCH&open=true")
                .body("items.reason", contains("DEBITED_TWICE", "SUM_NOT_SENT"));
        assertThat(states()).containsExactly("SENT 3");
    }

    private void again(String amount, String bankRef, String outcome) {
        BankApi.report(
                        "BRI",
                        statement()
                                .file(MESSAGE, "DBIT", amount, bankRef)
                                .balances("675000.00", amount.startsWith("675") ? "0.00" : "1.00")
                                .bytes())
                .statusCode(201)
                .body("outcomes." + outcome, equalTo(1));
    }

    @Test
    void whatNamesAnotherFileIsUnmatchedAndWhatComesBackAsOneSumIsAskedAbout() {
        familiesAt("BRI", 3);
        sentBatch();

        BankApi.report(
                        "BRI",
                        statement()
                                .file("PKH-2026T2-BRI-077", "DBIT", "1.00", null)
                                .file("PKH-2026T2-BRI-077X", "DBIT", "1.00", null)
                                .file(MESSAGE, "CRDT", "675000.00", null)
                                .balances("2.00", "675000.00")
                                .bytes())
                .statusCode(201)
                .body("outcomes.UNKNOWN_REFERENCE", equalTo(1))
                .body("outcomes.NOT_OURS", equalTo(1))
                .body("outcomes.STATUS_UNKNOWN", equalTo(1));

        assertThat(states()).containsExactly("SENT 3");
    }

    @Test
    void singlePaymentsAreJudgedAsInANotification() {
        List<UUID> families = familiesAt("BRI", 2);
        sentBatch();
        byte[] both =
                statement()
                        .with(all -> all.credit(paymentOf(families.get(0)), AMOUNT, "R1"))
                        .with(all -> all.credit(paymentOf(families.get(1)), AMOUNT, "R2"))
                        .with(all -> all.back(paymentOf(families.get(1)), AMOUNT, "R3", "AC04"))
                        .balances("225000.00", "0.00")
                        .bytes();

        BankApi.report("BRI", both).statusCode(201).body("outcomes.MATCHED", equalTo(3));

        assertThat(states()).containsExactly("CREDITED 1", "RETURNED 1");
        BankApi.report(
                        "BRI",
                        Camt054.of(funding())
                                .credit(paymentOf(families.get(0)), AMOUNT, "R1")
                                .bytes())
                .statusCode(201)
                .body("outcomes.DUPLICATE", equalTo(1));
        BankApi.exceptions("?open=true")
                .body("items.exception_class", contains("CORRECTION_PENDING"));
    }

    @Test
    void aStatementWhoseBalancesDoNotFitMovesNothing() {
        UUID family = familyAt("BRI");
        sentBatch();

        BankApi.report(
                        "BRI",
                        statement()
                                .with(all -> all.credit(paymentOf(family), AMOUNT, "R1"))
                                .balances("225000.00", "1.00")
                                .bytes())
                .statusCode(422)
                .body("code", equalTo("REPORT_TOTALS_DIFFER"))
                .body("total", equalTo("BALANCE_NOT_OF_ENTRIES"))
                .body("expected", equalTo("0"));
        BankApi.report(
                        "BRI",
                        statement()
                                .with(all -> all.credit(paymentOf(family), AMOUNT, "R1"))
                                .bytes())
                .statusCode(422)
                .body("total", equalTo("BALANCE_MISSING"));

        assertThat(states()).containsExactly("SENT 1");
        assertThat(tables.lines("SELECT 1 FROM bank_statement")).isEmpty();
    }

    @Test
    void aMissingNumberIsAnExceptionAndALateStatementIsNone() {
        familyAt("BRI");
        sentBatch();

        for (int number : new int[] {7, 8, 11, 9, 10}) {
            BankApi.report("BRI", statement().number(number).balances("5.00", "5.00").bytes())
                    .statusCode(201);
        }

        BankApi.exceptions("?class=STATEMENT_MISSING")
                .body("items.reason", contains("MISSING_9_TO_10"))
                .body("items.bank", contains("BRI"));
        assertThat(Caller.officer().read("/my-work").getList("items.kind"))
                .contains("EXCEPTION_TO_SETTLE");
    }

    @Test
    void anMt940IsJudgedInTheSameWay() {
        List<UUID> families = familiesAt("BRI", 2);
        sentBatch();
        String first = paymentOf(families.get(0)).replace("-", "");
        byte[] statement =
                Mt940.of(funding())
                        .entry("D", "450000,00", "R1", "/BREF/" + MESSAGE)
                        .entry("D", "225000,00", "R2", "/EREF/" + first)
                        .entry("RD", "225000,00", "R3", "/EREF/" + first + "/RTRN/AC04")
                        .entry("D", "6500,50", null, "BIAYA")
                        .balances("C1000000,00", "C543499,50")
                        .bytes();

        BankApi.report("BRI", Arrays.copyOf(statement, statement.length - 25))
                .statusCode(422)
                .body("code", equalTo("REPORT_CUT"));
        assertThat(states()).containsExactly("SENT 2");
        Caller.ofBank("BRI")
                .request()
                .contentType("application/octet-stream")
                .body(statement)
                .post("/api/v1/bank-reports?filename=stmt.sta")
                .then()
                .statusCode(201)
                .body("kind", equalTo("MT_940"))
                .body("outcomes.MATCHED", equalTo(3))
                .body("outcomes.NOT_OURS", equalTo(1));

        assertThat(states()).containsExactly("RETURNED 1", "SENT 1");
        assertThat(tables.lines("SELECT statement_no, closed_on FROM bank_statement"))
                .containsExactly("17 2026-04-20");
        BankApi.exceptions("?open=true&class=CONTROL_TOTAL_MISMATCH").body("items", hasSize(0));
    }

    @Test
    void whatTheMinistryBringsInIsWorkOfSomebodyWithoutPartInItsFiles() {
        familyAt("BRI");
        sentBatch();
        byte[] statement =
                statement().file(MESSAGE, "DBIT", AMOUNT, "R1").balances(AMOUNT, "0.00").bytes();

        BankApi.report(Caller.officer(BankApi.MAKER), "?bank=BRI", statement)
                .statusCode(409)
                .body("code", equalTo("REPORT_SAME_PERSON"));
        String report =
                BankApi.report(Caller.officer("first"), "?bank=BRI", statement)
                        .statusCode(202)
                        .extract()
                        .path("report_id");

        assertThat(toConfirm("second")).containsExactly(report);
        assertThat(toConfirm("first")).isEmpty();
        assertThat(toConfirm(BankApi.MAKER)).isEmpty();
    }

    private static List<String> toConfirm(String officer) {
        return Caller.officer(officer)
                .read("/my-work")
                .getList(
                        "items.findAll { it.kind == 'REPORT_TO_CONFIRM' }.collect { it.subject_ids[0] }");
    }

    @Test
    void aStatementOfAnotherAccountIsRefused() {
        familyAt("BRI");
        sentBatch();

        BankApi.report("BRI", Camt053.of("001234567890123").balances("5.00", "5.00").bytes())
                .statusCode(422)
                .body("code", equalTo("REPORT_ACCOUNT_UNKNOWN"));
        assertThat(tables.lines("SELECT 1 FROM bank_report")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO bank_statement SELECT report_id, 2, bank, '001234567890123' FROM bank_statement",
                "UPDATE bank_statement SET statement_no = 1",
                "DELETE FROM bank_statement",
                "UPDATE batch_debit SET booked_on = booked_on + 1",
                "INSERT INTO batch_debit SELECT * FROM batch_debit"
            })
    void theDatabaseKeepsStatementsAndDebits(String sql) {
        familyAt("BRI");
        sentBatch();
        BankApi.report(
                        "BRI",
                        statement()
                                .file(MESSAGE, "DBIT", AMOUNT, "R1")
                                .balances(AMOUNT, "0.00")
                                .bytes())
                .statusCode(201);

        assertThat(catchThrowable(() -> tables.execute(sql))).as(sql).isNotNull();
    }
}
