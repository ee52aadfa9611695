package id.pkh.disbursement.withdrawal;

import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.disbursement.support.BankApi;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.RuleTable;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports about payments, alone and together, and what the database keeps of them. */
@QuarkusTest
class ReportWithdrawalComponentTest extends WithdrawalComponentTest {

    @Test
    void aReportIsRecordedOnceAndSupersededByTheNext() {
        UUID family = familyIn(HERE);
        sent();
        String path = path(paymentOf(family));
        long events = withdrawalEvents(family);
        facilitator()
                .post(path, notWithdrawn("PIN_BLOCKED"))
                .statusCode(201)
                .body("revision", equalTo(1))
                .body("reason_code", equalTo("PIN_BLOCKED"))
                .body("amount_idr", nullValue())
                .body("accompanied_by", nullValue())
                .body("evidence.kind", equalTo("NONE"))
                .body("reported_by", equalTo("facilitator-7"));
        facilitator().post(path, notWithdrawn("PIN_BLOCKED")).statusCode(200);
        Caller.coordinator("17.71.08")
                .post(path, withdrawn(225_000))
                .statusCode(201)
                .body("revision", equalTo(2))
                .body("evidence.reference", equalTo("folder 3, page 4"));
        facilitator()
                .post(path, withdrawn(200_000))
                .statusCode(409)
                .body("code", equalTo("WITHDRAWAL_ALREADY_REPORTED"))
                .body("expected", equalTo("2"));
        facilitator()
                .post(path, withdrawn(200_000, today(), ",\"supersedes_revision\":1"))
                .statusCode(409)
                .body("code", equalTo("WITHDRAWAL_REVISION_DIFFERS"));
        facilitator()
                .post(path, withdrawn(200_000, today(), ",\"supersedes_revision\":2"))
                .statusCode(201);
        facilitator().post(path, retracted(3)).statusCode(201).body("revision", equalTo(4));
        Caller.auditor()
                .get(path)
                .statusCode(200)
                .body("items.revision", contains(4, 3, 2, 1))
                .body(
                        "items.outcome",
                        contains("RETRACTED", "WITHDRAWN", "WITHDRAWN", "NOT_WITHDRAWN"));
        Caller.auditor().get(path + "?limit=1").body("items", hasSize(1));
        assertThat(withdrawalEvents(family)).isEqualTo(events + 4);
        assertThat(tables.published(family).get(tables.published(family).size() - 1).toString())
                .doesNotContain("folder");
    }

    private long withdrawalEvents(UUID family) {
        return tables.publishedNames(family).stream().filter("withdrawal-reported"::equals).count();
    }

    @Test
    void refusesWhatCannotBeSo() {
        UUID family = familyIn(HERE);
        sealedCycle();
        String path = path(paymentOf(family));
        refused(path, withdrawn(1), 409, "PAYMENT_NOT_SENT");
        BankApi.prepare(CYCLE).statusCode(200);
        refused(path, withdrawn(1), 409, "PAYMENT_NOT_SENT");
        BankApi.batchIds(CYCLE).forEach(BankApi::approveAndSend);
        refused(path, withdrawn(1, today().plusDays(1), ""), 422, "WITHDRAWAL_DAY_INVALID");
        refused(path, withdrawn(1, today().minusDays(1), ""), 422, "WITHDRAWAL_DAY_INVALID");
        refused(path, notWithdrawn("NO_SUCH_REASON"), 422, "WITHDRAWAL_REASON_UNKNOWN");
        refused(path, retracted(1), 409, "WITHDRAWAL_NOT_REPORTED");
        refused(
                path,
                "{\"outcome\":\"WITHDRAWN\",\"occurred_on\":\"" + today() + "\"}",
                422,
                "WITHDRAWAL_INCOMPLETE");
        refused(
                path,
                withdrawn(1).replace("folder 3", "rekening 0012 3456 7890 123"),
                422,
                "TEXT_HAS_LONG_NUMBER");
        for (String invalid : List.of("0", "-1", "1000000001", "\"x\"", "1.5")) {
            facilitator()
                    .post(path, withdrawn(7).replace(":7,", ":" + invalid + ","))
                    .statusCode(400);
        }
        assertThat(tables.number("SELECT count(*) FROM withdrawal_report")).isZero();
    }

    private static void refused(String path, String json, int status, String code) {
        facilitator().post(path, json).statusCode(status).body("code", equalTo(code));
    }

    @Test
    void onlyPeopleOfTheFieldReportAndOnlyInTheirAreas() {
        UUID family = familyIn(HERE);
        sent();
        String path = path(paymentOf(family));
        for (String role :
                List.of(
                        Roles.MINISTRY_OFFICER,
                        Roles.MINISTRY_APPROVER,
                        Roles.AUDITOR,
                        Roles.OPERATIONS)) {
            Caller.as(role, "*").post(path, withdrawn(1)).statusCode(403);
        }
        Caller.facilitator(BESIDE).post(path, withdrawn(1)).statusCode(404);
        Caller.facilitator(BESIDE).get(path).statusCode(404);
        facilitator().post(path(UUID.randomUUID().toString()), withdrawn(1)).statusCode(404);
        Caller.administrator("17").post(path, withdrawn(1)).statusCode(201);
    }

    @Test
    void manyReportsAreAnsweredOneByOne() {
        UUID one = familyIn(HERE);
        UUID two = familyIn(HERE);
        UUID elsewhere = familyIn(FAR);
        sent();
        String reports =
                """
                {"reports":[
                 {"payment_id":"%s","report":%s},
                 {"kpm_id":"%s","cycle_code":"%s","report":%s},
                 {"kpm_id":"%s","cycle_code":"%s","report":%s},
                 {"kpm_id":"%s","cycle_code":"2031-T1","report":%s},
                 {"payment_id":"%s","report":%s}]}"""
                        .formatted(
                                paymentOf(one),
                                withdrawn(225_000),
                                two,
                                CYCLE,
                                notWithdrawn("CARD_LOST"),
                                elsewhere,
                                CYCLE,
                                withdrawn(1),
                                two,
                                withdrawn(1),
                                paymentOf(one),
                                withdrawn(1));
        facilitator()
                .post("/withdrawal-reports", reports)
                .statusCode(200)
                .body("items.line", contains(1, 2, 3, 4, 5))
                .body(
                        "items.outcome",
                        contains(
                                "RECORDED",
                                "RECORDED",
                                "PAYMENT_UNKNOWN",
                                "PAYMENT_UNKNOWN",
                                "WITHDRAWAL_ALREADY_REPORTED"))
                .body("items.revision", contains(1, 1, null, null, null));
        facilitator()
                .post("/withdrawal-reports", reports)
                .body("items.outcome[0]", equalTo("UNCHANGED"))
                .body("items.outcome[1]", equalTo("UNCHANGED"));
        facilitator()
                .post(
                        "/withdrawal-reports",
                        "{\"reports\":[{\"kpm_id\":\"%s\",\"report\":%s}]}"
                                .formatted(one, withdrawn(1)))
                .statusCode(422)
                .body("code", equalTo("PAYMENT_KEY_INVALID"));
        facilitator().post("/withdrawal-reports", "{\"reports\":[]}").statusCode(400);
    }

    @Test
    void reasonsAreThoseOfThePage() {
        List<String> ofPage =
                RuleTable.rows("withdrawals.md", "reason", "from", "source", "in files").stream()
                        .map(row -> String.join(" ", row.subList(0, 3)))
                        .toList();
        assertThat(tables.lines("SELECT code, valid_from, source FROM withdrawal_reason"))
                .containsExactlyInAnyOrderElementsOf(ofPage);
        Caller.facilitator(HERE)
                .get("/withdrawal-reasons")
                .statusCode(200)
                .body("items", hasSize(ofPage.size()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE withdrawal_report SET amount_idr = 1",
                "DELETE FROM withdrawal_report",
                "INSERT INTO withdrawal_report SELECT gen_random_uuid(), payment_id, 3, null, kpm_id",
                "UPDATE withdrawal_reason SET code = 'X1'",
                "UPDATE withdrawal_policy SET days_until_listed = 2"
            })
    void theDatabaseKeepsWhatWasReported(String sql) {
        UUID family = familyIn(HERE);
        sent();
        reports(family, withdrawn(225_000));
        assertThatThrownBy(() -> tables.change(sql)).isNotNull();
        assertThat(tables.number("SELECT count(*) FROM withdrawal_report")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "revision = 3",
                "kpm_id = gen_random_uuid()",
                "village_code = '18.01.01.2001'",
                "occurred_on = current_date + 2",
                "occurred_on = current_date - 9",
                "amount_idr = NULL",
                "amount_idr = 0",
                "channel = NULL",
                "reason_code = 'OTHER'",
                "outcome = 'RETRACTED'",
                "evidence_sha256 = repeat('a', 64)",
                "evidence_kind = 'NONE'",
                "reported_by = ''"
            })
    void theDatabaseRefusesAReportThatCannotBe(String change) {
        UUID family = familyIn(HERE);
        sent();
        reports(family, withdrawn(225_000));
        String column = change.substring(0, change.indexOf(' '));
        String value = change.substring(change.indexOf('=') + 2);
        assertThatThrownBy(() -> tables.change(nextRevision(column, value))).isNotNull();
        tables.execute(nextRevision("amount_idr", "200000"));
    }

    /** The row of the next revision, as it may be, with one column as it may not. */
    private static String nextRevision(String column, String value) {
        String columns =
                "report_id, payment_id, revision, kpm_id, cycle_id, village_code, outcome, amount_idr,"
                        + " occurred_on, channel, reason_code, accompanied_by, evidence_kind,"
                        + " evidence_reference, evidence_sha256, list_id, is_sampled, reported_by,"
                        + " recorded_at";
        String selected =
                columns.replace("report_id,", "gen_random_uuid(),")
                        .replaceFirst("\\brevision\\b", column.equals("revision") ? value : "2")
                        .replaceFirst("(?<=[ ,])" + column + "(?=[ ,]|$)", value);
        return "INSERT INTO withdrawal_report (%s) SELECT %s FROM withdrawal_report"
                .formatted(columns, selected);
    }
}
