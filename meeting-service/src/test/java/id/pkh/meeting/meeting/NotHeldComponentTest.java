package id.pkh.meeting.meeting;

import static id.pkh.meeting.support.EventFields.monthsRunning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.localstack.OnLocalStack;
import id.pkh.meeting.GroupMeetingComponentTest;
import id.pkh.meeting.support.Api;
import id.pkh.meeting.support.Family;
import id.pkh.meeting.support.Sheet;
import id.pkh.meeting.support.Village;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@OnLocalStack("meeting")
class NotHeldComponentTest extends GroupMeetingComponentTest {

    @BeforeEach
    void aGroupOfTwo() {
        aGroupOf(2);
    }

    @ParameterizedTest
    @CsvSource({
        "FACILITATOR_ABSENT, FACILITATOR",
        "NO_SHEET_RECEIVED, FACILITATOR",
        "VENUE_UNAVAILABLE, FACILITATOR",
        "DISASTER, NOBODY",
        "PUBLIC_EMERGENCY, NOBODY"
    })
    void whoseFailureItIsFollowsFromTheReason(String reason, String attribution) {
        Api.notHeld(Api.coordinator(village), group, "2026-01", reason)
                .statusCode(201)
                .body("attribution", equalTo(attribution))
                .body("standing", equalTo(true));

        PublishedEvent said = published.about(groupId, "meeting-not-held").get(0);
        assertThat(said.text("reason")).isEqualTo(reason);
        assertThat(said.text("attribution")).isEqualTo(attribution);
        assertThat(said.text("facilitator_id")).isEqualTo(village.facilitatorId().toString());
        assertThat(said.list("kpm_ids")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "FACILITATOR_ABSENT, 201",
        "VENUE_UNAVAILABLE, 201",
        "DISASTER, 403",
        "PUBLIC_EMERGENCY, 403",
        "NO_FACILITATOR_ASSIGNED, 403"
    })
    void aFacilitatorMayNotExcuseHerself(String reason, int status) {
        Api.notHeld(Api.facilitator(village), group, "2026-01", reason).statusCode(status);
    }

    @Test
    void noRoleLetsAFacilitatorExcuseHerOwnGroup() {
        var both =
                Caller.named(
                        village.facilitatorId().toString(),
                        List.of(Roles.FACILITATOR, Roles.COORDINATOR),
                        village.district());
        Api.notHeld(both, group, "2026-01", "DISASTER")
                .statusCode(403)
                .body("code", equalTo("EXCUSE_NEEDS_COORDINATOR"));
        var byStaffCode =
                Caller.named(
                                "PSD-" + village.facilitatorId().toString().substring(28),
                                List.of(Roles.COORDINATOR),
                                village.district())
                        .in("id");
        Api.notHeld(byStaffCode, group, "2026-01", "DISASTER")
                .statusCode(403)
                .body("detail", containsString("koordinator"));
        assertThat(published.about(groupId, "meeting-not-held")).isEmpty();
    }

    @Test
    void theSameReportAgainSaysNothingAndAnotherReasonDoes() {
        Api.notHeld(Api.facilitator(village), group, "2026-01", "FACILITATOR_ABSENT")
                .statusCode(201);
        Api.notHeld(Api.facilitator(village), group, "2026-01", "FACILITATOR_ABSENT")
                .statusCode(200);
        Api.notHeld(Api.coordinator(village), group, "2026-01", "DISASTER").statusCode(201);

        assertThat(published.about(groupId, "meeting-not-held"))
                .extracting(said -> said.text("reason"))
                .containsExactly("FACILITATOR_ABSENT", "DISASTER");
        JsonPath list = Api.facilitator(village).read("/not-held?month=2026-01");
        assertThat(list.getList("items.reason")).containsExactly("FACILITATOR_ABSENT", "DISASTER");
        assertThat(list.getList("items.standing")).containsExactly(false, true);
        assertThat(
                        Api.facilitator(village)
                                .read("/not-held?month=2026-01&standing=true")
                                .getList("items"))
                .hasSize(1);
    }

    @Test
    void whatWasReportedStandsWhenTheMonthIsClosed() {
        Api.notHeld(Api.coordinator(village), group, "2026-01", "DISASTER").statusCode(201);

        Api.close(village, "2026-01").statusCode(201).body("meetings_not_held", equalTo(1));

        assertThat(published.about(groupId, "meeting-not-held")).hasSize(1);
        assertThat(published.about(groupId, "meeting-month-closed")).hasSize(1);
        assertThat(published.about(village.facilitatorId())).isEmpty();
    }

    @Test
    void aReportBeforeTheMonthsEndIsSaidAgainOfTheFamiliesAtItsEnd() {
        clock.setTo("2026-05-10");
        Api.notHeld(Api.facilitator(village), group, "2026-05", "FACILITATOR_ABSENT")
                .statusCode(201);
        Family newcomer = Family.another();
        registry.state(newcomer, 1, village, group, "2026-05-20", "ACTIVE");
        registry.await();
        clock.setTo("2026-06-10");

        Api.close(village, "2026-05").statusCode(201);

        List<PublishedEvent> said = published.about(groupId, "meeting-not-held");
        assertThat(said).hasSize(2);
        assertThat(said.get(0).list("kpm_ids")).hasSize(2);
        assertThat(said.get(1).list("kpm_ids")).hasSize(3).contains(newcomer.kpmId().toString());
        assertThat(said.get(1).text("reason")).isEqualTo("FACILITATOR_ABSENT");
    }

    @Test
    void anExcuseAfterTheClosingTakesTheLapseBack() {
        Api.close(village, "2026-01").statusCode(201);

        Api.notHeld(Api.coordinator(village), group, "2026-01", "DISASTER").statusCode(201);

        assertThat(published.about(groupId, "meeting-not-held"))
                .extracting(said -> said.text("reason") + " " + said.text("attribution"))
                .containsExactly("NO_SHEET_RECEIVED FACILITATOR", "DISASTER NOBODY");
        assertThat(published.about(village.facilitatorId()))
                .extracting(said -> said.name() + " " + said.text("duty"))
                .containsExactly(
                        "facilitator-lapse-recorded GROUP_MEETING",
                        "facilitator-lapse-recorded P2K2",
                        "facilitator-lapse-withdrawn GROUP_MEETING",
                        "facilitator-lapse-withdrawn P2K2");
        assertThat(published.about(village.facilitatorId()).get(2).text("reason"))
                .isEqualTo("REASON_CORRECTED");
    }

    @Test
    void anExcuseThatIsTakenBackMakesTheLapseStandAgain() {
        Api.close(village, "2026-01").statusCode(201);
        Api.close(village, "2026-02").statusCode(201);
        Api.notHeld(Api.coordinator(village), group, "2026-02", "DISASTER").statusCode(201);

        Api.notHeld(Api.coordinator(village), group, "2026-02", "FACILITATOR_ABSENT")
                .statusCode(201);

        assertThat(published.about(village.facilitatorId()))
                .filteredOn(said -> said.text("duty").equals("GROUP_MEETING"))
                .extracting(
                        said ->
                                said.name().substring("facilitator-lapse-".length())
                                        + " "
                                        + said.text("month")
                                        + " "
                                        + monthsRunning(said))
                .containsExactly(
                        "recorded 2026-01 [1]",
                        "recorded 2026-02 [2]",
                        "escalated 2026-02 [2]",
                        "withdrawn 2026-02 []",
                        "recorded 2026-02 [2]",
                        "escalated 2026-02 [2]");
        JsonPath told = Api.coordinator(village).read("/facilitator-escalations?month=2026-02");
        assertThat(told.getList("items.standing")).containsExactly(true, true);
    }

    @Test
    void anExemptMonthInBetweenStartsTheCountAgain() {
        Api.notHeld(Api.coordinator(village), group, "2026-02", "DISASTER").statusCode(201);
        for (int month = 1; month <= 3; month++) {
            Api.close(village, "2026-%02d".formatted(month)).statusCode(201);
        }

        assertThat(published.about(village.facilitatorId(), "facilitator-lapse-escalated"))
                .isEmpty();
        assertThat(published.about(village.facilitatorId(), "facilitator-lapse-recorded"))
                .extracting(said -> said.text("month") + monthsRunning(said))
                .containsExactlyInAnyOrder("2026-01[1]", "2026-01[1]", "2026-03[1]", "2026-03[1]");
    }

    @Test
    void whatCannotBeIsRefused() {
        Api.notHeld(Api.coordinator(village), group, "2026-07", "DISASTER")
                .statusCode(422)
                .body("code", equalTo("NOT_HELD_MONTH_IN_FUTURE"));
        Api.notHeld(Api.coordinator(village), group, "2024-12", "DISASTER")
                .statusCode(422)
                .body("code", equalTo("MEETING_BEFORE_GROUP_FORMED"));
        Api.notHeld(Api.coordinator(village), group, "2026-01", "RAIN")
                .statusCode(422)
                .body("code", equalTo("NOT_HELD_REASON_UNKNOWN"))
                .body("detail", containsString("VENUE_UNAVAILABLE"));
        Api.notHeld(Api.coordinator(village), group, "2026-01", "NO_FACILITATOR_ASSIGNED")
                .statusCode(409)
                .body("code", equalTo("FACILITATOR_IS_ASSIGNED"));
        Api.notHeld(Api.coordinator(Village.another()), group, "2026-01", "DISASTER")
                .statusCode(404)
                .body("code", equalTo("GROUP_UNKNOWN"));
        Api.notHeld(Caller.as(Roles.AUDITOR, "*"), group, "2026-01", "DISASTER").statusCode(403);
        Api.sheet(
                        village,
                        "group-meeting",
                        Sheet.groupMeeting(group, "JANUARI 2026", "15/01/2026")
                                .all(families, "HADIR")
                                .csv())
                .statusCode(201);
        Api.notHeld(Api.coordinator(village), group, "2026-01", "DISASTER")
                .statusCode(409)
                .body("code", equalTo("MEETING_WAS_HELD"));
        assertThat(published.about(groupId, "meeting-not-held")).isEmpty();
    }

    @Test
    void theReasonsAreShownWithWhatTheyRestOn() {
        JsonPath reasons = Api.facilitator(village).read("/not-held/reasons?month=2026-01");

        assertThat(reasons.getList("code"))
                .contains("FACILITATOR_ABSENT", "NO_SHEET_RECEIVED", "DISASTER")
                .hasSize(6);
        assertThat(reasons.getList("legal_basis")).doesNotContainNull();
    }
}
