package id.pkh.meeting.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import id.pkh.localstack.OnLocalStack;
import id.pkh.meeting.GroupMeetingComponentTest;
import id.pkh.meeting.support.Api;
import id.pkh.meeting.support.Village;
import id.pkh.testsupport.RuleTable;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A meeting that was recorded by mistake. */
@QuarkusTest
@OnLocalStack("meeting")
class TakeBackComponentTest extends GroupMeetingComponentTest {

    @BeforeEach
    void aGroup() {
        aGroupOf(2);
    }

    @Test
    void aMeetingThatIsTakenBackCountsNowhereAndItsDayIsFree() {
        String right = recorded("P2K2", "2026-06-02", null);
        String wrong = recorded("P2K2", "2026-06-03", null);
        takeBack(wrong)
                .statusCode(200)
                .body("taken_back_at", notNullValue())
                .body("attendance", hasSize(0))
                .body("revisions[1].reason", equalTo("the sheet of another month"));
        takeBack(wrong).statusCode(200).body("revision", equalTo(2));

        List<PublishedEvent> corrected = published.about(groupId, "attendance-corrected");
        assertThat(corrected).hasSize(1);
        assertThat(corrected.get(0).payload().get("meeting_id").asText()).isEqualTo(wrong);
        assertThat(corrected.get(0).payload().get("attendance")).isEmpty();
        assertThat(corrected.get(0).payload().get("changes")).hasSize(1);
        Api.facilitator(village)
                .get("/meetings?group=" + group)
                .body("items", hasSize(1))
                .body("items[0].meeting_id", equalTo(right));
        takeBack(right).statusCode(200);
        Api.coordinator(village)
                .get("/month-closings/preview?month=2026-06")
                .body("items.find { it.group_code == '" + group + "' }", notNullValue());
        Api.facilitator(village)
                .get("/groups/" + group + "/p2k2-progress")
                .body("next_session.session_code", equalTo("PARENTING-1"));
        assertThat(recorded("P2K2", "2026-06-03", null)).isNotEqualTo(wrong);
    }

    @Test
    void whatCannotBeTakenBackIsRefused() {
        String closed = recorded("GROUP_MEETING", "2026-04-15", null);
        String missed = recorded("GROUP_MEETING", "2026-06-01", null);
        String makeUp = recorded("GROUP_MEETING", "2026-06-05", missed);
        String ofClosed = recorded("GROUP_MEETING", "2026-06-06", closed);
        String gone = recorded("P2K2", "2026-06-02", null);
        takeBack(gone).statusCode(200);
        Api.close(village, "2026-04").statusCode(201);
        Map<String, ValidatableResponse> answers =
                Map.of(
                        "a meeting of a month that is closed for the group", takeBack(closed),
                        "a make-up for a month that is closed for the group", takeBack(ofClosed),
                        "a meeting for which another one makes up", takeBack(missed),
                        "a correction of a meeting that was taken back", correct(gone),
                        "a make-up for a meeting that was taken back",
                                record("P2K2", "2026-06-05", gone));
        List<List<String>> page = RuleTable.rows("p2k2.md", "what", "refused with");
        assertThat(answers).hasSameSizeAs(page);
        page.forEach(
                row ->
                        assertThat(answers.get(row.get(0)).extract().<String>path("code"))
                                .as(row.get(0))
                                .isEqualTo(row.get(1)));
        Api.facilitator(Village.another())
                .post("/meetings/" + missed + "/taking-back", Map.of("reason", "x"))
                .statusCode(404);
        takeBack(makeUp).statusCode(200);
        takeBack(missed).statusCode(200);
    }

    private ValidatableResponse takeBack(String meeting) {
        return Api.facilitator(village)
                .post(
                        "/meetings/" + meeting + "/taking-back",
                        Map.of("reason", "the sheet of another month"));
    }

    private ValidatableResponse correct(String meeting) {
        return Api.facilitator(village)
                .post(
                        "/meetings/" + meeting + "/corrections",
                        Map.of("reason", "misread", "attendance", List.of()));
    }

    private String recorded(String kind, String day, String makesUp) {
        return record(kind, day, makesUp).statusCode(201).extract().path("meeting_id");
    }

    private ValidatableResponse record(String kind, String day, String makesUp) {
        Map<String, Object> meeting =
                new HashMap<>(
                        Map.of(
                                "group_code",
                                group,
                                "kind",
                                kind,
                                "held_on",
                                day,
                                "attendance",
                                List.of(
                                        Map.of(
                                                "kpm_id",
                                                families.get(0).kpmId(),
                                                "mark",
                                                "PRESENT"))));
        if (makesUp != null) {
            meeting.put("makes_up_meeting_id", makesUp);
        }
        return Api.facilitator(village).post("/meetings", meeting);
    }

    @Test
    void twoPeopleTakeBackAMeetingOfAClosedMonthAndTheMonthSaysSo() {
        String meeting = recorded("GROUP_MEETING", "2026-04-15", null);
        Api.close(village, "2026-04").statusCode(201);
        assertThat(published.about(groupId, "meeting-not-held")).isEmpty();
        String proposal = propose(meeting).statusCode(201).extract().path("proposal_id");
        propose(meeting).statusCode(200).body("proposal_id", equalTo(proposal));
        other().get("/my-work")
                .body("items.findAll { it.kind == 'TAKING_BACK_WAITS' }", hasSize(1));
        first().get("/my-work")
                .body("items.findAll { it.kind == 'TAKING_BACK_WAITS' }", hasSize(0));
        Api.facilitator(village)
                .post("/meetings/" + meeting + "/taking-back-proposals", Map.of("reason", "x"))
                .statusCode(403);
        confirm(other(), meeting, proposal, 1).statusCode(200);
        confirm(other(), meeting, proposal, 1).statusCode(200);

        assertThat(published.about(groupId, "attendance-corrected")).hasSize(1);
        assertThat(published.about(groupId, "meeting-not-held")).hasSize(1);
        assertThat(
                        published
                                .about(groupId, "meeting-not-held")
                                .get(0)
                                .payload()
                                .get("reason")
                                .asText())
                .isEqualTo("NO_SHEET_RECEIVED");
        Api.coordinator(village)
                .get("/facilitator-lapses?month=2026-04")
                .body("items.findAll { it.duty == 'GROUP_MEETING' }", hasSize(1));
        recorded("GROUP_MEETING", "2026-04-15", null);
        Api.coordinator(village)
                .get("/facilitator-lapses?month=2026-04")
                .body(
                        "items.findAll { it.duty == 'GROUP_MEETING' && it.standing == true }",
                        hasSize(0));
    }

    @Test
    void aProposalThatDoesNotHoldIsRefused() {
        String open = recorded("GROUP_MEETING", "2026-06-01", null);
        String gone = recorded("P2K2", "2026-06-02", null);
        takeBack(gone).statusCode(200);
        String own = recorded("P2K2", "2026-04-14", null);
        String changed = recorded("P2K2", "2026-04-15", null);
        String ended = recorded("P2K2", "2026-04-16", null);
        Api.close(village, "2026-04").statusCode(201);
        String changedProposal = propose(changed).extract().path("proposal_id");
        Api.facilitator(village)
                .post(
                        "/meetings/" + changed + "/corrections",
                        Map.of(
                                "reason",
                                "misread",
                                "attendance",
                                List.of(Map.of("kpm_id", families.get(1).kpmId(), "mark", "SICK"))))
                .statusCode(201);
        String endedProposal = propose(ended).extract().path("proposal_id");
        for (int i = 0; i < 2; i++) {
            other().post(proposals(ended) + "/" + endedProposal + "/withdrawal")
                    .statusCode(200)
                    .body("outcome", equalTo("WITHDRAWN"));
        }
        Map<String, ValidatableResponse> answers =
                Map.of(
                        "for a meeting of an open month", propose(open),
                        "for a meeting that was taken back", propose(gone),
                        "confirmed by the person who proposed it",
                                confirm(
                                        first(),
                                        own,
                                        propose(own).extract().path("proposal_id"),
                                        1),
                        "confirmed after the list was corrected",
                                confirm(other(), changed, changedProposal, 2),
                        "confirmed after it was withdrawn",
                                confirm(other(), ended, endedProposal, 1));
        List<List<String>> page = RuleTable.rows("p2k2.md", "proposal", "refused with");
        assertThat(answers).hasSameSizeAs(page);
        page.forEach(
                row ->
                        assertThat(answers.get(row.get(0)).extract().<String>path("code"))
                                .as(row.get(0))
                                .isEqualTo(row.get(1)));
        Api.coordinator(Village.another()).get(proposals(own)).statusCode(404);
        first().get(proposals(own)).body("outcome[0]", equalTo(null)).body("$", hasSize(1));
    }

    private Caller first() {
        return Caller.named("coordinator-1", "COORDINATOR", village.district());
    }

    private Caller other() {
        return Caller.named("coordinator-2", "COORDINATOR", village.district());
    }

    private static String proposals(String meeting) {
        return "/meetings/" + meeting + "/taking-back-proposals";
    }

    private ValidatableResponse propose(String meeting) {
        return first().post(proposals(meeting), Map.of("reason", "of another group"));
    }

    private static ValidatableResponse confirm(
            Caller caller, String meeting, String proposal, int revision) {
        return caller.post(
                proposals(meeting) + "/" + proposal + "/confirmation",
                Map.of("revision", revision));
    }
}
