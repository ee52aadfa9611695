package id.pkh.disbursement.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.disbursement.DisbursementComponentTest;
import id.pkh.disbursement.payment.domain.PaymentListHash;
import id.pkh.disbursement.support.Api;
import id.pkh.disbursement.support.FactEvents;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SealComponentTest extends DisbursementComponentTest {

    @Test
    void sealingFreezesFiguresAndHash() {
        UUID paid = knownFamily("SD");
        UUID held = knownFamily("SMA");
        UUID forfeited = knownFamily("SMP");
        tell(FactEvents.decision(held, UUID.randomUUID(), "HOLD"), 1);
        tell(FactEvents.decision(forfeited, UUID.randomUUID(), "FORFEIT"), 1);
        knownFamily();
        Api.openSecondQuarter();
        Api.calculate("2026-T2").statusCode(200);

        String id =
                Api.seal("2026-T2")
                        .statusCode(200)
                        .body("status", equalTo("SEALED"))
                        .body("seal.payable_payments", equalTo(1))
                        .body("seal.payable_idr", equalTo(225_000))
                        .body("seal.held_payments", equalTo(1))
                        .body("seal.held_idr", equalTo(500_000))
                        .body("seal.forfeited_payments", equalTo(1))
                        .body("seal.forfeited_idr", equalTo(375_000))
                        .body("seal.proposed_by", equalTo("officer-1"))
                        .body("seal.sealed_by", equalTo(Api.SEALER))
                        .body("seal_proposal", nullValue())
                        .body("seal.list_sha256", equalTo(hashOfTheList()))
                        .extract()
                        .path("cycle_id");

        assertThat(tables.publishedNames(UUID.fromString(id)))
                .containsExactly("cycle-opened", "cycle-sealed");
        assertThat(tables.published(UUID.fromString(id)).get(1).sequence()).isEqualTo(2);
        assertThat(tables.published(UUID.fromString(id)).get(1).payload().toString())
                .contains(
                        "\"payable_payments\":1",
                        "\"payable_idr\":225000",
                        "\"held_payments\":1",
                        "\"held_idr\":500000");
        Api.payments("2026-T2", "?kpm=" + paid).body("items[0].stage", equalTo("SEALED"));
    }

    @Test
    void theSameKeyGetsTheSameAnswerAndAnotherOneIsRefused() {
        knownFamily("SD");
        Api.openSecondQuarter();
        Api.calculate("2026-T2").statusCode(200);
        String key = UUID.randomUUID().toString();

        String hash = proposedHash();
        Caller approver = Caller.approver(Api.SEALER).withKey(key);

        String first = Api.seal(approver, "2026-T2", hash).statusCode(200).extract().asString();
        String again =
                Api.seal(approver, "2026-T2", hash)
                        .statusCode(200)
                        .header("Idempotency-Replayed", "true")
                        .extract()
                        .asString();

        assertThat(again).isEqualTo(first);
        Api.seal("2026-T2", hash, Api.SEALER)
                .statusCode(409)
                .body("code", equalTo("CYCLE_ALREADY_SEALED"));
        assertThat(tables.number("SELECT count(*) FROM outbox WHERE event_type LIKE '%sealed%'"))
                .isEqualTo(1);
    }

    @Test
    void sealingNeedsAKeyAndACalculatedCycle() {
        Api.openSecondQuarter();

        Api.seal(Caller.approver(), "2026-T2", "0".repeat(64))
                .statusCode(400)
                .body("code", equalTo("IDEMPOTENCY_KEY_MISSING"));
        Api.seal("2026-T2")
                .statusCode(409)
                .body("code", equalTo("CYCLE_NOT_CALCULATED"))
                .body("detail", containsString("Cycle 2026-T2 is OPEN"));
        Api.seal(Caller.approver().in("id-ID,id;q=0.9").withNewKey(), "2026-T2", "0".repeat(64))
                .statusCode(409)
                .body("title", equalTo("Tahap belum dihitung"));
    }

    @Test
    void aSealedCycleIsNotCalculatedAgain() {
        UUID kpm = knownFamily("SD");
        Api.openSecondQuarter();
        Api.calculate("2026-T2").statusCode(200);
        Api.seal("2026-T2").statusCode(200);
        String hash = hashOfTheList();

        Api.calculate("2026-T2").statusCode(409).body("code", equalTo("CYCLE_ALREADY_SEALED"));
        tell(FactEvents.familyIn(kpm, "GRADUATED", FactEvents.OTHER_VILLAGE, null), 2);
        UUID late = knownFamily("SD");

        Api.payments("2026-T2", "?kpm=" + kpm)
                .body("items[0].status", equalTo("PAYABLE"))
                .body("items[0].village_code", equalTo(FactEvents.VILLAGE));
        Api.payments("2026-T2", "?kpm=" + late).body("items", hasSize(0));
        assertThat(hashOfTheList()).isEqualTo(hash);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE payment SET amount_idr = amount_idr + 1",
                "UPDATE payment SET status = 'NOT_ELIGIBLE'",
                "DELETE FROM payment",
                "TRUNCATE payment CASCADE",
                "UPDATE payment_cycle SET status = 'CALCULATED'",
                "DELETE FROM payment_cycle",
                "UPDATE cycle_seal SET payable_idr = 0",
                "DELETE FROM cycle_seal",
                "UPDATE payment_history SET amount_idr = 0",
                "DELETE FROM payment_history",
                "INSERT INTO payment SELECT gen_random_uuid(), kpm_id, cycle_id, kind, village_code, amount_idr, status, warned,"
                        + " reasons, blocked_by, lines, steps, compensates, created_at, changed_at FROM payment"
            })
    void theDatabaseProtectsSealedPayments(String sql) {
        knownFamily("SD");
        Api.openSecondQuarter();
        Api.calculate("2026-T2").statusCode(200);
        Api.seal("2026-T2").statusCode(200);

        assertThat(catchThrowable(() -> tables.execute(sql))).isNotNull();
    }

    @Test
    void familiesPaidByThePostOfficeMoveToItsCycleWhenItExists() {
        UUID bank = knownFamily("SD");
        UUID pos = UUID.randomUUID();
        tell(FactEvents.familyIn(pos, "ACTIVE", FactEvents.VILLAGE, "POS", "SD"), 1);
        Api.openSecondQuarter();
        Api.calculate("2026-T2").statusCode(200);
        Api.payments("2026-T2", "").body("items", hasSize(2));

        Api.open("2026-T2-POS", "2026-04-01", "2026-06-30", "POS").statusCode(201);

        Api.seal("2026-T2").statusCode(409).body("code", equalTo("CYCLE_NOT_CALCULATED"));
        Api.calculate("2026-T2").statusCode(200);
        Api.calculate("2026-T2-POS").statusCode(200);
        Api.payments("2026-T2", "").body("items.kpm_id", contains(bank.toString()));
        Api.payments("2026-T2-POS", "").body("items.kpm_id", contains(pos.toString()));
        Api.seal("2026-T2").statusCode(200);
        Api.seal("2026-T2-POS").statusCode(200);
    }

    @Test
    void factsThatArriveWhileACycleIsOpenAgainAreNotLost() {
        UUID kpm = knownFamily("SD");
        Api.openSecondQuarter();
        Api.calculate("2026-T2").statusCode(200);
        Api.open("2026-T2-POS", "2026-04-01", "2026-06-30", "POS").statusCode(201);

        tell(FactEvents.familyIn(kpm, "GRADUATED", FactEvents.VILLAGE, "BRI", "SD"), 2);
        Api.calculate("2026-T2").statusCode(200);

        Api.payments("2026-T2", "").body("items", hasSize(0));
        Api.seal("2026-T2").statusCode(200).body("seal.payable_payments", equalTo(0));
    }

    @Test
    void aFamilyThatChangesTheChannelBetweenTwoSealsIsPaidOnce() {
        UUID kpm = knownFamily("SD");
        Api.open("2026-T2-POS", "2026-04-01", "2026-06-30", "POS").statusCode(201);
        Api.openSecondQuarter();
        Api.calculate("2026-T2").statusCode(200);
        Api.calculate("2026-T2-POS").statusCode(200);
        Api.seal("2026-T2").statusCode(200);

        tell(FactEvents.familyIn(kpm, "ACTIVE", FactEvents.VILLAGE, "POS", "SD"), 2);
        Api.calculate("2026-T2-POS").statusCode(200);

        Api.payments("2026-T2-POS", "").body("items", hasSize(0));
        Api.payments("2026-T2-POS", "?status=NOT_ELIGIBLE")
                .body("items[0].reasons", contains("COVERED_BY_OTHER_CYCLE"));
        Api.seal("2026-T2-POS").statusCode(200).body("seal.payable_payments", equalTo(0));
    }

    @Test
    void aListThatWouldPayAFamilyTwiceIsNotSealed() {
        knownFamily("SD");
        Api.open("2026-T2-POS", "2026-04-01", "2026-06-30", "POS").statusCode(201);
        Api.openSecondQuarter();
        Api.calculate("2026-T2").statusCode(200);
        Api.calculate("2026-T2-POS").statusCode(200);
        tables.execute(
                "INSERT INTO payment SELECT gen_random_uuid(), kpm_id, (SELECT cycle_id FROM payment_cycle WHERE channel = 'POS'), kind,"
                        + " village_code, amount_idr, status, warned, reasons, blocked_by, lines, steps, compensates, created_at, changed_at"
                        + " FROM payment");
        Api.seal("2026-T2").statusCode(200);

        Api.seal("2026-T2-POS")
                .statusCode(409)
                .body("code", equalTo("CYCLE_PAYS_TWICE"))
                .body("families", equalTo(1));
        Api.calculate("2026-T2-POS").statusCode(200);
    }

    private void calculated() {
        knownFamily("SD");
        Api.openSecondQuarter();
        Api.calculate("2026-T2").statusCode(200);
    }

    private static String proposedHash() {
        return Api.proposeSeal("2026-T2")
                .statusCode(200)
                .extract()
                .path("seal_proposal.list_sha256");
    }

    @Test
    void aProposalIsShownWithItsCycleAndNamesTheListThatIsSealed() {
        calculated();
        Api.seal("2026-T2", "0".repeat(64), Api.SEALER)
                .statusCode(409)
                .body("code", equalTo("SEAL_NOT_PROPOSED"));
        Api.proposeSeal(Caller.officer(), "2026-T2", 1, 225_001)
                .statusCode(409)
                .body("code", equalTo("SEAL_FIGURES_DIFFER"))
                .body("payable_payments", equalTo(1))
                .body("payable_idr", equalTo(225_000));
        Caller.officer()
                .withNewKey()
                .post("/cycles/2026-T2/seal-proposal", "{}")
                .statusCode(400)
                .body("code", equalTo("INVALID_REQUEST"));

        String hash = proposedHash();

        assertThat(hash).isEqualTo(hashOfTheList());
        Caller.approver()
                .get("/cycles")
                .statusCode(200)
                .body("items[0].status", equalTo("CALCULATED"))
                .body("items[0].seal_proposal.list_sha256", equalTo(hash))
                .body("items[0].seal_proposal.payable_idr", equalTo(225_000))
                .body("items[0].seal_proposal.proposed_by", equalTo("officer-1"));
        Api.seal("2026-T2", "0".repeat(64), Api.SEALER)
                .statusCode(409)
                .body("code", equalTo("SEAL_HASH_DIFFERS"))
                .body("list_sha256", equalTo(hash))
                .body("proposed_by", equalTo("officer-1"));
        Api.seal("2026-T2", hash, Api.SEALER).statusCode(200);
        assertThat(tables.lines("SELECT proposed_by, outcome, ended_by FROM cycle_seal_proposal"))
                .containsExactly("officer-1 SEALED " + Api.SEALER);
    }

    @Test
    void thePersonWhoProposedDoesNotSeal() {
        calculated();
        Caller both =
                Caller.named("both", List.of(Roles.MINISTRY_OFFICER, Roles.MINISTRY_APPROVER), "*");
        String hash =
                Api.proposeSeal(both, "2026-T2", 1, 225_000)
                        .statusCode(200)
                        .extract()
                        .path("seal_proposal.list_sha256");

        Api.seal(both.withNewKey(), "2026-T2", hash)
                .statusCode(409)
                .body("code", equalTo("SEAL_SAME_PERSON"));
        Api.proposeSeal("2026-T2")
                .statusCode(200)
                .body("seal_proposal.proposed_by", equalTo("both"));
        Api.seal("2026-T2", hash, Api.SEALER).statusCode(200);
    }

    @Test
    void aFactThatChangesTheListLeavesNothingToSealUntilItIsProposedAgain() {
        UUID kpm = knownFamily("SD");
        Api.openSecondQuarter();
        Api.calculate("2026-T2").statusCode(200);
        String stale = proposedHash();

        tell(FactEvents.decision(kpm, UUID.randomUUID(), "HOLD"), 1);

        Api.seal("2026-T2", stale, Api.SEALER)
                .statusCode(409)
                .body("code", equalTo("SEAL_LIST_CHANGED"));
        String now = proposedHash();
        Api.seal("2026-T2", stale, Api.SEALER)
                .statusCode(409)
                .body("code", equalTo("SEAL_HASH_DIFFERS"));
        Api.seal("2026-T2", now, Api.SEALER).statusCode(200).body("seal.held_payments", equalTo(1));
        assertThat(tables.lines("SELECT outcome FROM cycle_seal_proposal ORDER BY proposed_at"))
                .containsExactly("REPLACED", "SEALED");
    }

    @Test
    void aCalculationOrACycleOfThePostOfficeEndsAProposal() {
        calculated();
        String hash = proposedHash();
        Api.calculate("2026-T2").statusCode(200).body("seal_proposal", nullValue());
        Api.seal("2026-T2", hash, Api.SEALER)
                .statusCode(409)
                .body("code", equalTo("SEAL_NOT_PROPOSED"));

        proposedHash();
        Api.open("2026-T2-POS", "2026-04-01", "2026-06-30", "POS").statusCode(201);
        Caller.officer().get("/cycles/2026-T2").body("seal_proposal", nullValue());
        assertThat(tables.lines("SELECT outcome FROM cycle_seal_proposal"))
                .containsExactly("RECALCULATED", "RECALCULATED");
    }

    @Test
    void aProposalIsWithdrawnByItsHashAndWithAReason() {
        calculated();
        String hash = proposedHash();

        withdraw("0".repeat(64), "looks wrong")
                .statusCode(409)
                .body("code", equalTo("SEAL_HASH_DIFFERS"));
        withdraw(hash, " ").statusCode(422).body("code", equalTo("REASON_REQUIRED"));
        withdraw(hash, "3201014505900001 is missing")
                .statusCode(422)
                .body("code", equalTo("TEXT_HAS_LONG_NUMBER"))
                .body("field", equalTo("reason"));
        withdraw(hash, "looks wrong").statusCode(200).body("seal_proposal", nullValue());
        withdraw(hash, "looks wrong").statusCode(409).body("code", equalTo("SEAL_NOT_PROPOSED"));
        Api.seal("2026-T2", hash, Api.SEALER)
                .statusCode(409)
                .body("code", equalTo("SEAL_NOT_PROPOSED"));
        Api.seal("2026-T2").statusCode(200);
    }

    private static ValidatableResponse withdraw(String hash, String reason) {
        return Caller.approver()
                .withNewKey()
                .post(
                        "/cycles/2026-T2/seal-proposal/withdrawal",
                        Map.of("list_sha256", hash, "reason", reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE cycle_seal_proposal SET payable_idr = 0",
                "UPDATE cycle_seal_proposal SET list_sha256 = repeat('0', 64)",
                "UPDATE cycle_seal_proposal SET outcome = 'SEALED', ended_by = proposed_by, ended_at = now()",
                "DELETE FROM cycle_seal_proposal",
                "INSERT INTO cycle_seal SELECT cycle_id, payable_payments, payable_idr, held_payments, held_idr, forfeited_payments,"
                        + " forfeited_idr, list_sha256, 'officer-1', now(), proposed_by FROM cycle_seal_proposal",
                "INSERT INTO cycle_seal SELECT cycle_id, payable_payments, payable_idr, held_payments, held_idr, forfeited_payments,"
                        + " forfeited_idr, list_sha256, 'other', now(), NULL FROM cycle_seal_proposal",
                "INSERT INTO cycle_seal SELECT cycle_id, payable_payments, payable_idr, held_payments, held_idr, forfeited_payments,"
                        + " forfeited_idr, repeat('0', 64), 'other', now(), proposed_by FROM cycle_seal_proposal"
            })
    void theDatabaseRequiresTwoPersonsForASeal(String sql) {
        calculated();
        proposedHash();

        assertThat(catchThrowable(() -> tables.execute(sql))).isNotNull();
    }

    private String hashOfTheList() {
        PaymentListHash hash =
                new PaymentListHash().line("2026-T2", "2026-04-01", "2026-06-30", "BANK");
        tables.lines(
                        "SELECT p.kpm_id, payment_id, village_code, kind, amount_idr, p.status"
                                + " FROM payment p JOIN payment_cycle c USING (cycle_id)"
                                + " WHERE cycle_code = '2026-T2' AND kind = 'REGULAR' AND p.status <> 'NOT_ELIGIBLE' ORDER BY p.kpm_id")
                .forEach(row -> hash.line(row.split(" ")));
        return hash.hex();
    }
}
