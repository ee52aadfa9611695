package id.pkh.disbursement.work;

import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import id.pkh.contracts.meeting.MeetingCancelled;
import id.pkh.contracts.meeting.MeetingPlanned;
import id.pkh.contracts.meeting.MeetingReplanned;
import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.Api;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.FactEvents;
import id.pkh.disbursement.support.Pain002;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What waits for people on the way of the money, each for those who may do it. */
@QuarkusTest
class MyWorkComponentTest extends BankComponentTest {

    private static final String HERE = FactEvents.VILLAGE;
    private static final String FAR = "18.01.01.2001";

    private final Caller facilitator = Caller.facilitator(HERE);

    private static List<String> work(Caller caller) {
        return work(caller, 100);
    }

    /** Kinds and subjects, page by page. */
    private static List<String> work(Caller caller, int limit) {
        List<String> found = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page =
                    caller.get("/my-work?limit=" + limit + next)
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            found.addAll(page.getList("items.collect { it.kind + ' ' + it.subject_ids[0] }"));
            next = page.getString("next") == null ? null : "&after=" + page.getString("next");
        }
        return found;
    }

    private void answered(UUID family, String status) {
        answered(family, status, "AC04");
    }

    private void answered(UUID family, String status, String reason) {
        String message =
                tables.text(
                        "SELECT message_id FROM instruction_status WHERE kpm_id = ? ORDER BY attempt DESC LIMIT 1",
                        family);
        BankApi.report(
                        "BRI",
                        Pain002.answering(message).line(paymentOf(family), status, reason).bytes())
                .statusCode(201);
    }

    private void daysAgo(int days) {
        tables.execute(
                "UPDATE payment_instruction SET status_at = now() - make_interval(days => ?)",
                days);
    }

    @Test
    void aSealAndABatchWaitForAnotherPersonEach() {
        familyAt("BRI");
        Api.openSecondQuarter();
        Api.calculate(CYCLE).statusCode(200);
        Api.proposeSeal(Caller.officer("officer-1"), CYCLE, 1, AMOUNT_OF_SD).statusCode(200);
        String proposal = tables.text("SELECT proposal_id FROM cycle_seal_proposal");
        assertThat(work(Caller.approver("approver-9")))
                .containsExactly("SEAL_TO_CONFIRM " + proposal);
        assertThat(work(Caller.officer("officer-1"))).isEmpty();
        assertThat(work(Caller.named("approver-9", Roles.MINISTRY_APPROVER, "17.71"))).isEmpty();
        Caller.approver("approver-9")
                .get("/my-work")
                .body("items[0].href", equalTo("/api/v1/cycles/" + CYCLE + "/seal"));
        tables.empty();

        familyAt("BRI");
        String batch = preparedBatch();
        assertThat(work(Caller.approver(BankApi.CHECKER)))
                .containsExactly("BATCH_TO_APPROVE " + batch);
        assertThat(work(Caller.approver(BankApi.MAKER))).isEmpty();
        assertThat(work(Caller.officer("officer-9"))).isEmpty();
        BankApi.approve(batch, BankApi.hashOf(batch), BankApi.CHECKER).statusCode(200);
        assertThat(work(Caller.officer("officer-9"))).containsExactly("BATCH_TO_SEND " + batch);
        assertThat(work(Caller.approver(BankApi.CHECKER))).isEmpty();
        BankApi.send(batch, BankApi.SENDER).statusCode(200);
        assertThat(work(Caller.officer("officer-9"))).isEmpty();
    }

    @Test
    void aReportOnABanksBehalfWaitsForAnotherPerson() {
        UUID family = familyAt("BRI");
        sentBatch();
        String message = tables.text("SELECT message_id FROM payment_batch");
        BankApi.report(
                        Caller.officer("officer-5"),
                        "?bank=BRI",
                        Pain002.answering(message).line(paymentOf(family), "ACCC").bytes())
                .statusCode(202);
        String report = tables.text("SELECT report_id FROM bank_report");
        assertThat(work(Caller.officer("officer-6")))
                .containsExactly("REPORT_TO_CONFIRM " + report);
        assertThat(work(Caller.officer("officer-5"))).isEmpty();
        assertThat(work(Caller.officer(BankApi.MAKER))).isEmpty();
        assertThat(work(Caller.approver(BankApi.SENDER))).isEmpty();
    }

    @Test
    void aRefusedPaymentIsTheWorkOfTheFieldUntilItIsTriedAgain() {
        UUID family = familyAt("BRI");
        UUID other = familyAt("BRI");
        sentBatch();
        answered(family, "RJCT");
        answered(other, "RJCT");
        assertThat(work(facilitator))
                .containsExactlyInAnyOrder(
                        "ACCOUNT_TO_CORRECT " + correctionOf(family),
                        "ACCOUNT_TO_CORRECT " + correctionOf(other));
        assertThat(work(facilitator, 1)).containsExactlyElementsOf(work(facilitator));
        assertThat(work(Caller.facilitator(FAR))).isEmpty();
        facilitator.get("/my-work?village=" + FAR).body("items", empty());
        accountConfirmed(family);
        assertThat(work(facilitator)).containsExactly("ACCOUNT_TO_CORRECT " + correctionOf(other));
        accountConfirmed(other);
        assertThat(work(facilitator)).isEmpty();
    }

    private String correctionOf(UUID family) {
        return tables.text("SELECT exception_id FROM bank_exception WHERE kpm_id = ?", family);
    }

    @Test
    void eachReasonAboutTheAccountSaysWhatToAskTheFamily() {
        Map<String, String> kinds =
                Map.of(
                        "AC01", "ACCOUNT_TO_CORRECT",
                        "AC06", "ACCOUNT_TO_UNBLOCK",
                        "BE01", "NAME_TO_COMPARE",
                        "MD07", "CARETAKER_TO_REPLACE");
        List<UUID> families = familiesAt("BRI", kinds.size() + 1);
        BankApi.approveAndSend(preparedBatch());
        BankApi.batchIds(CYCLE).stream().skip(1).forEach(BankApi::approveAndSend);
        List<String> codes = List.copyOf(kinds.keySet());
        for (int i = 0; i < codes.size(); i++) {
            answered(families.get(i), "RJCT", codes.get(i));
        }
        answered(families.get(codes.size()), "RJCT", "TM01");
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            expected.add(kinds.get(codes.get(i)) + " " + correctionOf(families.get(i)));
        }
        expected.add("PAYMENT_TO_CORRECT " + paymentOf(families.get(codes.size())));
        assertThat(work(facilitator)).containsExactlyInAnyOrderElementsOf(expected);
        facilitator
                .get("/my-work?limit=100")
                .body(
                        "items.find { it.kind == 'NAME_TO_COMPARE' }.text",
                        containsString("identity card"))
                .body("items.find { it.kind == 'NAME_TO_COMPARE' }.href", endsWith("/situation"));
        assertThat(work(Caller.officer("officer-1"))).isEmpty();
    }

    @Test
    void creditedPaymentsWithoutAReportAreListedByVillageFromTheDayOfThePolicy() {
        UUID family = familyAt("BRI");
        UUID other = familyAt("BRI");
        sentBatch();
        answered(family, "ACCC");
        answered(other, "ACCC");
        daysAgo(13);
        assertThat(work(facilitator)).isEmpty();
        daysAgo(14);
        assertThat(work(facilitator)).containsExactly("WITHDRAWAL_TO_REPORT " + CYCLE);
        facilitator
                .get("/my-work")
                .body("items[0].village_code", equalTo(HERE))
                .body("items[0].overdue", equalTo(false))
                .body(
                        "items[0].href",
                        equalTo("/api/v1/cycles/" + CYCLE + "/withdrawal-findings?village=" + HERE))
                .body("items[0].text", startsWith("2 credited"));
        assertThat(work(facilitator, 1)).hasSize(1);
        assertThat(work(Caller.facilitator(FAR))).isEmpty();
        assertThat(work(Caller.administrator(HERE))).isEmpty();
        assertThat(work(Caller.facilitator("*"))).isEmpty();
        for (UUID each : List.of(family, other)) {
            facilitator
                    .post(
                            "/payments/" + paymentOf(each) + "/withdrawal-reports",
                            "{\"outcome\":\"NOT_WITHDRAWN\",\"occurred_on\":\"%s\",\"reason_code\":\"ILL\"}"
                                    .formatted(today()))
                    .statusCode(201);
        }
        assertThat(work(facilitator)).isEmpty();
    }

    @Test
    void theFirstCreditIsPublishedOnceAndTheReportIsDueAfterTheWithdrawalDay() {
        UUID family = familyAt("BRI");
        UUID other = familyAt("BRI");
        sentBatch();
        answered(family, "ACCC");
        answered(other, "ACCC");
        assertThat(
                        tables.texts(
                                "SELECT convert_from(payload, 'UTF8')::jsonb ->> 'village_code' FROM outbox"
                                        + " WHERE topic = 'pkh.disbursement.village-credit.v1'"))
                .containsExactly(HERE);
        daysAgo(14);
        UUID item = UUID.randomUUID();
        tell(withdrawalDay(item, today().minusDays(3)), 1);
        assertThat(work(facilitator)).isEmpty();
        tell(moved(item, today().minusDays(14)), 2);
        assertThat(work(facilitator)).containsExactly("WITHDRAWAL_TO_REPORT " + CYCLE);
        facilitator
                .get("/open-cases?village=" + HERE)
                .body("items[0].due_on", equalTo(today().toString()))
                .body("items[0].since", equalTo(today().minusDays(14).toString()))
                .body("items[0].in_hands_of", contains("COORDINATOR", "FACILITATOR"));
        tell(moved(item, today().plusDays(1)), 3);
        assertThat(work(facilitator)).isEmpty();
        tell(cancelled(item, today().plusDays(1)), 4);
        assertThat(work(facilitator)).containsExactly("WITHDRAWAL_TO_REPORT " + CYCLE);
    }

    private static final UUID GROUP = UUID.randomUUID();
    private static final String GROUP_CODE = HERE + "-01";
    private static final String KIND = "WITHDRAWAL_DAY";

    private static MeetingPlanned withdrawalDay(UUID item, LocalDate day) {
        return new MeetingPlanned(
                item,
                GROUP,
                GROUP_CODE,
                HERE,
                KIND,
                "INVITATION",
                day,
                "09:00",
                CYCLE,
                day,
                Instant.EPOCH);
    }

    private static MeetingReplanned moved(UUID item, LocalDate day) {
        return new MeetingReplanned(
                item, GROUP, GROUP_CODE, HERE, KIND, day, day, "09:00", day, Instant.EPOCH);
    }

    private static MeetingCancelled cancelled(UUID item, LocalDate day) {
        return new MeetingCancelled(
                item, GROUP, GROUP_CODE, HERE, KIND, day, "09:00", day, Instant.EPOCH);
    }

    @Test
    void anExceptionWaitsForAProposalAndThenForAnotherPerson() {
        UUID family = familyAt("BRI");
        sentBatch();
        String message = tables.text("SELECT message_id FROM payment_batch");
        BankApi.report(
                        "BRI",
                        Pain002.answering(message)
                                .line(UUID.randomUUID().toString(), "ACCC")
                                .bytes())
                .statusCode(201);
        String exception =
                tables.text(
                        "SELECT exception_id FROM bank_exception WHERE exception_class = 'UNMATCHED_LINE'");
        assertThat(work(Caller.officer("officer-1"))).contains("EXCEPTION_TO_SETTLE " + exception);
        assertThat(work(Caller.administrator(HERE))).isEmpty();
        tables.execute(
                "UPDATE bank_exception SET state = 'PROPOSED', proposed_by = 'officer-1', proposed_at = now(),"
                        + " proposal = 'asked the bank' WHERE exception_id = ?::uuid",
                exception);
        assertThat(work(Caller.officer("officer-1")))
                .doesNotContain("EXCEPTION_TO_SETTLE " + exception);
        assertThat(work(Caller.officer("officer-2"))).contains("EXCEPTION_TO_SETTLE " + exception);
        assertThat(paymentOf(family)).isNotBlank();
    }

    @Test
    void aFamilyIsAskedByAPersonWhoDidNotReport() {
        UUID family = familyAt("BRI");
        sentBatch();
        answered(family, "ACCC");
        String payment = paymentOf(family);
        Caller.named("coordinator-7", Roles.COORDINATOR, "17.71.08")
                .post(
                        "/payments/" + payment + "/withdrawal-reports",
                        """
                        {"outcome":"WITHDRAWN","amount_idr":%d,"occurred_on":"%s","channel":"ATM","accompanied_by":"NOBODY",
                         "evidence":{"kind":"RECEIPT","reference":"folder 3"}}"""
                                .formatted(AMOUNT_OF_SD, today()))
                .statusCode(201);
        tables.execute(
                "INSERT INTO open_call_back (payment_id, report_id, cycle_id, village_code, waits_since)"
                        + " SELECT payment_id, report_id, cycle_id, village_code, current_date FROM withdrawal_report"
                        + " ON CONFLICT DO NOTHING");
        assertThat(work(Caller.named("coordinator-8", Roles.COORDINATOR, "17.71.08")))
                .containsExactly("FAMILY_TO_ASK " + payment);
        assertThat(work(Caller.named("coordinator-7", Roles.COORDINATOR, "17.71.08"))).isEmpty();
        assertThat(work(facilitator)).isEmpty();
        assertThat(work(Caller.officer("officer-1"))).containsExactly("FAMILY_TO_ASK " + payment);
    }
}
