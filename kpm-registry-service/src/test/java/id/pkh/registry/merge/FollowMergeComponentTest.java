package id.pkh.registry.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.contracts.Event;
import id.pkh.contracts.verification.DecisionTookEffect;
import id.pkh.contracts.verification.ExitDecided;
import id.pkh.contracts.verification.ExitLifted;
import id.pkh.contracts.verification.ExitProposalWithdrawn;
import id.pkh.contracts.verification.MembershipReinstated;
import id.pkh.registry.sanction.SanctionTopic;
import id.pkh.registry.support.TestPeople;
import id.pkh.registry.workbook.StubProposals;
import id.pkh.registry.workbook.StubServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A merge that is forwarded follows what verification decides. */
@QuarkusTest
@QuarkusTestResource(value = StubServices.class, restrictToAnnotatedClass = false)
class FollowMergeComponentTest extends MergeTest {

    @Inject SanctionTopic topic;

    @Test
    void theFamilyThatEndsLeavesByADecisionAndPointsToTheOneThatStays() {
        String pair = pair();
        long before = version(survivor);
        String merge = proposed();
        UUID exit = forwarded(merge);
        JsonNode sent = StubProposals.of(ended.toString());
        assertThat(sent.path("kind").asText()).isEqualTo("TERMINATE");
        assertThat(sent.path("reason_code").asText()).isEqualTo("DUPLICATE_MERGED");
        assertThat(sent.path("evidence_reference").asText()).contains(merge, survivor.toString());
        assertThat(status(ended)).isEqualTo("ACTIVE");

        UUID decision = UUID.randomUUID();
        hears(1, decided(decision, exit, "CONFIRM"));
        state(merge, "CONFIRMED");
        assertThat(status(ended)).isEqualTo("ACTIVE");
        hears(2, tookEffect(decision));
        state(merge, "MERGED");
        assertThat(status(ended)).isEqualTo("TERMINATED");
        assertThat(status(survivor)).isEqualTo("ACTIVE");
        assertThat(version(survivor)).isEqualTo(before);
        assertThat(stateOf(pair)).isEqualTo("MERGED");
        proposing
                .get("/kpm/" + ended + "/membership")
                .body("merged_into", equalTo(survivor.toString()));
        proposing.get("/kpm/" + survivor + "/membership").body("merged_into", nullValue());
        assertThat(notified("FamiliesMerged")).isEqualTo(1);

        // it is found by what it was known by, and says where it went
        UUID person =
                UUID.fromString(
                        tables.text("SELECT id FROM family_member WHERE kpm_id = ?", ended));
        proposing
                .post("/look-ups", Map.of("member_id", person, "purpose", "an old letter"))
                .statusCode(200)
                .body("items.kpm_id", equalTo(List.of(ended.toString())))
                .body("items.merged_into", equalTo(List.of(survivor.toString())));
        hears(3, decided(decision, exit, "CONFIRM"));
        state(merge, "MERGED");
    }

    @Test
    void anUndoBringsTheFamilyBackAsItWas() {
        String pair = pair();
        String merge = proposed();
        UUID decision = UUID.randomUUID();
        hears(1, decided(decision, forwarded(merge), "CONFIRM"));
        hears(2, tookEffect(decision));
        state(merge, "MERGED");
        hears(3, lifted(decision));
        state(merge, "UNDONE");
        assertThat(status(ended)).isEqualTo("ACTIVE");
        assertThat(stateOf(pair)).isEqualTo("OPEN");
        assertThat(notified("FamilyMergeUndone")).isEqualTo(1);
        proposing
                .get("/family-merges/" + merge)
                .body("to_settle", hasSize(0))
                .body(
                        "history.state",
                        equalTo(List.of("PROPOSED", "FORWARDED", "CONFIRMED", "MERGED", "UNDONE")));
        proposing.get("/kpm/" + ended + "/membership").body("merged_into", nullValue());
        assertThat(proposed()).isNotEqualTo(merge);
    }

    @Test
    void anUndoSaysWhatAPersonHasToDecideBecauseItChangedMeanwhile() {
        String nik = TestPeople.man("2014-05-10");
        proposing.post("/kpm/" + ended + "/members", Map.of("member", child(nik))).statusCode(201);
        String merge = proposed();
        UUID decision = UUID.randomUUID();
        hears(1, decided(decision, forwarded(merge), "CONFIRM"));
        hears(2, tookEffect(decision));
        state(merge, "MERGED");
        proposing
                .post("/kpm/" + survivor + "/members", Map.of("member", child(nik)))
                .statusCode(201);
        tables.execute("UPDATE kpm SET group_code = NULL WHERE id = ?", ended);

        hears(3, reinstated());
        state(merge, "UNDONE");
        assertThat(status(ended)).isEqualTo("ACTIVE");
        proposing
                .get("/family-merges/" + merge)
                .body("to_settle", equalTo(List.of("MEMBERS_IN_ANOTHER_FAMILY", "GROUP_TO_PLACE")));
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM family_member WHERE nik_token = ?"
                                        + " AND former_since IS NULL",
                                nikToken(nik)))
                .isEqualTo(1);
    }

    @Test
    void eventsInAnotherOrderADismissalAndAWithdrawal() {
        String merge = proposed();
        UUID exit = forwarded(merge);
        UUID decision = UUID.randomUUID();
        hears(2, tookEffect(decision));
        state(merge, "FORWARDED");
        hears(1, decided(decision, exit, "CONFIRM"));
        state(merge, "MERGED");

        survivor = member();
        ended = member();
        String dismissed = proposed();
        hears(1, decided(UUID.randomUUID(), forwarded(dismissed), "DISMISS"));
        state(dismissed, "DISMISSED");
        ended = member();
        String withdrawn = proposed();
        hears(
                1,
                new ExitProposalWithdrawn(
                        forwarded(withdrawn),
                        ended,
                        place.village(1),
                        "TERMINATE",
                        "administrator-c",
                        today,
                        Instant.now()));
        state(withdrawn, "WITHDRAWN");
        assertThat(status(ended)).isEqualTo("ACTIVE");
    }

    private String stateOf(String pair) {
        return tables.text(
                "SELECT state FROM duplicate_pair WHERE pair_id = ?", UUID.fromString(pair));
    }

    private long notified(String event) {
        return tables.number(
                "SELECT count(*) FROM notification WHERE kpm_id = ? AND event = ?"
                        + " AND receiver_role = 'FAMILY'",
                survivor,
                event);
    }

    private void state(String merge, String state) {
        proposing.get("/family-merges/" + merge).body("state", equalTo(state));
    }

    private ExitDecided decided(UUID decision, UUID exit, String verdict) {
        return new ExitDecided(
                decision,
                exit,
                ended,
                place.village(1),
                "TERMINATE",
                verdict,
                "DUPLICATE_MERGED",
                today,
                "ON_NOTICE",
                "officer-1",
                "officer-2",
                today,
                Instant.now());
    }

    private DecisionTookEffect tookEffect(UUID decision) {
        return new DecisionTookEffect(
                decision,
                ended,
                place.village(1),
                "TERMINATE",
                "NONE",
                today,
                "VISIT",
                today,
                Instant.now());
    }

    private ExitLifted lifted(UUID decision) {
        return new ExitLifted(
                decision,
                ended,
                place.village(1),
                "TERMINATE",
                "OFFICER_ERROR",
                "officer-3",
                today,
                Instant.now());
    }

    private MembershipReinstated reinstated() {
        return new MembershipReinstated(
                UUID.randomUUID(),
                UUID.randomUUID(),
                ended,
                place.village(1),
                today,
                "LEFT_BY_MISTAKE",
                "officer-1",
                "officer-3",
                today,
                Instant.now());
    }

    private void hears(long sequence, Event event) {
        UUID sent = topic.send(sequence, event).get(0);
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                tables.number("SELECT count(*) FROM inbox WHERE event_id = ?", sent)
                                        > 0);
    }
}
