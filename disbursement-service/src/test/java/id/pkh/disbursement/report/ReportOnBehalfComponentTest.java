package id.pkh.disbursement.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.report.inbox.ScanInbox;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.InboxFolder;
import id.pkh.disbursement.support.Pain002;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A report that the ministry brings in on a bank's behalf moves no payment before a second person,
 * or the bank itself, has confirmed it.
 */
@QuarkusTest
@QuarkusTestResource(value = InboxFolder.class, restrictToAnnotatedClass = false)
class ReportOnBehalfComponentTest extends BankComponentTest {

    private static final String MESSAGE = "PKH-2026T2-BRI-001";
    private static final Caller FIRST = Caller.officer("first");
    private static final Caller SECOND = Caller.approver("second");

    @Inject ScanInbox scanInbox;

    @ConfigProperty(name = "pkh.disbursement.bank.inbox")
    Path inbox;

    private byte[] credit() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        return Pain002.answering(MESSAGE).line(paymentOf(kpm), "ACCC").bytes();
    }

    private static ValidatableResponse bringIn(Caller person, byte[] report) {
        return BankApi.report(person, "?bank=BRI", report);
    }

    /** Brings in a report that waits, and returns its id and its hash. */
    private String[] waiting(byte[] report) {
        var answer =
                bringIn(FIRST, report)
                        .statusCode(202)
                        .body("status", equalTo("AWAITING_CONFIRMATION"))
                        .body("channel", equalTo("MINISTRY"))
                        .body("received_by", equalTo("first"))
                        .extract();
        return new String[] {answer.path("report_id"), answer.path("sha256")};
    }

    private void nothingMoved() {
        assertThat(states()).containsExactly("SENT 1");
        assertThat(jobs("bank-report")).isEmpty();
    }

    private void applied(String reportId) {
        jobs.await(UUID.fromString(reportId), Duration.ofSeconds(30));
        FIRST.get("/bank-reports/" + reportId)
                .statusCode(200)
                .body("status", equalTo("APPLIED"))
                .body("outcomes.MATCHED", equalTo(1));
        assertThat(states()).containsExactly("CREDITED 1");
        BankApi.money(CYCLE).body("balanced", equalTo(true));
    }

    @Test
    void aReportOnABanksBehalfIsAppliedOnlyWhenASecondPersonNamesItsBytes() {
        byte[] report = credit();
        String[] waiting = waiting(report);
        nothingMoved();
        bringIn(FIRST, report).statusCode(202).body("repeated", equalTo(true));
        nothingMoved();

        SECOND.get("/bank-reports?status=AWAITING_CONFIRMATION")
                .statusCode(200)
                .body("items.report_id", contains(waiting[0]))
                .body("items[0].lines", equalTo(1));
        SECOND.get("/bank-reports/" + waiting[0] + "/lines")
                .statusCode(200)
                .body("items.status_code", contains("ACCC"))
                .body("items[0].outcome", nullValue());
        BankApi.confirmReport(SECOND, waiting[0], "0".repeat(64))
                .statusCode(409)
                .body("code", equalTo("REPORT_HASH_DIFFERS"))
                .body("sha256", equalTo(waiting[1]));
        nothingMoved();

        BankApi.confirmReport(SECOND, waiting[0], waiting[1])
                .statusCode(202)
                .body("confirmation.by", equalTo("second"));

        applied(waiting[0]);
        BankApi.confirmReport(SECOND, waiting[0], waiting[1])
                .statusCode(409)
                .body("code", equalTo("REPORT_NOT_WAITING"));
        bringIn(FIRST, report).statusCode(200).body("status", equalTo("APPLIED"));
        SECOND.get("/bank-reports?status=AWAITING_CONFIRMATION").body("items", hasSize(0));
    }

    @Test
    void onlyPersonsOfTheMinistryWithAllAreasAndWithoutPartAnswerForABank() {
        byte[] report = credit();

        for (String role :
                List.of(
                        Roles.DATA_ADMINISTRATOR,
                        Roles.AUDITOR,
                        Roles.OPERATIONS,
                        Roles.FACILITATOR,
                        Roles.EXTERNAL_SYSTEM)) {
            bringIn(Caller.as(role, "*"), report)
                    .statusCode(403)
                    .body("code", equalTo("FORBIDDEN"));
        }
        bringIn(Caller.as(Roles.MINISTRY_OFFICER, "17.71.08"), report)
                .statusCode(403)
                .body("code", equalTo("AREAS_NOT_NATIONAL"));
        for (String person : List.of(BankApi.MAKER, BankApi.CHECKER, BankApi.SENDER)) {
            bringIn(Caller.officer(person), report)
                    .statusCode(409)
                    .body("code", equalTo("REPORT_SAME_PERSON"));
        }
        assertThat(tables.number("SELECT count(*) FROM bank_report")).isZero();

        String[] waiting = waiting(report);
        for (String person : List.of("first", BankApi.MAKER, BankApi.CHECKER, BankApi.SENDER)) {
            BankApi.confirmReport(Caller.approver(person), waiting[0], waiting[1])
                    .statusCode(409)
                    .body("code", equalTo("REPORT_SAME_PERSON"));
        }
        BankApi.confirmReport(
                        Caller.named("third", Roles.MINISTRY_APPROVER, "17"),
                        waiting[0],
                        waiting[1])
                .statusCode(403)
                .body("code", equalTo("AREAS_NOT_NATIONAL"));
        for (String role : List.of(Roles.DATA_ADMINISTRATOR, Roles.OPERATIONS, Roles.AUDITOR)) {
            BankApi.confirmReport(Caller.as(role, "*"), waiting[0], waiting[1]).statusCode(403);
            BankApi.rejectReport(Caller.as(role, "*"), waiting[0], waiting[1]).statusCode(403);
        }
        BankApi.confirmReport(Caller.ofBank("BRI"), waiting[0], waiting[1]).statusCode(403);
        BankApi.confirmReport(SECOND, UUID.randomUUID().toString(), waiting[1]).statusCode(404);
        nothingMoved();
    }

    @Test
    void aRejectedReportIsNeverAppliedAndKeepsNooneFromBringingInTheBytes() {
        byte[] report = credit();
        String[] waiting = waiting(report);
        BankApi.rejectReport(Caller.approver(BankApi.CHECKER), waiting[0], waiting[1])
                .statusCode(409)
                .body("code", equalTo("REPORT_SAME_PERSON"));
        BankApi.rejectReport(SECOND, waiting[0], "0".repeat(64))
                .statusCode(409)
                .body("code", equalTo("REPORT_HASH_DIFFERS"));
        SECOND.withNewKey()
                .post(
                        "/bank-reports/" + waiting[0] + "/rejection",
                        "{\"sha256\":\"" + waiting[1] + "\"}")
                .statusCode(422)
                .body("code", equalTo("REASON_REQUIRED"));
        SECOND.withNewKey()
                .post(
                        "/bank-reports/" + waiting[0] + "/rejection",
                        Map.of("sha256", waiting[1], "reason", "3201014505900001 was not paid"))
                .statusCode(422)
                .body("code", equalTo("TEXT_HAS_LONG_NUMBER"));

        BankApi.rejectReport(SECOND, waiting[0], waiting[1])
                .statusCode(200)
                .body("status", equalTo("REJECTED"))
                .body("rejection.by", equalTo("second"))
                .body("rejection_reason", equalTo("not what the bank has sent"))
                .body("outcomes.WITHHELD", equalTo(1));
        BankApi.confirmReport(SECOND, waiting[0], waiting[1])
                .statusCode(409)
                .body("code", equalTo("REPORT_NOT_WAITING"));
        nothingMoved();

        String[] again = waiting(report);
        assertThat(again[0]).isNotEqualTo(waiting[0]);
        BankApi.rejectReport(FIRST, again[0], again[1])
                .statusCode(200)
                .body("rejection.by", equalTo("first"));
        BankApi.report("BRI", report).statusCode(201).body("channel", equalTo("BANK"));
        assertThat(states()).containsExactly("CREDITED 1");
        assertThat(tables.lines("SELECT status FROM bank_report ORDER BY received_at"))
                .containsExactly("REJECTED", "REJECTED", "APPLIED");
    }

    @Test
    void theBankItselfConfirmsWhatItDeliversInTheSameBytes() {
        byte[] report = credit();
        String[] waiting = waiting(report);

        BankApi.report("BRI", report)
                .statusCode(200)
                .body("report_id", equalTo(waiting[0]))
                .body("repeated", equalTo(true))
                .body("status", equalTo("APPLIED"))
                .body("confirmation.by", equalTo("clerk-BRI"));

        applied(waiting[0]);
    }

    @Test
    void aFileInTheBanksFolderConfirmsTheSameBytes() throws Exception {
        byte[] report = credit();
        String[] waiting = waiting(report);
        Path file = Files.createDirectories(inbox.resolve("BRI")).resolve("same.xml");
        Files.write(file, report);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(600)));

        assertThat(scanInbox.handle()).isEqualTo(1);

        applied(waiting[0]);
        assertThat(tables.lines("SELECT channel, confirmed_by FROM bank_report"))
                .containsExactly("MINISTRY inbox:BRI");
    }

    @Test
    void aReportWithWrongTotalsDoesNotWait() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        byte[] report =
                Pain002.answering(MESSAGE)
                        .line(paymentOf(kpm), "ACCC")
                        .totals("2", "225000.00")
                        .bytes();

        bringIn(FIRST, report).statusCode(422).body("code", equalTo("REPORT_TOTALS_DIFFER"));

        SECOND.get("/bank-reports?status=WITHHELD").body("items", hasSize(1));
        nothingMoved();
    }

    @Test
    void aTokenOfABankAndTheMinistryAnswersForNeither() {
        byte[] report = credit();

        bringIn(Caller.named("both", List.of(Roles.BANK, Roles.MINISTRY_OFFICER), "*"), report)
                .statusCode(403);
        nothingMoved();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE bank_report SET status = 'STAGED'",
                "UPDATE bank_report SET status = 'APPLIED', checkpoint = lines, finished_at = now()",
                "UPDATE bank_report SET status = 'STAGED', confirmed_by = 'first', confirmed_at = now()",
                "UPDATE bank_report SET status = 'STAGED', confirmed_by = 'maker-1', confirmed_at = now()",
                "UPDATE bank_report SET status = 'STAGED', confirmed_by = 'checker-1', confirmed_at = now()",
                "UPDATE bank_report SET status = 'STAGED', confirmed_by = 'sender-1', confirmed_at = now()",
                "UPDATE bank_report SET status = 'STAGED', channel = 'BANK'",
                "UPDATE bank_report SET sha256 = repeat('0', 64)",
                "UPDATE bank_report SET received_by = 'other'",
                "UPDATE bank_report SET status = 'REJECTED', finished_at = now()",
                "INSERT INTO bank_report SELECT gen_random_uuid(), bank, repeat('1', 64), bytes, filename, namespace, message_id, batch_id,"
                        + " group_status, 'STAGED', lines, 0, received_by, received_at, NULL, outcomes, 'UNRECORDED' FROM bank_report",
                "INSERT INTO bank_report SELECT gen_random_uuid(), bank, repeat('1', 64), bytes, filename, namespace, message_id, batch_id,"
                        + " group_status, status, lines, 0, 'maker-1', received_at, NULL, outcomes, 'MINISTRY' FROM bank_report"
            })
    void theDatabaseRequiresTwoPersonsForAReportOnABanksBehalf(String sql) {
        waiting(credit());

        assertThat(catchThrowable(() -> tables.execute(sql))).as(sql).isNotNull();
    }
}
