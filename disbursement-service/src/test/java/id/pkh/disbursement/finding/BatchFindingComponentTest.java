package id.pkh.disbursement.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.Api;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.FactEvents;
import id.pkh.disbursement.support.Pain002;
import id.pkh.disbursement.support.StubRegistry;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.RuleTable;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What looks wrong about a batch is shown, and acknowledged with the approval. */
@QuarkusTest
class BatchFindingComponentTest extends BankComponentTest {

    private static final String ACCOUNT = "001234567890999";
    private static final String NEXT = "2026-T3";
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    static List<List<String>> days() {
        return RuleTable.rows("payments.md", "account confirmed on", "finding");
    }

    private static String path(String batch) {
        return "/payment-batches/" + batch + "/findings";
    }

    private static JsonPath summary(String batch) {
        return Caller.officer().read(path(batch) + "/summary");
    }

    private static List<String> kinds(String batch) {
        return Caller.officer().read(path(batch)).getList("items.kind");
    }

    private String shared() {
        familyWith("BRI", "SITI CONTOH", ACCOUNT);
        familyAt("BRI");
        familyWith("BRI", "ANI CONTOH", ACCOUNT.substring(2));
        familyWith("BNI", "ANI CONTOH", ACCOUNT);
        return preparedBatch();
    }

    /** The families of the first cycle are prepared in the next one; returns its first batch. */
    private String nextCycle() {
        Api.open(NEXT, "2026-07-01", "2026-09-30", "BANK").statusCode(201);
        Api.calculate(NEXT).statusCode(200);
        Api.seal(NEXT).statusCode(200);
        BankApi.prepare(NEXT).statusCode(200);
        return BankApi.batchIds(NEXT).get(0);
    }

    private void answered(UUID kpm, String status, String reason) {
        String message =
                tables.text(
                        "SELECT message_id FROM payment_batch ORDER BY created_at DESC LIMIT 1");
        BankApi.report(
                        "BRI",
                        Pain002.answering(message).line(paymentOf(kpm), status, reason).bytes())
                .statusCode(201);
    }

    @Test
    void twoFamiliesWithOneAccountAreShownLineByLineAndSummed() {
        shared();
        String batch = ofBank("BRI");
        JsonPath summary = summary(batch);
        assertThat(summary.getInt("findings")).isEqualTo(2);
        assertThat(summary.getInt("payments")).isEqualTo(2);
        assertThat(summary.getInt("amount_idr")).isEqualTo(2 * AMOUNT_OF_SD);
        assertThat(summary.getList("kinds.kind")).isEqualTo(List.of("ACCOUNT_SHARED"));
        assertThat(summary.getList("kinds.findings")).isEqualTo(List.of(2));
        Caller.officer()
                .get(path(batch))
                .body("items.kind", contains("ACCOUNT_SHARED", "ACCOUNT_SHARED"))
                .body("items.detail", contains("1", "1"))
                .body("items[0].village_code", equalTo(FactEvents.VILLAGE));
        List<Integer> lines = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = Caller.officer().read(path(batch) + "?limit=1" + next);
            lines.addAll(page.getList("items.line_no"));
            next = page.getString("next") == null ? null : "&after=" + page.getString("next");
        }
        assertThat(lines).hasSize(2).isSorted().doesNotHaveDuplicates();
        Caller.officer().get(path(batch) + "?kind=NAME_NEARLY").body("items", empty());
        Caller.officer()
                .get(path(batch) + "?kind=NONSENSE")
                .statusCode(422)
                .body("code", equalTo("FINDING_KIND_UNKNOWN"));
        assertThat(summary(ofBank("BNI")).getInt("findings")).isZero();
    }

    private String ofBank(String bank) {
        return tables.text("SELECT batch_id FROM payment_batch WHERE bank = ?", bank);
    }

    @Test
    void theFindingsAreForThoseWhoSeeTheWholeBatch() {
        shared();
        String batch = ofBank("BRI");
        for (String path : List.of(path(batch), path(batch) + "/summary")) {
            Caller.facilitator(FactEvents.VILLAGE).get(path).statusCode(403);
            Caller.ofBank("BRI").get(path).statusCode(403);
            Caller.administrator("18")
                    .get(path)
                    .statusCode(403)
                    .body("code", equalTo("AREAS_DO_NOT_COVER_PAYMENTS"));
            Caller.as(Roles.AUDITOR, "*").get(path).statusCode(200);
        }
        Caller.officer().get(path(UUID.randomUUID().toString())).statusCode(404);
    }

    @Test
    void anApprovalAcknowledgesExactlyTheFindingsThatWereRead() {
        shared();
        String batch = ofBank("BRI");
        String list = BankApi.hashOf(batch);
        String hash = summary(batch).getString("findings_sha256");
        String empty = summary(ofBank("BNI")).getString("findings_sha256");
        for (Object[] read :
                new Object[][] {{null, null}, {0L, empty}, {2L, empty}, {1L, hash}, {2L, null}}) {
            BankApi.approve(batch, list, (Long) read[0], (String) read[1], BankApi.CHECKER)
                    .statusCode(409)
                    .body("code", equalTo("BATCH_FINDINGS_NOT_ACKNOWLEDGED"))
                    .body("findings", equalTo(2))
                    .body("findings_sha256", equalTo(hash));
        }
        assertThat(tables.number("SELECT count(*) FROM batch_finding")).isZero();
        assertThatThrownBy(
                        () ->
                                tables.change(
                                        "UPDATE payment_batch SET status = 'APPROVED', approved_by = 'x', approved_at = now(),"
                                                + " approved_sha256 = list_sha256 WHERE bank = 'BRI'"))
                .hasMessageContaining("without its findings");
        BankApi.approve(batch, list, 2L, hash, BankApi.CHECKER).statusCode(200);
        assertThat(tables.lines("SELECT findings, acknowledged_by FROM batch_acknowledgement"))
                .containsExactly("2 " + BankApi.CHECKER);
        assertThat(states()).containsExactly("APPROVED 3", "SEALED 1");
        BankApi.send(batch, BankApi.SENDER).statusCode(200);
    }

    @Test
    void whatWasAcknowledgedStaysAndWhatComesLaterIsNotInIt() {
        UUID kpm = familyWith("BRI", "SITI CONTOH", ACCOUNT);
        familyWith("BRI", "ANI CONTOH", ACCOUNT);
        String batch = preparedBatch();
        String list = BankApi.hashOf(batch);
        String before = summary(batch).getString("findings_sha256");
        accountConfirmed(kpm);
        BankApi.approve(batch, list, 2L, before, BankApi.CHECKER)
                .statusCode(409)
                .body("findings", equalTo(3));
        String now = summary(batch).getString("findings_sha256");
        BankApi.approve(batch, list, 3L, now, BankApi.CHECKER).statusCode(200);
        accountConfirmed(kpm);
        tell(FactEvents.accountConfirmed(kpm, Instant.now()), 5);
        assertThat(summary(batch).getString("findings_sha256")).isEqualTo(now);
        assertThat(kinds(batch))
                .containsExactlyInAnyOrder("ACCOUNT_CHANGED", "ACCOUNT_SHARED", "ACCOUNT_SHARED");
    }

    @ParameterizedTest
    @MethodSource("days")
    void anAccountThatWasChangedShortlyBeforeTheCycleIsAFinding(List<String> row) {
        UUID kpm = familyAt("BRI");
        LocalDate day = LocalDate.parse(row.get(0));
        for (Instant at :
                List.of(
                        day.atStartOfDay(JAKARTA).toInstant(),
                        day.plusDays(1).atStartOfDay(JAKARTA).minusSeconds(1).toInstant())) {
            tell(FactEvents.accountConfirmed(kpm, at), at.getEpochSecond());
        }
        String batch = preparedBatch();
        assertThat(kinds(batch))
                .isEqualTo(row.get(1).equals("yes") ? List.of("ACCOUNT_CHANGED") : List.of());
        if (row.get(1).equals("yes")) {
            Caller.officer().get(path(batch)).body("items[0].detail", equalTo(row.get(0)));
        }
    }

    @Test
    void aNameThatDiffersFromTheOneTheBankHasCreditedIsAFinding() {
        UUID same = familyWith("BRI", "SITI AMINAH", "001234567890001");
        UUID nearly = familyWith("BRI", "SITI AMINAH", "001234567890002");
        UUID other = familyWith("BRI", "SITI AMINAH", "001234567890003");
        UUID moved = familyWith("BRI", "SITI AMINAH", "001234567890004");
        String batch = preparedBatch();
        assertThat(kinds(batch)).isEmpty();
        BankApi.approveAndSend(batch);
        for (UUID each : List.of(same, nearly, other, moved)) {
            answered(each, "ACCC", null);
        }
        StubRegistry.knows(nearly, "BRI", "AMINAH SITI", "001234567890002");
        StubRegistry.knows(other, "BRI", "RATNA DEWI", "001234567890003");
        StubRegistry.knows(moved, "BRI", "RATNA DEWI", "001234567890005");
        String next = nextCycle();
        Caller.officer()
                .get(path(next) + "?kind=NAME_NEARLY")
                .body("items.kpm_id", contains(nearly.toString()))
                .body("items[0].detail", nullValue());
        Caller.officer()
                .get(path(next) + "?kind=NAME_DIFFERENT")
                .body("items.kpm_id", contains(other.toString()));
        Caller.officer().get(path(next)).body("items", hasSize(2));
        assertThat(tables.texts("SELECT DISTINCT holder FROM payment_instruction ORDER BY 1"))
                .containsExactly("DIFFERENT", "EQUAL", "NEARLY", "NOT_KNOWN");
    }

    @Test
    void anAccountThatTheBankRefusedInTheCycleBeforeIsAFinding() {
        UUID refused = familyAt("BRI");
        UUID elsewhere = familyAt("BRI");
        UUID late = familyAt("BRI");
        String batch = preparedBatch();
        BankApi.approveAndSend(batch);
        answered(refused, "RJCT", "AC04");
        answered(elsewhere, "RJCT", "AC01");
        answered(late, "RJCT", "TM01");
        StubRegistry.knows(elsewhere, "BRI", "SITI CONTOH", "001234567890777");
        String next = nextCycle();
        Caller.officer()
                .get(path(next))
                .body("items.kind", contains("ACCOUNT_REFUSED_BEFORE"))
                .body("items.kpm_id", contains(refused.toString()))
                .body("items[0].detail", equalTo("ACCOUNT_CLOSED"));
    }

    @Test
    void aPreparationIsDoneOnlyWithItsFindings() {
        familyAt("BRI");
        sealedCycle();
        tables.execute(
                "ALTER TABLE batch_finding_made ADD CONSTRAINT no_space CHECK (false) NOT VALID");
        try {
            BankApi.prepare(CYCLE).statusCode(500);
        } finally {
            tables.execute("ALTER TABLE batch_finding_made DROP CONSTRAINT no_space");
        }
        assertThat(tables.texts("SELECT status FROM preparation_run"))
                .containsExactly("INTERRUPTED");
        BankApi.prepare(CYCLE).statusCode(200).body("status", equalTo("DONE"));
        assertThat(tables.number("SELECT count(*) FROM batch_finding_made")).isEqualTo(1);
        assertThat(tables.number("SELECT count(*) FROM payment_instruction")).isEqualTo(1);
    }

    @Test
    void theHashOfAnAccountDoesNotChange() {
        familyAt("BRI");
        preparedBatch();
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM payment_instruction WHERE length(account_token) = 32"))
                .isEqualTo(1);
        assertThatThrownBy(
                        () -> tables.change("UPDATE payment_instruction SET account_token = NULL"))
                .hasMessageContaining("an instruction does not change");
    }
}
