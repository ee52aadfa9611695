package id.pkh.disbursement.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.BankSigner;
import id.pkh.disbursement.support.FactEvents;
import id.pkh.disbursement.support.Pain002;
import id.pkh.disbursement.support.StubRegistry;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReportComponentTest extends BankComponentTest {

    private static final String MESSAGE = "PKH-2026T2-BRI-001";

    private static Pain002 answer() {
        return Pain002.answering(MESSAGE);
    }

    @Test
    void everyLineGetsAnOutcomeAndABadOneStopsNoOther() {
        List<UUID> families = familiesAt("BRI", 4);
        sentBatch();

        String report =
                BankApi.report(
                                "BRI",
                                answer().credited(paymentOf(families.get(0)), "R1")
                                        .line(UUID.randomUUID().toString(), "ACCC")
                                        .line("not one of ours", "ACCC")
                                        .line(paymentOf(families.get(1)), "RJCT", "AC04")
                                        .amount(paymentOf(families.get(2)), "ACCC", "1.00", "IDR")
                                        .credited(paymentOf(families.get(0)), "R1")
                                        .line(paymentOf(families.get(3)), "ACSC")
                                        .bytes())
                        .statusCode(201)
                        .body("status", equalTo("APPLIED"))
                        .body("lines", equalTo(7))
                        .body("repeated", equalTo(false))
                        .body("outcomes.MATCHED", equalTo(3))
                        .body("outcomes.UNKNOWN_REFERENCE", equalTo(2))
                        .body("outcomes.AMOUNT_DIFFERS", equalTo(1))
                        .body("outcomes.DUPLICATE", equalTo(1))
                        .extract()
                        .path("report_id");

        assertThat(states()).containsExactly("ACCEPTED 1", "CREDITED 1", "REJECTED 1", "SENT 1");
        BankApi.exceptions("?open=true")
                .body(
                        "items.exception_class",
                        containsInAnyOrder(
                                "UNMATCHED_LINE",
                                "UNMATCHED_LINE",
                                "AMOUNT_MISMATCH",
                                "DUPLICATE_CREDIT",
                                "CORRECTION_PENDING"));
        Caller.as(Roles.AUDITOR, "*")
                .get("/bank-reports/" + report + "/lines?outcome=UNKNOWN_REFERENCE&limit=1")
                .statusCode(200)
                .body("items.line_no", contains(2));
        assertThat(tables.publishedNames(families.get(0)))
                .endsWith("payment-sent", "payment-credited");
        assertThat(tables.publishedNames(families.get(1))).endsWith("payment-rejected");
        assertThat(tables.published(families.get(1)).get(2).payload().toString())
                .contains("\"reason\":\"ACCOUNT_CLOSED\"");
        assertThat(tables.publishedNames(families.get(3))).endsWith("payment-sent");
        BankApi.money(CYCLE).body("balanced", equalTo(true));
    }

    @Test
    void theSameBytesAgainChangeNothingAndTheResponseStatesIt() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        byte[] file = answer().line(paymentOf(kpm), "ACCC").bytes();
        BankApi.report("BRI", file).statusCode(201);
        long events = tables.number("SELECT count(*) FROM outbox");

        BankApi.report("BRI", file)
                .statusCode(200)
                .body("repeated", equalTo(true))
                .body("status", equalTo("APPLIED"));

        assertThat(tables.number("SELECT count(*) FROM outbox")).isEqualTo(events);
        assertThat(tables.number("SELECT count(*) FROM bank_report")).isEqualTo(1);
        assertThat(tables.number("SELECT count(*) FROM bank_report_line")).isEqualTo(1);
    }

    @Test
    void aReportThatWasOnlyStagedIsAppliedWhenItIsReceivedAgain() throws Exception {
        List<UUID> families = familiesAt("BRI", 3);
        String batch = sentBatch();
        byte[] file =
                answer().line(paymentOf(families.get(0)), "ACCC")
                        .line(paymentOf(families.get(1)), "RJCT", "AC01")
                        .bytes();
        leftStaged(batch, file, families.subList(0, 2));

        BankApi.report("BRI", file)
                .statusCode(200)
                .body("repeated", equalTo(true))
                .body("status", equalTo("APPLIED"))
                .body("outcomes.MATCHED", equalTo(2));

        assertThat(states()).containsExactly("CREDITED 1", "REJECTED 1", "SENT 1");
    }

    @Test
    void theTextsOfABankAreStoredUnchanged() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        String reference = "A\\N\\.B&amp;\u00e9";

        BankApi.report("BRI", answer().credited(paymentOf(kpm), reference).bytes()).statusCode(201);

        assertThat(tables.lines("SELECT bank_ref FROM bank_report_line"))
                .containsExactly("A\\N\\.B&\u00e9");
        assertThat(
                        tables.lines(
                                "SELECT h.bank_ref, i.bank_ref FROM instruction_history h JOIN payment_instruction i USING (instruction_id)"
                                        + " WHERE source = 'BANK_REPORT'"))
                .containsExactly("A\\N\\.B&\u00e9 A\\N\\.B&\u00e9");
    }

    /** The state after a crash between the staging of a report and its first line. */
    private void leftStaged(String batch, byte[] file, List<UUID> families) throws Exception {
        String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        UUID report = UUID.randomUUID();
        tables.execute(
                "INSERT INTO bank_report (report_id, bank, sha256, bytes, filename, kind, namespace, message_id, batch_id, status, lines,"
                        + " channel, received_by, received_at) VALUES (?, 'BRI', ?, 1, 'a', 'PAIN_002', 'n', 'm', ?::uuid, 'STAGED', 2, 'BANK', 'x', now())",
                report,
                sha256,
                batch);
        tables.execute(
                "INSERT INTO bank_report_chunk (report_id, first_line, lines, content) VALUES (?, 1, 1, ?), (?, 2, 1, ?)",
                report,
                "[[1,null,\"%s\",\"ACCC\",null,null,null,null]]"
                        .formatted(referenceTo(families.get(0))),
                report,
                "[[2,null,\"%s\",\"RJCT\",\"AC01\",225000,null,null]]"
                        .formatted(referenceTo(families.get(1))));
        tables.execute(
                "INSERT INTO job (job_id, kind, subject, parameters, status, requested_by, requested_at, moved_at, after_job)"
                        + " VALUES (?, 'bank-report', 'a', ?, 'WAITING', 'x', now(), now(), ?::uuid)",
                report,
                report.toString(),
                batch);
    }

    private String referenceTo(UUID kpm) {
        return paymentOf(kpm).replace("-", "");
    }

    @Test
    void aReportThatStopsInTheMiddleIsResumedThereAndAppliesNoLineTwice() {
        List<UUID> families = familiesAt("BRI", 4);
        sentBatch();
        Pain002 report = answer();
        families.forEach(kpm -> report.line(paymentOf(kpm), "ACCC"));
        byte[] file = report.line(paymentOf(families.get(0)), "ACCC").bytes();
        tables.execute(
                "ALTER TABLE bank_report_line ADD CONSTRAINT stopped CHECK (line_no <> 4) NOT VALID");
        try {
            BankApi.report("BRI", file).statusCode(202).body("status", equalTo("STAGED"));
        } finally {
            tables.execute("ALTER TABLE bank_report_line DROP CONSTRAINT stopped");
        }
        assertThat(states()).containsExactly("CREDITED 2", "SENT 2");
        assertThat(tables.lines("SELECT status, lines, checkpoint FROM bank_report"))
                .containsExactly("STAGED 5 2");
        assertThat(tables.lines("SELECT line_no FROM bank_report_line ORDER BY 1"))
                .containsExactly("1", "2");
        assertThat(tables.lines("SELECT first_line FROM bank_report_chunk ORDER BY 1"))
                .containsExactly("3", "5");
        assertThat(
                        tables.lines(
                                "SELECT count(*) FROM instruction_history WHERE source = 'BANK_REPORT'"))
                .containsExactly("2");

        BankApi.report("BRI", file)
                .statusCode(200)
                .body("status", equalTo("APPLIED"))
                .body("outcomes.MATCHED", equalTo(4))
                .body("outcomes.DUPLICATE", equalTo(1));

        assertThat(states()).containsExactly("CREDITED 4");
        assertThat(tables.lines("SELECT checkpoint FROM bank_report")).containsExactly("5");
        assertThat(tables.lines("SELECT line_no, outcome FROM bank_report_line ORDER BY 1"))
                .containsExactly("1 MATCHED", "2 MATCHED", "3 MATCHED", "4 MATCHED", "5 DUPLICATE");
        assertThat(tables.lines("SELECT first_line FROM bank_report_chunk")).isEmpty();
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM outbox WHERE event_type LIKE '%payment-credited%'"))
                .isEqualTo(4);
    }

    @Test
    void linesOfOnePaymentAreAppliedInTheOrderOfTheReportAcrossChunks() {
        List<UUID> families = familiesAt("BRI", 4);
        sentBatch();
        Pain002 report = answer();
        families.forEach(kpm -> report.line(paymentOf(kpm), "ACSP"));
        families.forEach(kpm -> report.line(paymentOf(kpm), "RJCT", "AC04"));
        BankApi.report("BRI", report.line(paymentOf(families.get(0)), "ACCC").bytes())
                .statusCode(201)
                .body("outcomes.MATCHED", equalTo(8))
                .body("outcomes.CONTRADICTS", equalTo(1));

        assertThat(states()).containsExactly("REJECTED 4");
    }

    /** One of the two references may be unknown, or may lead to another instruction. */
    @Test
    void aLineIsMatchedByEitherReferenceAndNotMatchedWhereTheyDisagree() {
        List<UUID> families = familiesAt("BRI", 4);
        sentBatch();
        String stranger = UUID.randomUUID().toString();

        BankApi.report(
                        "BRI",
                        answer().naming(instructionOf(families.get(0)), null, "ACCC")
                                .naming(null, paymentOf(families.get(1)), "ACCC")
                                .naming(
                                        instructionOf(families.get(2)),
                                        paymentOf(families.get(2)),
                                        "ACCC")
                                .naming(
                                        instructionOf(families.get(3)),
                                        paymentOf(families.get(0)),
                                        "ACCC")
                                .naming(stranger, paymentOf(families.get(3)), "ACCC")
                                .bytes())
                .statusCode(201)
                .body("outcomes.MATCHED", equalTo(3))
                .body("outcomes.UNKNOWN_REFERENCE", equalTo(2));

        assertThat(states()).containsExactly("CREDITED 3", "SENT 1");
    }

    private String instructionOf(UUID kpm) {
        return tables.lines("SELECT instruction_id FROM payment_instruction WHERE kpm_id = ?", kpm)
                .get(0);
    }

    @Test
    void theDatabaseProtectsTheResponsesOfBanks() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        BankApi.report("BRI", answer().line(paymentOf(kpm), "ACCC").bytes()).statusCode(201);

        for (String sql :
                new String[] {
                    "UPDATE bank_report_line SET outcome = 'DUPLICATE'",
                    "DELETE FROM bank_report_line",
                    "TRUNCATE bank_report_line",
                    "INSERT INTO bank_report_line SELECT * FROM bank_report_line",
                    "INSERT INTO bank_report_line (report_id, line_no, outcome) VALUES (gen_random_uuid(), 1, 'MATCHED')",
                    "INSERT INTO bank_report_line (report_id, line_no, outcome) SELECT report_id, 9, 'NONSENSE' FROM bank_report",
                    "INSERT INTO bank_report_line (report_id, line_no) SELECT report_id, 9 FROM bank_report",
                    "INSERT INTO bank_report_line (report_id, line_no, outcome, instruction_id)"
                            + " SELECT report_id, 9, 'MATCHED', gen_random_uuid() FROM bank_report",
                    "INSERT INTO bank_report_chunk VALUES (gen_random_uuid(), 1, 1, '[]')",
                    "INSERT INTO bank_report_chunk SELECT report_id, 0, 1, '[]' FROM bank_report",
                    "UPDATE bank_report SET checkpoint = checkpoint + 1",
                    "DELETE FROM bank_report"
                }) {
            assertThat(catchThrowable(() -> tables.execute(sql))).as(sql).isNotNull();
        }
    }

    @Test
    void aStatusOfTheWholeFileAppliesToEachTransactionIfThereAreNoLines() {
        familiesAt("BRI", 3);
        sentBatch();

        BankApi.report("BRI", answer().group("ACCP", null).totals("3", "675000.00").bytes())
                .statusCode(201)
                .body("outcomes.MATCHED", equalTo(3));
        assertThat(states()).containsExactly("ACCEPTED 3");
        BankApi.report("BRI", answer().group("PART", null).bytes())
                .statusCode(201)
                .body("lines", equalTo(0));
        BankSigner bank = BankSigner.called("Bank Contoh");
        bank.trustedFor("BRI");
        byte[] refusal = answer().in(Pain002.V03).group("PART", "FF01").block("RJCT").bytes();
        BankSigner.report(Caller.ofBank("BRI"), "", refusal, bank.cms(refusal))
                .statusCode(201)
                .body("moves_all", equalTo(true))
                .body("outcomes.MATCHED", equalTo(3));
        assertThat(states()).containsExactly("REJECTED 3");
    }

    @Test
    void ifThereAreLinesAStatusOfTheWholeFileDoesNotApplyToOtherInstructions() {
        List<UUID> families = familiesAt("BRI", 2);
        sentBatch();

        BankApi.report(
                        "BRI",
                        answer().group("RJCT", null)
                                .line(paymentOf(families.get(0)), "RJCT", "AC04")
                                .bytes())
                .statusCode(201);

        assertThat(states()).containsExactly("REJECTED 1", "SENT 1");
    }

    @Test
    void aRefusedPaymentIsTriedAgainOnlyWhenAskedForAndAnUnknownOneNever() {
        List<UUID> families = familiesAt("BRI", 3);
        sentBatch();
        BankApi.report("BRI", answer().line(paymentOf(families.get(0)), "RJCT", "AC04").bytes())
                .statusCode(201);
        overdue(2);
        assertThat(states()).containsExactly("REJECTED 1", "UNKNOWN 2");
        assertThat(tables.publishedNames(families.get(1))).endsWith("payment-outcome-unknown");

        BankApi.prepare(CYCLE).statusCode(200).body("instructed", equalTo(0));
        BankApi.prepare(CYCLE, true).statusCode(200).body("instructed", equalTo(0));
        StubRegistry.knows(families.get(0), "BRI", "SITI", "009999999999999");
        accountConfirmed(families.get(0));
        BankApi.prepare(CYCLE, true)
                .statusCode(200)
                .body("instructed", equalTo(1))
                .body("batches[0].kind", equalTo("SUPPLEMENTARY"));

        assertThat(tables.lines("SELECT attempt, status FROM instruction_status WHERE attempt = 2"))
                .containsExactly("2 SEALED");
        BankApi.exceptions("?class=MISSING_AFTER_SLA&open=true")
                .body(
                        "items.payment_id",
                        containsInAnyOrder(paymentOf(families.get(1)), paymentOf(families.get(2))))
                .body("items.amount_idr", contains(AMOUNT_OF_SD, AMOUNT_OF_SD))
                .body("items.village_code", contains(FactEvents.VILLAGE, FactEvents.VILLAGE))
                .body("items.owner", contains("BANK", "BANK"));
        overdue(0);
        BankApi.report("BRI", answer().line(paymentOf(families.get(1)), "ACCC").bytes())
                .statusCode(201)
                .body("outcomes.MATCHED", equalTo(1));
        assertThat(states()).containsExactly("CREDITED 1", "REJECTED 1", "SEALED 1", "UNKNOWN 1");
        BankApi.exceptions("?class=MISSING_AFTER_SLA&open=true")
                .body("items.payment_id", contains(paymentOf(families.get(2))));
        BankApi.report("BRI", answer().line(paymentOf(families.get(2)), "ACSP").bytes())
                .statusCode(201);
        BankApi.exceptions("?class=MISSING_AFTER_SLA")
                .body("items.state", contains("RESOLVED", "RESOLVED", "RESOLVED"))
                .body(
                        "items.settled_by_fact",
                        contains("ASKED_ONE_BY_ONE", "ANSWERED", "ANSWERED"));
        BankApi.money(CYCLE).body("balanced", equalTo(true));
    }

    private static void overdue(int marked) {
        Caller.officer()
                .post("/bank-reports/overdue")
                .statusCode(200)
                .body("marked_unknown", equalTo(marked));
    }

    @Test
    void aPaymentThatIsCreditedAfterARefusalIsNotSentAgain() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        BankApi.report("BRI", answer().line(paymentOf(kpm), "RJCT", "TM01").bytes())
                .statusCode(201);
        BankApi.prepare(CYCLE, true).statusCode(200).body("instructed", equalTo(1));
        String second = BankApi.batchIds(CYCLE).get(1);
        BankApi.approve(second, BankApi.hashOf(second), BankApi.CHECKER).statusCode(200);

        BankApi.report("BRI", answer().line(paymentOf(kpm), "ACCC").bytes())
                .statusCode(201)
                .body("outcomes.CONTRADICTS", equalTo(1));

        BankApi.send(second, BankApi.SENDER)
                .statusCode(409)
                .body("code", equalTo("BATCH_DISPUTED"))
                .body("payments", equalTo(1));
        BankApi.file(Caller.ofBank("BRI"), second)
                .statusCode(409)
                .body("code", equalTo("BATCH_DISPUTED"));
        BankApi.reject(second, BankApi.CHECKER).statusCode(200);
        BankApi.prepare(CYCLE, true).statusCode(200).body("instructed", equalTo(0));

        String exception =
                BankApi.exceptions("?class=CREDIT_NOT_INSTRUCTED")
                        .body("items[0].reason", equalTo("CREDITED_AFTER_REFUSAL"))
                        .extract()
                        .path("items[0].exception_id");
        BankApi.resolve(exception, "one", "{\"reason\":\"asked the bank\"}")
                .statusCode(422)
                .body("code", equalTo("FINDING_INVALID"));
        BankApi.resolve(
                        exception,
                        "one",
                        "{\"reason\":\"statement shows it\",\"finding\":\"PAID\"}")
                .statusCode(200)
                .body("state", equalTo("PROPOSED"));
        BankApi.confirm(exception, "two").statusCode(200);
        BankApi.prepare(CYCLE, true).statusCode(200).body("instructed", equalTo(0));
        BankApi.money(CYCLE).body("balanced", equalTo(true)).body("paid_twice", equalTo(0));
    }

    @Test
    void aPaymentThatWasFoundNotToBePaidMayBeSentAgain() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        BankApi.report("BRI", answer().line(paymentOf(kpm), "RJCT", "TM01").bytes())
                .statusCode(201);
        BankApi.report("BRI", answer().line(paymentOf(kpm), "ACSP").bytes())
                .statusCode(201)
                .body("outcomes.CONTRADICTS", equalTo(1));
        BankApi.prepare(CYCLE, true).statusCode(200).body("instructed", equalTo(0));
        String exception = BankApi.exceptions("").extract().path("items[0].exception_id");

        BankApi.resolve(exception, "one", "{\"reason\":\"never booked\",\"finding\":\"NOT_PAID\"}")
                .statusCode(200);
        BankApi.confirm(exception, "one")
                .statusCode(409)
                .body("code", equalTo("EXCEPTION_SAME_PERSON"));
        BankApi.prepare(CYCLE, true).statusCode(200).body("instructed", equalTo(0));
        BankApi.confirm(exception, "two")
                .statusCode(200)
                .body("state", equalTo("RESOLVED"))
                .body("resolved_by", equalTo("two"));
        BankApi.confirm(exception, "three")
                .statusCode(409)
                .body("code", equalTo("EXCEPTION_RESOLVED"));

        BankApi.prepare(CYCLE, true).statusCode(200).body("instructed", equalTo(1));
    }

    @Test
    void aConfirmationNamesTheProposalAndAPersonOfTheMinistryTakesPart() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        BankApi.report("BRI", answer().line(paymentOf(kpm), "RJCT", "TM01").bytes())
                .statusCode(201);
        BankApi.report("BRI", answer().line(paymentOf(kpm), "ACSP").bytes()).statusCode(201);
        String exception = BankApi.exceptions("").extract().path("items[0].exception_id");
        String path = "/bank-exceptions/" + exception + "/resolution";
        Caller field = Caller.administrator("17");
        Caller colleague = Caller.named("administrator-2", Roles.DATA_ADMINISTRATOR, "17");
        field.withNewKey()
                .post(path, "{\"reason\":\"asked the bank\",\"finding\":\"NOT_PAID\"}")
                .statusCode(200)
                .body("version", equalTo(1));
        field.withNewKey()
                .post(path, "{\"reason\":\"saw the book\",\"finding\":\"PAID\"}")
                .statusCode(200)
                .body("version", equalTo(2));

        for (String confirmation :
                new String[] {
                    "{\"confirm\":true}",
                    "{\"confirm\":true,\"finding\":\"PAID\"}",
                    "{\"confirm\":true,\"version\":2}",
                    "{\"confirm\":true,\"finding\":\"NOT_PAID\",\"version\":1}",
                    "{\"confirm\":true,\"finding\":\"PAID\",\"version\":1}",
                    "{\"confirm\":true,\"finding\":\"NOT_PAID\",\"version\":2}"
                }) {
            BankApi.resolve(exception, "two", confirmation)
                    .statusCode(409)
                    .body("code", equalTo("EXCEPTION_PROPOSAL_DIFFERS"))
                    .body("finding", equalTo("PAID"))
                    .body("version", equalTo(2))
                    .body("proposal", equalTo("saw the book"));
        }
        String confirmation = "{\"confirm\":true,\"finding\":\"PAID\",\"version\":2}";
        colleague
                .withNewKey()
                .post(path, confirmation)
                .statusCode(409)
                .body("code", equalTo("EXCEPTION_NEEDS_MINISTRY"));
        assertThat(
                        catchThrowable(
                                () ->
                                        tables.execute(
                                                "UPDATE bank_exception SET state = 'RESOLVED', resolved_by = 'x', resolved_at = now()")))
                .hasStackTraceContaining("exception_with_ministry");
        BankApi.resolve(exception, "two", confirmation)
                .statusCode(200)
                .body("state", equalTo("RESOLVED"));
    }

    @Test
    void whatTheMinistryProposesAnyoneElseConfirmsAndAChangedReasonIsAnotherVersion() {
        UUID kpm = familyWith("BRI", "SITI", null);
        sealedCycle();
        BankApi.prepare(CYCLE).statusCode(200);
        String exception = BankApi.exceptions("").extract().path("items[0].exception_id");
        BankApi.resolve(exception, "one", "{\"reason\":\"the family has moved\"}").statusCode(200);
        StubRegistry.knows(kpm, "POS", "SITI", "12345");
        BankApi.prepare(CYCLE).statusCode(200);
        BankApi.exceptions("").body("items[0].reason", equalTo("BANK_WITHOUT_BIC"));

        Caller field = Caller.administrator("17");
        String path = "/bank-exceptions/" + exception + "/resolution";
        field.withNewKey()
                .post(path, "{\"confirm\":true,\"version\":1}")
                .statusCode(409)
                .body("code", equalTo("EXCEPTION_PROPOSAL_DIFFERS"))
                .body("reason", equalTo("BANK_WITHOUT_BIC"));
        field.withNewKey()
                .post(path, "{\"confirm\":true,\"version\":2}")
                .statusCode(200)
                .body("resolved_by", equalTo("administrator-1"));
    }

    @Test
    void exceptionsAreShownToCallersWhoseAreasContainThem() {
        familyWith("BRI", "SITI", null);
        sealedCycle();
        BankApi.prepare(CYCLE).statusCode(200);

        Caller.as(Roles.DATA_ADMINISTRATOR, "31")
                .get("/bank-exceptions")
                .statusCode(200)
                .body("items", hasSize(0));
        Caller.as(Roles.DATA_ADMINISTRATOR, "17.71")
                .get("/bank-exceptions?class=NOT_INSTRUCTED&open=true&bank=BRI")
                .statusCode(200)
                .body("items.reason", contains("ACCOUNT_MISSING"));
        Caller.as(Roles.FACILITATOR, "17").get("/bank-exceptions").statusCode(403);
        Caller.officer()
                .get("/bank-exceptions?class=NONSENSE")
                .statusCode(422)
                .body("code", equalTo("EXCEPTION_CLASS_UNKNOWN"));
    }
}
