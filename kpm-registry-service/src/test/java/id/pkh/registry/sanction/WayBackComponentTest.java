package id.pkh.registry.sanction;

import static id.pkh.registry.sanction.DecisionFacts.DAY;
import static id.pkh.registry.sanction.DecisionFacts.NOW;
import static id.pkh.registry.sanction.DecisionFacts.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.contracts.Event;
import id.pkh.contracts.verification.ExitDecided;
import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.family.domain.Measure;
import id.pkh.registry.support.Api;
import id.pkh.registry.support.Rows;
import id.pkh.registry.support.TestPeople;
import id.pkh.testsupport.events.EventArrivals;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exits, stays, lifts and reinstatements of families, with events over the broker. */
@QuarkusTest
class WayBackComponentTest extends RegistryComponentTest {

    @Inject SanctionTopic topic;

    private String card;
    private String nik;
    private UUID kpm;
    private DecisionFacts facts;

    @BeforeEach
    void anActiveFamily() {
        card = TestPeople.card();
        nik = TestPeople.woman("1985-03-02");
        Api.importing("families", Rows.families().family(card, nik)).statusCode(201);
        kpm = familyOf(card);
        facts = new DecisionFacts(kpm);
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void aDecisionCountsFromItsNoticeUntilItIsUndone(Measure measure) {
        if (measure.isExit()) {
            hears(1, facts.decided(measure));
            assertThat(status()).isEqualTo("ACTIVE");
        }
        hears(2, facts.tookEffect(measure));
        assertThat(status()).isEqualTo(measure.status().name());
        assertThat(base()).isEqualTo("ACTIVE");
        assertThat(tables.lastState(kpm).payload().get("base_status").asText()).isEqualTo("ACTIVE");

        hears(3, facts.stayed());
        assertThat(status()).isEqualTo("ACTIVE");
        hears(4, facts.stayEnded());
        assertThat(status()).isEqualTo(measure.status().name());
        if (measure.isExit()) {
            hears(5, facts.lifted(measure), facts.lifted(measure));
            hears(2, facts.tookEffect(measure));
            assertThat(status()).isEqualTo("ACTIVE");
        }
    }

    /** Whatever the order of arrival, and however often a fact arrives. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void theOrderOfArrivalMakesNoDifference(int seed) {
        UUID second = UUID.randomUUID();
        Map<Integer, Event> arriving = new HashMap<>();
        arriving.put(1, facts.decided(Measure.GRADUATE));
        arriving.put(2, facts.tookEffect(Measure.GRADUATE));
        arriving.put(3, facts.stayed());
        arriving.put(4, facts.stayEnded());
        arriving.put(5, facts.reinstated("2026-09-01"));
        arriving.put(6, facts.tookEffect(second, Measure.TERMINATE));
        if (seed % 2 == 0) {
            arriving.put(7, facts.terminationLifted(second));
        }
        List<Integer> order = new ArrayList<>(arriving.keySet());
        order.add(2);
        order.add(6);
        Collections.shuffle(order, new Random(seed));
        order.forEach(number -> hears(number, arriving.get(number)));

        assertThat(status()).as("%s", order).isEqualTo(seed % 2 == 0 ? "ACTIVE" : "TERMINATED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GRADUATE", "REINSTATE"})
    void aProposalThatWasDismissedChangesNothing(String exit) {
        ExitDecided taken = facts.decided(Measure.GRADUATE);
        hears(
                1,
                new ExitDecided(
                        taken.decisionId(),
                        taken.proposalId(),
                        kpm,
                        VILLAGE,
                        exit,
                        "DISMISS",
                        taken.reasonCode(),
                        DAY,
                        "ON_NOTICE",
                        "officer-2",
                        "officer-1",
                        DAY,
                        NOW));

        assertThat(status()).isEqualTo("ACTIVE");
        assertThat(tables.names(kpm)).containsExactly("kpm-registered", "kpm-state");
    }

    @Test
    void aFamilyThatComesBackKeepsItsNumberAndCanBeChangedAgain() {
        hears(1, facts.decided(Measure.MOVE), facts.tookEffect(Measure.MOVE));
        Api.administrator().post("/kpm/" + kpm + "/moves", move()).statusCode(409);

        hears(2, facts.reinstated("2026-07-01"));
        assertThat(status()).isEqualTo("ACTIVE");
        assertThat(
                        tables.lines(
                                "SELECT template, variables FROM notification"
                                        + " WHERE kpm_id = ? AND receiver_role = 'FAMILY'"
                                        + " AND event = 'MembershipReinstated'",
                                kpm))
                .singleElement()
                .asString()
                .startsWith("FAMILY_REINSTATED ")
                .contains("2026-07-01");
        assertThat(tables.lastState(kpm).payload().get("occurred_on").asText())
                .isEqualTo("2026-07-01");
        Api.administrator().post("/kpm/" + kpm + "/moves", move()).statusCode(200);
        Caller.officer()
                .get("/kpm/" + kpm + "/membership")
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("decisions[0].measure", equalTo("MOVE"))
                .body("decisions[0].is_in_effect", equalTo(false))
                .body("decisions[0].prepared_by", equalTo("officer-2"))
                .body("reinstatements[0].decided_by", equalTo("officer-1"))
                .body("history.new_status", contains("ACTIVE", "MOVED", "ACTIVE"))
                .body("history[0].decision_id", nullValue())
                .body("history[1].decision_id", equalTo(facts.decision.toString()))
                .body("history[1].reason", equalTo("MOVE_IN_EFFECT"))
                .body("history[1].decided_by", equalTo("officer-1"))
                .body("former_members", empty());
        Api.inTheDistrict(Roles.FACILITATOR).get("/kpm/" + kpm + "/membership").statusCode(200);
        Caller.as(Roles.FACILITATOR, "17.72").get("/kpm/" + kpm + "/membership").statusCode(404);
    }

    @Test
    void registeringAFamilyThatHasLeftNamesItsNumberToThoseWhoMaySeeIt() {
        leaves(kpm, Measure.GRADUATE);
        Api.administrator()
                .post("/kpm", registration())
                .statusCode(409)
                .body("code", equalTo("KPM_LEFT_REINSTATE"))
                .body("kpm_id", equalTo(kpm.toString()));
        tables.execute(
                "UPDATE kpm SET village_code = '17.71.08.1002', group_code = NULL WHERE id = ?",
                kpm);
        Caller.as(Roles.DATA_ADMINISTRATOR, VILLAGE)
                .post("/kpm", registration())
                .statusCode(409)
                .body("code", equalTo("KPM_LEFT_REINSTATE"))
                .body("kpm_id", nullValue());
    }

    @Test
    void aPersonOfAFamilyThatLeftWhoJoinedAnotherStaysThereWhenTheFamilyComesBack() {
        UUID other = importedFamily();
        hears(1, facts.tookEffect(Measure.GRADUATE));
        Api.administrator()
                .post("/kpm/" + other + "/members", Map.of("member", person()))
                .statusCode(201);
        assertThat(tables.lastState(kpm).payload().get("account_known").asBoolean()).isFalse();
        hears(2, facts.lifted(Measure.GRADUATE));

        assertThat(status()).isEqualTo("ACTIVE");
        Caller.officer().get("/kpm/" + kpm + "/membership").body("former_members", hasSize(1));
        Caller.officer()
                .post(
                        "/payees/reveal",
                        Map.of("family_ids", List.of(kpm), "purpose", "payment of a cycle"))
                .statusCode(200)
                .body("items[0].account_number", nullValue())
                .body("items[0].account_confirmed", equalTo(false));
        Api.administrator()
                .post("/kpm/" + kpm + "/members", Map.of("member", person()))
                .statusCode(409)
                .body("code", equalTo("NIK_DUPLICATE"));
    }

    @Test
    void theDatabaseKnowsTheRulesToo() {
        refusedBy("by a decision in effect", "UPDATE kpm SET status = 'SUSPENDED' WHERE id = ?");
        refusedBy(
                "by a decision in effect",
                "UPDATE kpm SET status = 'MOVED', base_status = 'MOVED' WHERE id = ?");
        refusedBy("kpm_status_on_base", "UPDATE kpm SET status = 'ELIGIBLE' WHERE id = ?");
        refusedBy(
                "joins another one",
                "UPDATE family_member SET former_since = '2026-01-01' WHERE kpm_id = ?");
        hears(1, facts.tookEffect(Measure.SUSPEND));
        refusedBy("by a decision in effect", "UPDATE kpm SET status = 'MOVED' WHERE id = ?");
        refusedBy(
                "kpm_decision_by_two",
                "UPDATE kpm_decision SET prepared_by = 'a', decided_by = 'a' WHERE kpm_id = ?");
    }

    private void refusedBy(String rule, String change) {
        assertThatThrownBy(() -> tables.execute(change, kpm)).hasStackTraceContaining(rule);
    }

    private static Map<String, Object> move() {
        return Map.of("village_code", "17.71.08.1004", "effective_on", "2026-07-02");
    }

    private Map<String, Object> registration() {
        return Map.of(
                "family_card",
                card,
                "caretaker",
                Map.of("nik", TestPeople.woman("1985-03-02"), "name", "Siti Contoh"),
                "village_code",
                VILLAGE,
                "participating_since",
                "2026-01-01");
    }

    private Map<String, Object> person() {
        return Map.of(
                "nik", nik,
                "name", "Siti Contoh",
                "birth_date", "1985-03-02",
                "component", "SEVERE_DISABILITY",
                "component_since", "2026-02-01");
    }

    private void hears(long sequence, Event... arriving) {
        for (Event fact : arriving) {
            new EventArrivals(tables).awaitAppliedOrParked(topic.send(sequence, fact));
        }
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM parked_event WHERE event_key = ?",
                                kpm.toString()))
                .isZero();
    }

    private String status() {
        return tables.text("SELECT status FROM kpm WHERE id = ?", kpm);
    }

    private String base() {
        return tables.text("SELECT base_status FROM kpm WHERE id = ?", kpm);
    }
}
