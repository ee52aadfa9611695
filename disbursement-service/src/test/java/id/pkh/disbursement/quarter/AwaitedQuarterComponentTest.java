package id.pkh.disbursement.quarter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.contracts.verification.QuarterClosed;
import id.pkh.disbursement.DisbursementComponentTest;
import id.pkh.disbursement.support.Api;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cycle waits for the first quarter of 2026, which verification has not closed. */
@QuarkusTest
class AwaitedQuarterComponentTest extends DisbursementComponentTest {

    private static final String CYCLE = "2026-T2";

    @BeforeEach
    void aCycleWhoseQuarterIsOpen() {
        tables.execute("TRUNCATE closed_quarter");
        knownFamily("SD");
        Api.openSecondQuarter().body("verification_progress", equalTo("OPEN"));
    }

    @Test
    void aCycleIsNotCalculatedBeforeItsQuarterIsClosed() {
        Api.calculate(CYCLE)
                .statusCode(409)
                .body("code", equalTo("QUARTER_NOT_CLOSED"))
                .body("quarter", equalTo("2026-Q1"))
                .body("area_code", equalTo("*"))
                .body("detail", containsString("/api/v1/quarter-closings"));
        closed("2025-Q4", "*");
        Api.calculate(CYCLE).statusCode(409).body("code", equalTo("QUARTER_NOT_CLOSED"));

        closed("2026-Q1", "*");
        Api.calculate(CYCLE)
                .statusCode(200)
                .body("verification_progress", equalTo("CLOSED"))
                .body("quarter_waiver", nullValue());
        Api.seal(CYCLE).statusCode(200);
    }

    @Test
    void closingsOfAreasCountWhenTheyCoverEveryFamily() {
        String village = tables.text("SELECT min(village_code) FROM kpm");
        String province = village.substring(0, 2);
        closed("2026-Q1", province.equals("99") ? "98" : "99");
        Api.calculate(CYCLE)
                .statusCode(409)
                .body("code", equalTo("QUARTER_NOT_CLOSED"))
                .body("area_code", equalTo(village.substring(0, 8)));

        closed("2026-Q1", village.substring(0, 5));
        Api.calculate(CYCLE).statusCode(200).body("verification_progress", equalTo("SOME_AREAS"));
    }

    @Test
    void anOfficerLetsACycleProceedAndAnotherPersonSealsIt() {
        waive("").statusCode(422).body("code", equalTo("REASON_REQUIRED"));
        waive("The forms are lost in the flood")
                .statusCode(200)
                .body("quarter_waiver.waived_by", equalTo(Api.SEALER))
                .body("quarter_waiver.reason", equalTo("The forms are lost in the flood"))
                .body("verification_progress", equalTo("OPEN"));
        waive("Again").statusCode(409).body("code", equalTo("QUARTER_ALREADY_WAIVED"));

        Api.calculate(CYCLE).statusCode(200);
        Api.seal(CYCLE).statusCode(409).body("code", equalTo("QUARTER_WAIVED_BY_SAME_PERSON"));
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "INSERT INTO cycle_seal (cycle_id, payable_payments, payable_idr, held_payments,"
                                                + " held_idr, forfeited_payments, forfeited_idr, list_sha256, proposed_by,"
                                                + " sealed_by, sealed_at) SELECT cycle_id, 0, 0, 0, 0, 0, 0, ?, 'x', ?, now()"
                                                + " FROM payment_cycle",
                                        "0".repeat(64),
                                        Api.SEALER))
                .hasStackTraceContaining("waived by another person");
        String hash = tables.text("SELECT list_sha256 FROM cycle_seal_proposal");
        Api.seal(CYCLE, hash, "approver-8").statusCode(200);
        withdraw().statusCode(409).body("code", equalTo("CYCLE_ALREADY_SEALED"));
    }

    @Test
    void aWaiverThatIsTakenBackMakesTheCycleWaitAgain() {
        withdraw().statusCode(409).body("code", equalTo("QUARTER_NOT_WAIVED"));
        waive("A mistake").statusCode(200);
        Api.calculate(CYCLE).statusCode(200);
        Api.proposeSeal(CYCLE).statusCode(200);

        withdraw().statusCode(200).body("quarter_waiver", nullValue());

        Api.calculate(CYCLE).statusCode(409).body("code", equalTo("QUARTER_NOT_CLOSED"));
        Api.seal(CYCLE).statusCode(409).body("code", equalTo("QUARTER_NOT_CLOSED"));
        closed("2026-Q1", "*");
        waive("Too late").statusCode(409).body("code", equalTo("QUARTER_ALREADY_CLOSED"));
        Api.seal(CYCLE).statusCode(200);
    }

    @Test
    void aCycleOfBeforeTheClosingsWerePublishedDoesNotWait() {
        tables.execute("UPDATE payment_cycle SET waits_for_quarter = false");
        Api.calculate(CYCLE).statusCode(200);
        Api.seal(CYCLE).statusCode(200);
    }

    @Test
    void aClosingThatArrivesTwiceIsKeptOnce() {
        QuarterClosed event = event("2026-Q1", "*");
        tell(event, 1);
        tell(event, 1);
        assertThat(tables.number("SELECT count(*) FROM closed_quarter")).isOne();
    }

    /** As a person who is both an officer and an approver. */
    private static ValidatableResponse waive(String reason) {
        return Caller.officer(Api.SEALER)
                .withNewKey()
                .post("/cycles/" + CYCLE + "/quarter-waiver", Map.of("reason", reason));
    }

    private static ValidatableResponse withdraw() {
        return Caller.approver("approver-8")
                .withNewKey()
                .post("/cycles/" + CYCLE + "/quarter-waiver/withdrawal");
    }

    private void closed(String period, String area) {
        tell(event(period, area), 1);
    }

    private static QuarterClosed event(String period, String area) {
        return new QuarterClosed(
                UUID.randomUUID(),
                period,
                area,
                "CALENDAR",
                0,
                LocalDate.of(2026, 4, 10),
                Instant.parse("2026-04-10T03:00:00Z"));
    }
}
