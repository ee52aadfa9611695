package id.pkh.registry.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.pkh.registry.support.TestPeople;
import id.pkh.registry.support.Workplace;
import id.pkh.registry.workbook.StubFacts;
import id.pkh.registry.workbook.StubProposals;
import id.pkh.registry.workbook.StubServices;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Merges, from the proposal to the confirmation. */
@QuarkusTest
@QuarkusTestResource(value = StubServices.class, restrictToAnnotatedClass = false)
class MergeComponentTest extends MergeTest {

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

    private void refused(String field, Object value, int status, String code) {
        Map<String, Object> proposal = proposal();
        proposal.put(field, value);
        propose(proposal).statusCode(status).body("code", equalTo(code));
    }
}
