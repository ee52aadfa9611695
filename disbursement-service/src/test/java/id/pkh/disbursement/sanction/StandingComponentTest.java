package id.pkh.disbursement.sanction;

import static id.pkh.disbursement.support.FactEvents.warning;
import static id.pkh.disbursement.support.FactEvents.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.disbursement.DisbursementComponentTest;
import id.pkh.disbursement.support.Api;
import id.pkh.disbursement.support.FactEvents;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.events.EventStreams;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StandingComponentTest extends DisbursementComponentTest {

    private static final String CAUSE = "GROUP_MEETING_ABSENCE";

    @Test
    void aWarningAppearsInTheStandingAndInThePaymentListWithinSeconds() {
        UUID kpm = knownFamily("SD");
        Api.openSecondQuarter();
        Api.calculate("2026-T2").statusCode(200);

        events.publish(warning(kpm, UUID.randomUUID(), CAUSE), 1);

        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(
                        () ->
                                Api.standing(kpm)
                                        .statusCode(200)
                                        .body("warned", equalTo(true))
                                        .body("warnings[0].cause", equalTo(CAUSE)));
        Api.payments("2026-T2", "?warned=true")
                .body("items.kpm_id", contains(kpm.toString()))
                .body("items[0].status", equalTo("PAYABLE"))
                .body("items[0].amount_idr", equalTo(225000))
                .body("items[0].reasons", contains(CAUSE))
                .body("items[0].warnings[0].cause", equalTo(CAUSE))
                .body("items[0].warnings[0].period", equalTo("2026-02"))
                .body("items[0].warnings[0].is_protected", equalTo(false));
    }

    @Test
    void aWithdrawnWarningIsNoLongerInEffect() {
        UUID kpm = knownFamily("SD");
        UUID step = UUID.randomUUID();
        Api.openSecondQuarter();
        Api.calculate("2026-T2").statusCode(200);

        tell(warning(kpm, step, CAUSE), 1);
        tell(withdrawal(kpm, step, CAUSE), 2);

        Api.standing(kpm)
                .body("warned", equalTo(false))
                .body("steps", empty())
                .body("withdrawn_steps", hasSize(1))
                .body("withdrawn_steps[0].withdrawal_reason", equalTo("CORRECTED_FACT"));
        Api.payments("2026-T2", "?warned=true").body("items", empty());
        assertThat(tables.publishedNames(kpm))
                .containsExactly(
                        "entitlement-calculated",
                        "entitlement-calculated",
                        "entitlement-calculated");
    }

    @Test
    void aWithdrawalThatArrivesBeforeItsWarningIsKept() {
        UUID kpm = knownFamily("SD");
        UUID step = UUID.randomUUID();

        tell(withdrawal(kpm, step, CAUSE), 2);
        tell(warning(kpm, step, CAUSE), 1);

        Api.standing(kpm)
                .body("warned", equalTo(false))
                .body("steps", empty())
                .body("withdrawn_steps[0].is_protected", equalTo(false))
                .body("withdrawn_steps[0].legal_basis", equalTo("Permensos 1/2018 art. 7"));
    }

    @Test
    void aStepThatIsIssuedAgainIsInEffectAgain() {
        UUID kpm = knownFamily("SD");
        UUID step = UUID.randomUUID();

        tell(warning(kpm, step, CAUSE), 3);
        tell(withdrawal(kpm, step, CAUSE), 2);
        tell(warning(kpm, step, CAUSE), 1);

        Api.standing(kpm).body("warned", equalTo(true)).body("steps", hasSize(1));
    }

    @Test
    void theSameWarningTwiceIsOneWarning() {
        UUID kpm = knownFamily("SD");
        UUID step = UUID.randomUUID();
        UUID event = UUID.randomUUID();

        events.publish(event, warning(kpm, step, CAUSE), 1);
        events.publish(event, warning(kpm, step, CAUSE), 1);
        tell(warning(kpm, step, CAUSE), 1);

        Api.standing(kpm).body("warnings", hasSize(1)).body("steps", hasSize(1));
    }

    @Test
    void remindersAndProposalsAreShownAsStepsButAreNoWarnings() {
        UUID kpm = knownFamily("SD");
        Api.openSecondQuarter();
        Api.calculate("2026-T2").statusCode(200);

        tell(FactEvents.reminder(kpm, UUID.randomUUID()), 1);

        Api.standing(kpm)
                .body("warned", equalTo(false))
                .body("warnings", empty())
                .body("steps.step", contains("REMINDER"));
        Api.payments("2026-T2", "?kpm=" + kpm)
                .body("items[0].warned", equalTo(false))
                .body("items[0].warnings", empty())
                .body("items[0].standing_steps.step", contains("REMINDER"));
        assertThat(tables.publishedNames(kpm)).containsExactly("entitlement-calculated");
    }

    @Test
    void decisionsAreShownWithTheirIdAndWithoutTheTextThatTheVerificationServiceKeeps() {
        UUID kpm = knownFamily("SD");
        UUID decision = UUID.randomUUID();

        tell(FactEvents.decision(kpm, decision, "HOLD"), 1);

        Api.standing(kpm)
                .body("suspended", equalTo(true))
                .body("decisions[0].effect", equalTo("HOLD"))
                .body("decisions[0].decision_id", equalTo(decision.toString()))
                .body("decisions[0].reason", nullValue())
                .body("decisions[0].stands", equalTo(true));

        tell(FactEvents.lift(kpm, decision, "APPEAL_UPHELD"), 2);

        Api.standing(kpm)
                .body("suspended", equalTo(false))
                .body("decisions[0].lift_reason", equalTo("APPEAL_UPHELD"))
                .body("decisions[0].stands", equalTo(false));
    }

    @Test
    void aStandingOutsideTheCallersAreasIsNotFound() {
        UUID kpm = knownFamily("SD");

        Caller.as(Roles.FACILITATOR, "17.71.08.1001").get("/standings/" + kpm).statusCode(200);
        Caller.as(Roles.FACILITATOR, "17.71.08.1002").get("/standings/" + kpm).statusCode(404);
        Caller.as(Roles.BANK, "*").get("/standings/" + kpm).statusCode(403);
        Caller.anonymous().get("/standings/" + kpm).statusCode(401);
        Api.standing(UUID.randomUUID()).statusCode(404).body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void aStandingIsShownBeforeTheRegistryPublishesTheFamily() {
        UUID kpm = UUID.randomUUID();

        tell(warning(kpm, UUID.randomUUID(), CAUSE), 1);

        Api.standing(kpm)
                .statusCode(200)
                .body("village_code", equalTo(FactEvents.VILLAGE))
                .body("warned", equalTo(true));
    }

    @Test
    void appealsAreIgnored() {
        UUID kpm = knownFamily("SD");

        events.send(
                EventCatalogue.APPEAL_LODGED.topic(),
                kpm.toString(),
                "{}".getBytes(StandardCharsets.UTF_8),
                EventStreams.headers(UUID.randomUUID(), EventCatalogue.APPEAL_LODGED.type(), 1));
        tell(warning(kpm, UUID.randomUUID(), CAUSE), 2);

        assertThat(tables.number("SELECT count(*) FROM parked_event")).isZero();
        Api.standing(kpm).body("warned", equalTo(true));
    }

    @Test
    void aDecisionOfBeforeThatCarriesATextIsAppliedWithoutTheText() throws IOException {
        UUID kpm = knownFamily("SD");
        UUID decision = UUID.randomUUID();
        String former;
        try (InputStream sample =
                EventCatalogue.class.getResourceAsStream(
                        "/contracts/former-samples/"
                                + EventCatalogue.SUSPENSION_DECIDED.type()
                                + ".json")) {
            former = new String(sample.readAllBytes(), StandardCharsets.UTF_8);
        }
        events.send(
                EventCatalogue.SUSPENSION_DECIDED.topic(),
                kpm.toString(),
                former.replace("01980a10-0000-7000-8000-000000000001", kpm.toString())
                        .replace("01980a10-0000-7000-8000-000000000012", decision.toString())
                        .getBytes(StandardCharsets.UTF_8),
                EventStreams.headers(
                        UUID.randomUUID(), EventCatalogue.SUSPENSION_DECIDED.type(), 1));
        tell(warning(kpm, UUID.randomUUID(), CAUSE), 2);

        Api.standing(kpm)
                .body("suspended", equalTo(true))
                .body("decisions[0].decision_id", equalTo(decision.toString()));
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM sanction_decision d"
                                        + " WHERE to_jsonb(d)::text LIKE '%visited%'"))
                .isZero();
    }

    @Test
    void aDecisionThatIsNotUnderstoodIsParkedAndNotGuessed() {
        UUID kpm = knownFamily("SD");

        events.publish(FactEvents.decision(kpm, UUID.randomUUID(), "HALVE"), 1);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(tables.lines("SELECT count(*) FROM parked_event"))
                                        .containsExactly("1"));
        assertThat(tables.number("SELECT count(*) FROM sanction_decision")).isZero();
    }

    @Test
    void aLiftForAnUnknownReasonIsParkedAndTheDecisionStaysInEffect() {
        UUID kpm = knownFamily("SD");
        UUID decision = UUID.randomUUID();
        tell(FactEvents.decision(kpm, decision, "HOLD"), 1);

        events.publish(FactEvents.lift(kpm, decision, "AMNESTY"), 2);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(tables.lines("SELECT reason FROM parked_event"))
                                        .singleElement()
                                        .asString()
                                        .contains("LIFT_NOT_UNDERSTOOD"));
        Api.standing(kpm).body("decisions[0].stands", equalTo(true));
    }
}
