package id.pkh.registry.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.pkh.contracts.Event;
import id.pkh.contracts.verification.DecisionTookEffect;
import id.pkh.contracts.verification.ExitDecided;
import id.pkh.contracts.verification.ExitLifted;
import id.pkh.contracts.verification.ExitProposalWithdrawn;
import id.pkh.contracts.verification.MembershipReinstated;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.sanction.SanctionTopic;
import id.pkh.registry.support.TestPeople;
import id.pkh.registry.support.Workplace;
import id.pkh.registry.workbook.StubFacts;
import id.pkh.registry.workbook.StubProposals;
import id.pkh.registry.workbook.StubServices;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two families that are one, from the proposal to the undo. */
@QuarkusTest
@QuarkusTestResource(value = StubServices.class, restrictToAnnotatedClass = false)
class MergeComponentTest extends RegistryComponentTest {

    @Inject SanctionTopic topic;

    private Workplace place;
    private Caller proposing;
    private Caller confirming;
    private UUID survivor;
    private UUID ended;
    private LocalDate today;

    @BeforeEach
    void twoFamilies() {
        today = BusinessDates.on(Instant.now());
        place = Workplace.another();
        proposing = administrator("administrator-p", place.subDistrict());
        confirming = administrator("administrator-c", place.subDistrict());
        survivor = member();
        ended = member();
    }

    private static Caller administrator(String name, String area) {
        return Caller.named(name, Roles.DATA_ADMINISTRATOR, area);
    }

    private UUID member() {
        UUID family = importedFamily();
        tables.execute(
                "UPDATE kpm SET village_code = ?, group_code = ?, status = 'ACTIVE',"
                        + " base_status = 'ACTIVE' WHERE id = ?",
                place.village(1),
                place.village(1) + "-01",
                family);
        return family;
    }

    private long version(UUID family) {
        return tables.number("SELECT version FROM kpm WHERE id = ?", family);
    }

    private String status(UUID family) {
        return tables.text("SELECT status FROM kpm WHERE id = ?", family);
    }

    private Map<String, Object> proposal() {
        Map<String, Object> proposal = new HashMap<>();
        proposal.put("survivor_id", survivor);
        proposal.put("survivor_version", version(survivor));
        proposal.put("ended_id", ended);
        proposal.put("ended_version", version(ended));
        proposal.put("evidence", "FAMILY_CARD");
        proposal.put("evidence_reference", "scan in folder 12");
        proposal.put("effective_on", today.toString());
        return proposal;
    }

    private ValidatableResponse propose(Map<String, Object> proposal) {
        return proposing.withNewKey().post("/family-merges", proposal);
    }

    private String proposed() {
        return propose(proposal())
                .statusCode(201)
                .body("state", equalTo("PROPOSED"))
                .extract()
                .path("merge_id");
    }

    private static ValidatableResponse act(Caller who, String merge, String act, int version) {
        Map<String, Object> body = new HashMap<>(Map.of("version", version));
        if (act.equals("rejection")) {
            body.put("rejection", "OTHER_SURVIVOR");
        }
        return who.post("/family-merges/" + merge + "/" + act, body);
    }

    private UUID forwarded(String merge) {
        return UUID.fromString(
                act(confirming, merge, "acceptance", 1)
                        .statusCode(200)
                        .body("state", equalTo("FORWARDED"))
                        .extract()
                        .path("exit_proposal_id"));
    }

    private void refused(String field, Object value, int status, String code) {
        Map<String, Object> proposal = proposal();
        proposal.put(field, value);
        propose(proposal).statusCode(status).body("code", equalTo(code));
    }

    private String pair() {
        return tables.text(
                "INSERT INTO duplicate_pair (pair_id, first_kpm, second_kpm, same_account, points,"
                        + " facts, state, version, found_at) VALUES (gen_random_uuid(),"
                        + " least(?::uuid, ?::uuid), greatest(?::uuid, ?::uuid), false, 1,"
                        + " repeat('0', 64), 'OPEN', 1, now()) RETURNING pair_id",
                survivor,
                ended,
                survivor,
                ended);
    }

    private String stateOf(String pair) {
        return tables.text(
                "SELECT state FROM duplicate_pair WHERE pair_id = ?", UUID.fromString(pair));
    }

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

    private static Map<String, Object> child(String nik) {
        return Map.of(
                "nik", nik,
                "name", "Bagas",
                "birth_date", "2014-05-10",
                "component", "SD",
                "component_since", BusinessDates.on(Instant.now()).toString());
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

    @Test
    void anotherPersonWithBothAreasConfirms() {
        String merge = proposed();
        proposing.get("/my-work").body("items.kind", not(hasItem("MERGE_TO_REVIEW")));
        confirming
                .get("/my-work?village=" + place.village(1))
                .body("items.kind", hasItem("MERGE_TO_REVIEW"));
        Workplace neighbour = Workplace.another();
        for (String act : List.of("acceptance", "rejection")) {
            act(proposing, merge, act, 1)
                    .statusCode(409)
                    .body("code", equalTo("MERGE_SAME_PERSON"));
            act(place.coordinator(), merge, act, 1).statusCode(403);
            act(neighbour.administrator(), merge, act, 1).statusCode(404);
            act(confirming, merge, act, 2)
                    .statusCode(409)
                    .body("code", equalTo("MERGE_VERSION_DIFFERS"));
        }
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "UPDATE family_merge SET state = 'REJECTED', version = 2,"
                                                + " rejection = 'NOT_THE_SAME',"
                                                + " reviewed_by = proposed_by WHERE merge_id = ?",
                                        UUID.fromString(merge)))
                .hasStackTraceContaining("family_merge_reviewed_by_another");

        tables.execute(
                "UPDATE kpm SET village_code = ?, group_code = NULL WHERE id = ?",
                neighbour.village(1),
                ended);
        act(confirming, merge, "acceptance", 1).statusCode(404);
        neighbour.administrator().get("/family-merges?kpm_id=" + ended).body("items", hasSize(1));
        propose(proposal()).statusCode(404);
        Caller both = administrator("administrator-b", place.regency());
        if (neighbour.regency().equals(place.regency())) {
            act(both, merge, "rejection", 1)
                    .statusCode(200)
                    .body("rejection", equalTo("OTHER_SURVIVOR"));
        }
    }

    @Test
    void whatWouldBeLostIsSettledFirst() {
        tables.execute(
                "UPDATE kpm SET status = 'VALIDATED', base_status = 'VALIDATED' WHERE id = ?",
                survivor);
        propose(proposal()).statusCode(409).body("code", equalTo("MERGE_STATUS_DOES_NOT_FIT"));
        makeActive(survivor);
        tables.execute("UPDATE kpm SET account_waits_since = now() WHERE id = ?", ended);
        propose(proposal())
                .statusCode(409)
                .body("code", equalTo("MERGE_OPEN_WORK"))
                .body("open", equalTo("ACCOUNT_WAITS"));
        tables.execute("UPDATE kpm SET account_waits_since = NULL WHERE id = ?", ended);

        String merge = proposed();
        StubProposals.appeals(ended);
        act(confirming, merge, "acceptance", 1)
                .statusCode(409)
                .body("code", equalTo("MERGE_OPEN_WORK"))
                .body("open", equalTo("APPEAL_OPEN"));
        act(proposing, merge, "withdrawal", 1).statusCode(200).body("state", equalTo("WITHDRAWN"));
        act(proposing, merge, "withdrawal", 2)
                .statusCode(409)
                .body("code", equalTo("MERGE_NOT_OPEN"));
    }

    @Test
    void whatIsProposedIsConfirmedAsItWasRead() {
        String merge = proposed();
        proposing
                .post(
                        "/kpm/" + survivor + "/members",
                        Map.of("member", child(TestPeople.man("2014-05-10"))))
                .statusCode(201);
        act(confirming, merge, "acceptance", 1)
                .statusCode(409)
                .body("code", equalTo("MERGE_FAMILY_CHANGED"))
                .body("kpm_id", equalTo(survivor.toString()));
        act(confirming, merge, "rejection", 1).statusCode(200);
        refused("survivor_version", 1, 409, "MERGE_FAMILY_CHANGED");
    }

    @Test
    void whatCannotBeProposedIsRefused() {
        refused("ended_id", survivor, 422, "MERGE_SAME_FAMILY");
        refused("ended_id", UUID.randomUUID(), 404, "NOT_FOUND");
        refused("effective_on", today.minusDays(1).toString(), 422, "MERGE_DAY_INVALID");
        refused("evidence_reference", "NIK 1771084203850001", 422, "TEXT_HAS_LONG_NUMBER");
        String pair = pair();
        proposing
                .post(
                        "/duplicates/" + pair + "/distinction",
                        Map.of("version", 1, "reason", "RELATIVES"))
                .statusCode(200);
        propose(proposal()).statusCode(409).body("code", equalTo("MERGE_NOT_THE_SAME"));
        proposing.post("/duplicates/" + pair + "/reopening", Map.of("version", 2)).statusCode(200);

        proposed();
        propose(proposal()).statusCode(409).body("code", equalTo("MERGE_ALREADY_OPEN"));
        UUID first = survivor;
        survivor = ended;
        ended = member();
        propose(proposal()).statusCode(409).body("code", equalTo("MERGE_CHAIN"));
        survivor = member();
        ended = first;
        propose(proposal()).statusCode(409).body("code", equalTo("MERGE_CHAIN"));
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "INSERT INTO family_merge (merge_id, survivor_kpm,"
                                                + " survivor_version, ended_kpm, ended_version,"
                                                + " evidence, evidence_reference, effective_on, state,"
                                                + " version, proposed_by, proposed_at) VALUES"
                                                + " (gen_random_uuid(), ?, 1, ?, 1, 'HOME_VISIT', 'x',"
                                                + " current_date, 'PROPOSED', 1, 'p', now())",
                                        survivor,
                                        first))
                .hasStackTraceContaining("stays for none");
    }

    @Test
    void ofTwoAdministratorsAtTheSameMomentOneProposes() {
        Map<String, Object> there = proposal();
        Map<String, Object> back = new HashMap<>(there);
        back.put("survivor_id", ended);
        back.put("survivor_version", version(ended));
        back.put("ended_id", survivor);
        back.put("ended_version", version(survivor));
        List<Integer> statuses =
                Stream.of(there, back)
                        .map(
                                proposal ->
                                        CompletableFuture.supplyAsync(
                                                () -> propose(proposal).extract().statusCode()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .sorted()
                        .toList();
        assertThat(statuses).containsExactly(201, 409);
    }

    @Test
    void anAnswerThatWasLostIsFoundAgainAndARefusalLeavesItProposed() {
        String merge = proposed();
        StubFacts.setDown(true);
        try {
            act(confirming, merge, "acceptance", 1).statusCode(503);
        } finally {
            StubFacts.setDown(false);
        }
        StubProposals.loseNextAnswer();
        act(confirming, merge, "acceptance", 1).statusCode(503);
        String made = StubProposals.of(ended.toString()).path("proposal_id").asText();
        assertThat(forwarded(merge)).hasToString(made);

        survivor = member();
        ended = member();
        String other = proposed();
        StubProposals.propose(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("kpm_id", ended.toString())
                        .put("evidence_reference", "of somebody else"));
        act(confirming, other, "acceptance", 1)
                .statusCode(409)
                .body("code", equalTo("MERGE_NOT_TAKEN"))
                .body("refused_with", equalTo("PROPOSAL_OPEN"));
        proposing.get("/family-merges/" + other).body("state", equalTo("PROPOSED"));
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
