package id.pkh.disbursement;

import static id.pkh.disbursement.support.FactEvents.decision;
import static id.pkh.disbursement.support.FactEvents.family;
import static id.pkh.disbursement.support.FactEvents.warning;
import static id.pkh.testsupport.time.Days.today;

import id.pkh.contracts.Event;
import id.pkh.disbursement.support.Api;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.BankSigner;
import id.pkh.disbursement.support.FactEvents;
import id.pkh.disbursement.support.Pain002;
import id.pkh.disbursement.support.ProfileApi;
import id.pkh.disbursement.support.SampleProfile;
import id.pkh.disbursement.support.StubRegistry;
import id.pkh.disbursement.support.StubSnapBank;
import id.pkh.disbursement.support.Tables;
import id.pkh.disbursement.support.TreasuryApi;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.description.contract.ApiDescriptionContract;
import id.pkh.testsupport.description.contract.OperatorsExamples;
import id.pkh.testsupport.description.contract.PolicyExamples;
import id.pkh.testsupport.events.EventArrivals;
import id.pkh.testsupport.events.EventStreams;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

@QuarkusTest
class ApiDescriptionComponentTest extends ApiDescriptionContract {

    private static final String PREFIX = "01983f2a-6c10-7b3e-9d51-";
    private static final String CYCLE = "2026-T2";
    private static final String CHANNEL = "BANK";
    private static final String BANK = "BRI";

    /** Files have four payments in tests. */
    private static final int FAMILIES_OF_SEVEN_FILES = 28;

    @Inject Tables tables;
    @Inject EventStreams events;
    @Inject EventArrivals arrivals;

    private final Map<String, String> actual = new HashMap<>();

    ApiDescriptionComponentTest() {
        super("disbursement-service");
    }

    @Override
    protected Caller callerOf(String operationId, List<String> roles) {
        return roles.contains(Roles.BANK)
                ? Caller.ofBank(operationId.equals("getPayOutList") ? "POS" : BANK)
                : super.callerOf(operationId, roles);
    }

    @Override
    protected Map<String, String> provide() {
        tables.empty();
        StubRegistry.answers(200);
        StubSnapBank.answers(
                200,
                "{\"responseCode\":\"2003600\",\"originalReferenceNo\":\"BRI-20260418-000017\",\"latestTransactionStatus\":\"00\"}");
        actual.putAll(OperatorsExamples.provide(tables));
        policies();
        families();
        cyclesInEveryStatus();
        cyclesThatWait();
        Api.openSecondQuarter();
        Api.calculate(CYCLE).statusCode(200);
        Api.seal(CYCLE).statusCode(200);
        BankApi.prepare(CYCLE).statusCode(200);
        batchesInEveryStatus();
        reports();
        withdrawals();
        treasury();
        profiles();
        payOutList();
        uncollected();
        actual.put(
                PREFIX + "b15d7e9f2a01",
                tables.text(
                        "SELECT exception_id::text FROM bank_exception"
                                + " WHERE exception_class = 'NOT_INSTRUCTED'"));
        keys();
        published();
        return actual;
    }

    private void published() {
        tables.execute(
                "INSERT INTO published_period (period, threshold, counted_at) VALUES (?, 5, now())",
                CYCLE);
        tables.execute(
                "INSERT INTO published_count (period, area_code, status, families)"
                        + " VALUES (?, '17.71.08', 'TOTAL', 203), (?, '17.71.08', 'COLLECTED', NULL)",
                CYCLE,
                CYCLE);
    }

    @AfterEach
    void endOfPolicies() {
        PolicyExamples.end(tables);
    }

    /** An index follows on the one that the first release brought in, as long as that applies. */
    private void policies() {
        actual.putAll(
                PolicyExamples.provide(
                        tables,
                        "ENTITLEMENT_CAPS",
                        "{\"policy_code\":\"CODE\",\"valid_from\":\"DAY\",\"legal_basis\":\"an example\","
                                + "\"max_paid_members\":4,\"component_limits\":[]}",
                        "INDEX-2027",
                        "ENTITLEMENT-2028",
                        "WITHDRAWAL-2028",
                        "RECONCILIATION-2028",
                        "STATISTICS-2028"));
        LocalDate next = today().plusMonths(1).withDayOfMonth(1);
        LocalDate first = LocalDate.of(2027, 1, 1);
        LocalDate begin = next.isAfter(first) ? next : first;
        actual.put("2027-01-01", begin.toString());
        actual.put("2027-12-31", begin.plusYears(1).minusDays(1).toString());
        actual.put("2028-01-01", begin.plusYears(1).toString());
    }

    private void families() {
        for (int i = 0; i < FAMILIES_OF_SEVEN_FILES; i++) {
            UUID kpmId = UUID.randomUUID();
            StubRegistry.knows(kpmId, BANK, "SITI CONTOH", "001234567890%03d".formatted(100 + i));
            tell(family(kpmId, "SD"));
        }
        UUID withoutAccount = UUID.randomUUID();
        StubRegistry.knows(withoutAccount, BANK, "SITI CONTOH", null);
        tell(family(withoutAccount, "SD"));
        tell(warning(withoutAccount, UUID.randomUUID(), "P2K2_ABSENCE"));
        tell(decision(withoutAccount, UUID.randomUUID(), "NONE"));
        actual.put(PREFIX + "5b9e0d4f2a01", withoutAccount.toString());
    }

    private void tell(Event event) {
        arrivals.awaitApplied(events.publish(event, 1));
    }

    private void cyclesInEveryStatus() {
        Api.open("2026-T1", "2026-01-01", "2026-03-31", CHANNEL).statusCode(201);
        Api.open("2025-T4", "2025-10-01", "2025-12-31", CHANNEL).statusCode(201);
        Api.calculate("2025-T4").statusCode(200);
        figuresOfTheOpenCycle();
        actual.put("6af0c35e".repeat(8), proposed("2025-T3", "2025-07-01", "2025-09-30"));
        actual.put("d19b74c2".repeat(8), proposed("2025-T2", "2025-04-01", "2025-06-30"));
    }

    private void figuresOfTheOpenCycle() {
        JsonPath summary = Api.summary("2025-T4").extract().jsonPath();
        actual.put("9184211", summary.getString("payable_payments"));
        actual.put("6887420350000", summary.getString("payable_idr"));
    }

    /**
     * Two cycles wait for quarters that are not closed, and one of them has been let to proceed.
     */
    private static void cyclesThatWait() {
        Api.open("2025-T1", "2025-01-01", "2025-03-31", CHANNEL, "2023-Q3").statusCode(201);
        Api.open("2024-T4", "2024-10-01", "2024-12-31", CHANNEL, "2023-Q2").statusCode(201);
        Caller.officer()
                .withNewKey()
                .post("/cycles/2024-T4/quarter-waiver", Map.of("reason", "An example"))
                .statusCode(200);
    }

    private static String proposed(String code, String from, String until) {
        Api.open(code, from, until, CHANNEL).statusCode(201);
        Api.calculate(code).statusCode(200);
        return Api.proposeSeal(code).statusCode(200).extract().path("seal_proposal.list_sha256");
    }

    private void batchesInEveryStatus() {
        List<String> batches = BankApi.batchIds(CYCLE);
        for (int i = 0; i < batches.size(); i++) {
            actual.put(PREFIX + "9f3b5c7d0e0" + (i + 1), batches.get(i));
        }
        actual.put("5b1c90e1".repeat(8), BankApi.hashOf(batches.get(0)));
        actual.put("7d20a4f8".repeat(8), BankApi.hashOf(batches.get(1)));
        actual.put("c4e81b35".repeat(8), BankApi.hashOf(batches.get(2)));
        for (String batchId : batches.subList(2, 4)) {
            BankApi.approve(batchId, BankApi.hashOf(batchId), BankApi.CHECKER).statusCode(200);
        }
        BankApi.approveAndSend(batches.get(4));
        BankApi.approveAndSend(batches.get(5));
        actual.put("91b5d3e7".repeat(8), BankApi.hashOf(batches.get(6)));
        actual.put(
                PREFIX + "7d1f3a5c8e71",
                tables.text(
                        "SELECT payment_id FROM payment_instruction WHERE batch_id = ?::uuid AND line_no = 2",
                        batches.get(6)));
    }

    private void reports() {
        String batchId = actual.get(PREFIX + "9f3b5c7d0e05");
        String messageId =
                tables.text(
                        "SELECT message_id FROM payment_batch WHERE batch_id = ?::uuid", batchId);
        List<String> payments =
                tables.lines(
                        "SELECT payment_id FROM payment_instruction WHERE batch_id = ?::uuid",
                        batchId);
        actual.put(PREFIX + "7d1f3a5c8e01", payments.get(0));
        actual.put("01983f2a6c107b3e9d517d1f3a5c8e02", payments.get(1).replace("-", ""));
        actual.put(
                PREFIX + "a04c6d8e1f01",
                BankApi.report(BANK, credit(messageId, payments.get(0)))
                        .statusCode(201)
                        .extract()
                        .path("report_id"));
        waiting("2", "f13a62b9", credit(messageId, payments.get(2)));
        waiting("3", "a9d7405c", credit(messageId, payments.get(3)));
    }

    /** Payments of a batch that was sent; one is reported twice and waits for a call-back. */
    private void withdrawals() {
        actual.put("2026-04-28", today().toString());
        List<String> payments =
                tables.lines(
                        "SELECT payment_id FROM payment_instruction i JOIN payment_batch b USING (batch_id)"
                                + " WHERE b.status = 'SENT' ORDER BY b.message_id DESC, i.line_no");
        for (int i = 0; i < payments.size(); i++) {
            String number = "3" + (i + 1);
            actual.put(PREFIX + "7d1f3a5c8e" + number, payments.get(i));
            actual.put(
                    PREFIX + "5b9e0d4f2a" + number,
                    tables.text(
                            "SELECT kpm_id::text FROM payment WHERE payment_id = ?::uuid",
                            payments.get(i)));
        }
        Caller facilitator = Caller.as(Roles.FACILITATOR, "*");
        String day = actual.get("2026-04-28");
        String reports = "/payments/" + payments.get(1) + "/withdrawal-reports";
        for (String report :
                List.of(
                        "{\"outcome\":\"NOT_WITHDRAWN\",\"reason_code\":\"PIN_BLOCKED\"",
                        "{\"outcome\":\"WITHDRAWN\",\"amount_idr\":225000,\"channel\":\"ATM\"")) {
            facilitator.post(reports, report + ",\"occurred_on\":\"" + day + "\"}").statusCode(201);
        }
        tables.execute(
                "INSERT INTO open_call_back SELECT payment_id, report_id, cycle_id, village_code, current_date"
                        + " FROM latest_withdrawal_report ON CONFLICT DO NOTHING");
        actual.put(
                PREFIX + "e47a0b2c5f01",
                facilitator
                        .withNewKey()
                        .post(
                                "/withdrawal-lists",
                                Map.of(
                                        "cycle_code",
                                        CYCLE,
                                        "village_code",
                                        FactEvents.VILLAGE,
                                        "held_on",
                                        day,
                                        "place",
                                        "BRI",
                                        "channel",
                                        "ATM",
                                        "accompanied_by",
                                        "FACILITATOR",
                                        "families",
                                        List.of(
                                                Map.of(
                                                        "kpm_id",
                                                        actual.get(PREFIX + "5b9e0d4f2a36"),
                                                        "amount_idr",
                                                        225_000))))
                        .statusCode(201)
                        .extract()
                        .path("list.list_id"));
    }

    /** The bank credited a payment long ago, and no one reports about it. */
    private void uncollected() {
        String payment = actual.get(PREFIX + "7d1f3a5c8e38");
        String messageId =
                tables.text(
                        "SELECT message_id FROM instruction_status WHERE payment_id = ?::uuid",
                        payment);
        BankApi.report(BANK, credit(messageId, payment)).statusCode(201);
        tables.execute(
                "UPDATE payment_instruction SET status_at = now() - interval '20 days'"
                        + " WHERE payment_id = ?::uuid",
                payment);
    }

    /** One document is in force and two wait. */
    private void treasury() {
        actual.put(PREFIX + "c70a2e4d6f01", TreasuryApi.give(CYCLE, BANK, 4_132_452_210_000L));
        for (int i = 2; i <= 3; i++) {
            actual.put(
                    PREFIX + "c70a2e4d6f0" + i,
                    TreasuryApi.record(CYCLE, BANK, "260191701000" + (397 + i), 4_132_452_210_000L)
                            .statusCode(201)
                            .extract()
                            .path("sp2d_id"));
        }
    }

    /** Keys that count in a month, so that the bank need not sign today; one waits for each act. */
    private void keys() {
        LocalDate from = today().plusDays(30);
        LocalDate until = from.plusDays(300);
        actual.put("2026-11-01", from.toString());
        actual.put("2027-10-31", until.toString());
        actual.put(
                JsonPath.from(getClass().getResource("/META-INF/pkh/examples/recordBankKey.json"))
                        .getString("request.key_base64"),
                Base64.getEncoder().encodeToString(BankSigner.called("BRI").certificate()));
        String[] fingerprints = {"4be1f09c", "6c03a7d5", "9f15b2e8"};
        for (int i = 0; i < fingerprints.length; i++) {
            byte[] certificate = BankSigner.called("BRI").certificate();
            String keyId =
                    BankSigner.record(BANK, "X509", certificate, from, until)
                            .statusCode(201)
                            .extract()
                            .path("key_id");
            actual.put(PREFIX + "d20b4c6e8f0" + (i + 1), keyId);
            actual.put(fingerprints[i].repeat(8), BankSigner.fingerprintOf(keyId));
        }
        String first = actual.get(PREFIX + "d20b4c6e8f01");
        BankSigner.approve(BankSigner.APPROVER, first, BankSigner.fingerprintOf(first))
                .statusCode(200);
        tables.execute(
                "WITH found AS (INSERT INTO bank_exception (exception_id, exception_class, reason, bank, found_at, state)"
                        + " VALUES (gen_random_uuid(), 'SIGNATURE_NOT_VALID', 'MISSING', 'BRI', now(), 'OPEN')"
                        + " RETURNING exception_id)"
                        + " INSERT INTO quarantined_file SELECT gen_random_uuid(), 'BRI', repeat('e', 64), 48211,"
                        + " 'bri-2026t2-005.xml', 'INBOX', 'inbox:BRI', now(), 'MISSING', NULL, NULL, exception_id FROM found");
    }

    /** One profile is in use and three wait; a sample was tried with one of these. */
    private void profiles() {
        byte[] sample =
                SampleProfile.csv(
                        SampleProfile.rows(
                                SampleProfile.line(PREFIX, "225.000", "BERHASIL", "", "R1"),
                                SampleProfile.totals(1, "225.000")));
        actual.put(PREFIX + "d81b3f5e7a01", ProfileApi.inUse(BANK, SampleProfile.csv(), sample));
        for (int i = 2; i <= 4; i++) {
            actual.put(
                    PREFIX + "d81b3f5e7a0" + i,
                    ProfileApi.enter(BANK, SampleProfile.csv(), actual.get("2027-01-01"))
                            .statusCode(201)
                            .extract()
                            .path("profile_id"));
        }
        String tried = actual.get(PREFIX + "d81b3f5e7a02");
        ProfileApi.tryOut(Caller.officer(), tried, sample).statusCode(201);
        actual.put("3be07c91".repeat(8), ProfileApi.hashOf(tried));
    }

    /** A family is paid by the post office, in a cycle of days that no other cycle pays. */
    private void payOutList() {
        UUID kpmId = UUID.randomUUID();
        StubRegistry.knows(kpmId, "POS", "SITI CONTOH", null);
        tell(FactEvents.familyIn(kpmId, "ACTIVE", FactEvents.VILLAGE, "POS", "SD"));
        String cycle = "2026-T3-POS";
        Api.open(cycle, "2026-07-01", "2026-09-30", "POS").statusCode(201);
        Api.calculate(cycle).statusCode(200);
        Api.seal(cycle).statusCode(200);
        BankApi.prepare(cycle).statusCode(200);
        String batchId = BankApi.batchIds(cycle).get(0);
        BankApi.approve(batchId, BankApi.hashOf(batchId), BankApi.CHECKER).statusCode(200);
        actual.put(PREFIX + "9f3b5c7d0e0a", batchId);
        figuresOfTheOpenCycle();
    }

    private static byte[] credit(String messageId, String payment) {
        return Pain002.answering(messageId).line(payment, "ACCC").bytes();
    }

    private void waiting(String number, String hash, byte[] report) {
        JsonPath answer =
                BankApi.report(Caller.officer("officer-3"), "?bank=" + BANK, report)
                        .statusCode(202)
                        .extract()
                        .jsonPath();
        actual.put(PREFIX + "a04c6d8e1f0" + number, answer.getString("report_id"));
        actual.put(hash.repeat(8), answer.getString("sha256"));
    }
}
