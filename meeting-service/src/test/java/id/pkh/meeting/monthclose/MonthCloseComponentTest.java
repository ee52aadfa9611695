package id.pkh.meeting.monthclose;

import static id.pkh.meeting.support.EventFields.monthsRunning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.localstack.OnLocalStack;
import id.pkh.meeting.MeetingComponentTest;
import id.pkh.meeting.support.Api;
import id.pkh.meeting.support.Family;
import id.pkh.meeting.support.Sheet;
import id.pkh.meeting.support.Village;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Chunks have three groups and one facilitator here, see the test's application.properties. */
@QuarkusTest
@OnLocalStack("meeting")
class MonthCloseComponentTest extends MeetingComponentTest {

    private static final Duration WITHIN_A_MINUTE = Duration.ofSeconds(60);

    @Inject Database database;

    @BeforeEach
    void aVillageWithAFacilitator() {
        registry.assign(village, "2025-01-01", null);
    }

    @Test
    void aMonthIsClosedForEveryGroupAndTheMissingMeetingIsTold() {
        List<Family> met = registry.families(village, village.group(1), 2);
        List<Family> unmet = registry.families(village, village.group(2), 2);
        UUID first = Api.formGroup(village, village.group(1));
        UUID second = Api.formGroup(village, village.group(2));
        hold(village.group(1), met, 1);
        session(village.group(1), met, 1);

        Api.close(village, "2026-01")
                .statusCode(201)
                .body("status", equalTo("DONE"))
                .body("outcome", nullValue())
                .body("groups_total", equalTo(2))
                .body("groups_closed", equalTo(2))
                .body("meetings_held", equalTo(1))
                .body("meetings_not_held", equalTo(1))
                .body("p2k2_held", equalTo(1));

        PublishedEvent closed = published.about(first, "meeting-month-closed").get(0);
        assertThat(closed.payload().get("meeting_held").asBoolean()).isTrue();
        assertThat(closed.payload().get("p2k2_held").asBoolean()).isTrue();
        assertThat(published.about(first, "meeting-not-held")).isEmpty();
        PublishedEvent notHeld = published.about(second, "meeting-not-held").get(0);
        assertThat(notHeld.text("reason")).isEqualTo("NO_SHEET_RECEIVED");
        assertThat(notHeld.text("attribution")).isEqualTo("FACILITATOR");
        assertThat(notHeld.text("facilitator_id")).isEqualTo(village.facilitatorId().toString());
        assertThat(notHeld.text("occurred_on")).isEqualTo("2026-01-31");
        assertThat(notHeld.list("kpm_ids"))
                .containsExactlyInAnyOrder(
                        unmet.get(0).kpmId().toString(), unmet.get(1).kpmId().toString());
        assertThat(published.about(second, "meeting-month-closed")).hasSize(1);
        assertSequencesRise(first, second, village.facilitatorId());
    }

    @Test
    void closingAgainAnswersTheSameAndSaysNothing() {
        UUID group = groupWithFamilies(1);
        String id = Api.close(village, "2026-01").statusCode(201).extract().path("closing_id");
        int said = published.about(group).size();
        int duty = published.about(village.facilitatorId()).size();

        Api.close(village, "2026-01")
                .statusCode(200)
                .body("closing_id", equalTo(id))
                .body("outcome", equalTo("MONTH_ALREADY_CLOSED"))
                .body("groups_closed", equalTo(1));

        assertThat(published.about(group)).hasSize(said);
        assertThat(published.about(village.facilitatorId())).hasSize(duty);
    }

    @Test
    void aMonthIsClosedOnlyWhenItIsOverInJakarta() {
        groupWithFamilies(1);
        clock.setTo(Instant.parse("2026-01-31T16:59:59Z"));
        Api.close(village, "2026-01").statusCode(409).body("code", equalTo("MONTH_NOT_OVER"));
        Api.close(village, "2026-02").statusCode(409).body("code", equalTo("MONTH_NOT_OVER"));

        clock.setTo(Instant.parse("2026-01-31T17:00:00Z"));
        Api.close(village, "2026-01").statusCode(201);
    }

    @Test
    void onlyThoseWhoMayCloseAMonthAndOnlyInTheirArea() {
        groupWithFamilies(1);
        Map<String, String> request = Map.of("month", "2026-01", "area_code", village.district());

        Api.facilitator(village).post("/month-closings", request).statusCode(403);
        Api.coordinator(Village.another())
                .post("/month-closings", request)
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
        Api.close(village, "2026-01", village.district().substring(0, 5)).statusCode(404);
        Api.close(village, "2026-01", "*").statusCode(404);
        Api.close(village, "2026-01", "elsewhere")
                .statusCode(422)
                .body("code", equalTo("AREA_CODE_INVALID"));
        Api.close(village, "January", village.district())
                .statusCode(400)
                .body("code", equalTo("MONTH_INVALID"));
        Api.close(village, "2026-01", village.district() + ".1999")
                .statusCode(422)
                .body("code", equalTo("AREA_WITHOUT_GROUPS"));
    }

    @Test
    void aGroupThatWasNotFormedOrHadNobodyIsLeftOut() {
        UUID empty = Api.formGroup(village, village.group(1));
        UUID owed = groupWithFamilies(2);
        registry.families(village, village.group(3), 1);
        Api.facilitator(village)
                .post(
                        "/groups",
                        Map.of(
                                "group_code", village.group(3),
                                "name", "Kenanga",
                                "formed_on", "2026-02-01"))
                .statusCode(201);

        Api.close(village, "2026-01").statusCode(201).body("groups_closed", equalTo(1));

        assertThat(published.about(empty, "meeting-month-closed")).isEmpty();
        assertThat(published.about(owed, "meeting-month-closed")).hasSize(1);
        Api.close(village, "2026-02").statusCode(201).body("groups_closed", equalTo(2));
    }

    @Test
    void theFamiliesAreThoseOfTheMonthsLastDayThatAreOwedAMeeting() {
        List<Family> families = registry.families(village, village.group(1), 3);
        Family candidate = Family.another();
        Family later = Family.another();
        registry.state(candidate, 1, village, village.group(1), "2025-01-01", "CANDIDATE");
        registry.state(later, 1, village, village.group(1), "2026-02-01", "ACTIVE");
        registry.state(families.get(1), 2, village, village.group(1), "2026-01-10", "SUSPENDED");
        registry.state(families.get(2), 2, village, null, "2026-01-31", "ACTIVE");
        registry.await();
        UUID group = Api.formGroup(village, village.group(1));

        Api.close(village, "2026-01").statusCode(201);

        assertThat(published.about(group, "meeting-not-held").get(0).list("kpm_ids"))
                .containsExactlyInAnyOrder(
                        families.get(0).kpmId().toString(), families.get(1).kpmId().toString());
    }

    @Test
    void withoutAFacilitatorNobodyIsToBlame() {
        Village orphaned = Village.another();
        registry.families(orphaned, orphaned.group(1), 1);
        UUID group = Api.formGroup(orphaned, orphaned.group(1));

        Api.close(orphaned, "2026-01").statusCode(201);

        PublishedEvent notHeld = published.about(group, "meeting-not-held").get(0);
        assertThat(notHeld.text("reason")).isEqualTo("NO_FACILITATOR_ASSIGNED");
        assertThat(notHeld.text("attribution")).isEqualTo("NOBODY");
        assertThat(notHeld.payload().get("facilitator_id").isNull()).isTrue();
    }

    @Test
    void nobodyIsToBlameForAVillageWhoseFacilitatorIsGone() {
        Village left = Village.another();
        registry.assign(left, "2025-01-01", "2026-01-20");
        nobodyIsBlamedIn(left);
    }

    @Test
    void whoComesIntoAVillageThatHadNobodyIsNotToBlameForThatMonth() {
        Village left = Village.another();
        registry.assign(left, "2025-01-01", "2026-01-05");
        registry.assign(left, "2026-01-20", null);
        nobodyIsBlamedIn(left);
        Api.close(left, "2026-02").statusCode(201);
        assertThat(published.about(left.facilitatorId()))
                .extracting(PublishedEvent::name)
                .containsExactly("facilitator-lapse-recorded", "facilitator-lapse-recorded");
    }

    @Test
    void anAssignmentThatWasTakenBackIsOnNoDay() {
        Village left = Village.another();
        UUID assignment = UUID.randomUUID();
        registry.assign(assignment, 1, left, "FACILITATOR", "2026-01-01", null);
        registry.assign(assignment, 2, left, "FACILITATOR", "2026-01-01", "2025-12-31");
        registry.await();
        nobodyIsBlamedIn(left);
    }

    private void nobodyIsBlamedIn(Village left) {
        registry.families(left, left.group(1), 1);
        UUID group = Api.formGroup(left, left.group(1));

        Api.close(left, "2026-01").statusCode(201);

        PublishedEvent notHeld = published.about(group, "meeting-not-held").get(0);
        assertThat(notHeld.text("reason")).isEqualTo("NO_FACILITATOR_ASSIGNED");
        assertThat(notHeld.text("attribution")).isEqualTo("NOBODY");
        assertThat(published.about(left.facilitatorId())).isEmpty();
    }

    @Test
    void aLapseIsRecordedOnceAFacilitatorMonthAndDuty() {
        List<UUID> groups = new ArrayList<>();
        for (int number = 1; number <= 7; number++) {
            groups.add(groupWithFamilies(number));
        }

        Api.close(village, "2026-01").statusCode(201).body("groups_closed", equalTo(7));

        List<PublishedEvent> said = published.about(village.facilitatorId());
        assertThat(said)
                .extracting(PublishedEvent::name)
                .containsExactly("facilitator-lapse-recorded", "facilitator-lapse-recorded");
        assertThat(said)
                .extracting(each -> each.text("duty"))
                .containsExactly("GROUP_MEETING", "P2K2");
        assertThat(said.get(0).payload().get("groups")).hasSize(7);
        assertThat(monthsRunning(said.get(0))).containsOnly(1);
        assertThat(said).extracting(PublishedEvent::sequence).containsExactly(1L, 2L);
    }

    @Test
    void aLapseThatGoesOnIsToldHigherAndHigher() {
        groupWithFamilies(1);

        closeMonths(1, 4);

        assertThat(duty("GROUP_MEETING"))
                .containsExactly(
                        "recorded 2026-01 [1]",
                        "recorded 2026-02 [2]",
                        "escalated 2026-02 COORDINATOR [2]",
                        "recorded 2026-03 [3]",
                        "escalated 2026-03 REGENCY_COORDINATOR [3]",
                        "recorded 2026-04 [4]",
                        "escalated 2026-04 REGENCY_COORDINATOR [4]");
        JsonPath escalations =
                Api.coordinator(village).read("/facilitator-escalations?month=2026-03");
        assertThat(escalations.getList("items.level"))
                .containsExactly("REGENCY_COORDINATOR", "REGENCY_COORDINATOR");
        assertThat(escalations.getList("items.duty"))
                .containsExactlyInAnyOrder("GROUP_MEETING", "P2K2");
        assertThat(escalations.getInt("items[0].groups[0].months_running")).isEqualTo(3);
    }

    @Test
    void groupsOfOneFacilitatorAreToldByTheirLevel() {
        List<Family> second = registry.families(village, village.group(2), 1);
        UUID always = groupWithFamilies(1);
        UUID once = Api.formGroup(village, village.group(2));
        hold(village.group(2), second, 1);

        closeMonths(1, 2);

        PublishedEvent recorded = last("facilitator-lapse-recorded", "GROUP_MEETING");
        assertThat(recorded.payload().get("groups")).hasSize(2);
        PublishedEvent escalated = last("facilitator-lapse-escalated", "GROUP_MEETING");
        assertThat(escalated.text("level")).isEqualTo("COORDINATOR");
        assertThat(escalated.payload().get("groups")).hasSize(1);
        assertThat(escalated.payload().get("groups").get(0).get("group_id").asText())
                .isEqualTo(always.toString())
                .isNotEqualTo(once.toString());
    }

    @Test
    void aHandOverStartsTheCountAgain() {
        UUID assignment = UUID.randomUUID();
        Village handedOver = Village.another();
        registry.assign(assignment, 1, handedOver, "FACILITATOR", "2025-01-01", null);
        Village successor = handedOver.under(UuidCreator.getTimeOrderedEpoch());
        registry.assign(assignment, 2, handedOver, "FACILITATOR", "2025-01-01", "2026-03-14");
        registry.assign(UUID.randomUUID(), 1, successor, "FACILITATOR", "2026-03-01", null);
        registry.assign(UUID.randomUUID(), 1, successor, "COORDINATOR", "2026-03-05", null);
        registry.families(handedOver, handedOver.group(1), 1);
        Api.formGroup(handedOver, handedOver.group(1));

        for (int month = 1; month <= 4; month++) {
            Api.close(handedOver, "2026-%02d".formatted(month)).statusCode(201);
        }

        assertThat(duty(handedOver.facilitatorId(), "GROUP_MEETING"))
                .containsExactly(
                        "recorded 2026-01 [1]",
                        "recorded 2026-02 [2]",
                        "escalated 2026-02 COORDINATOR [2]");
        assertThat(duty(successor.facilitatorId(), "GROUP_MEETING"))
                .containsExactly(
                        "recorded 2026-03 [1]",
                        "recorded 2026-04 [2]",
                        "escalated 2026-04 COORDINATOR [2]");
    }

    @Test
    void aLateSheetTakesTheLapseBackAndTheCountsAfterIt() {
        List<Family> families = registry.families(village, village.group(1), 2);
        UUID group = Api.formGroup(village, village.group(1));
        groupWithFamilies(2);
        closeMonths(1, 3);
        long before = published.about(group).size();

        hold(village.group(1), families, 2);

        List<PublishedEvent> said = published.about(group);
        assertThat(said).hasSize((int) before + 1);
        assertThat(said.get(said.size() - 1).name()).isEqualTo("meeting-held");
        assertThat(duty("GROUP_MEETING"))
                .endsWith("withdrawn 2026-02 LATE_SHEET [2]", "recorded 2026-03 [1, 3]");
        JsonPath notHeld =
                Api.facilitator(village).read("/not-held?month=2026-02&group=" + village.group(1));
        assertThat(notHeld.getList("items.standing")).containsExactly(false);
        assertThat(notHeld.getList("items.superseded_by_kind")).containsExactly("MEETING");
        JsonPath lapses = Api.facilitator(village).read("/facilitator-lapses?month=2026-02");
        assertThat(lapses.getList("items.find { it.duty == 'GROUP_MEETING' }.groups")).hasSize(1);
    }

    @Test
    void anEscalationThatNoLongerFollowsIsMarkedWithdrawn() {
        List<Family> families = registry.families(village, village.group(1), 2);
        Api.formGroup(village, village.group(1));
        closeMonths(1, 3);

        hold(village.group(1), families, 2);

        assertThat(duty("GROUP_MEETING"))
                .endsWith("withdrawn 2026-02 LATE_SHEET []", "recorded 2026-03 [1]");
        assertThat(escalations("2026-02")).containsExactly("COORDINATOR false LATE_SHEET");
        assertThat(escalations("2026-03")).containsExactly("REGENCY_COORDINATOR false LATE_SHEET");
        JsonPath lapses = Api.facilitator(village).read("/facilitator-lapses?month=2026-02");
        assertThat(lapses.getBoolean("items.find { it.duty == 'GROUP_MEETING' }.standing"))
                .isFalse();
        assertThat(lapses.getList("items.facilitator_code", String.class))
                .isNotEmpty()
                .containsOnly(village.facilitatorCode());
    }

    @Test
    void aLateSessionTakesBackTheLapseOfSessionsAlone() {
        List<Family> families = registry.families(village, village.group(1), 2);
        Api.formGroup(village, village.group(1));
        closeMonths(1, 1);

        session(village.group(1), families, 1);

        assertThat(duty("P2K2"))
                .containsExactly("recorded 2026-01 [1]", "withdrawn 2026-01 LATE_SHEET []");
        assertThat(duty("GROUP_MEETING")).containsExactly("recorded 2026-01 [1]");
    }

    @Test
    void monthsClosedOutOfOrderGiveTheSameCounts() {
        groupWithFamilies(1);

        Api.close(village, "2026-02").statusCode(201);
        Api.close(village, "2026-01").statusCode(201);

        assertThat(duty("GROUP_MEETING"))
                .containsExactly(
                        "recorded 2026-02 [1]",
                        "recorded 2026-01 [1]",
                        "recorded 2026-02 [2]",
                        "escalated 2026-02 COORDINATOR [2]");
    }

    @Test
    void aFacilitatorOfTwoVillagesIsNeitherLostNorDoubledByTwoClosings() {
        Village neighbour = village.neighbour(1).under(village.facilitatorId());
        registry.assign(neighbour, "2025-01-01", null);
        UUID here = groupWithFamilies(1);
        registry.families(neighbour, neighbour.group(1), 1);
        UUID there = Api.formGroup(neighbour, neighbour.group(1));

        Api.close(village, "2026-01", village.code()).statusCode(201);
        Api.close(village, "2026-01", neighbour.code()).statusCode(201);
        Api.close(village, "2026-01", village.district())
                .statusCode(201)
                .body("groups_closed", equalTo(0));

        assertThat(duty("GROUP_MEETING"))
                .containsExactly("recorded 2026-01 [1]", "recorded 2026-01 [1, 1]");
        assertThat(published.about(here, "meeting-month-closed")).hasSize(1);
        assertThat(published.about(there, "meeting-month-closed")).hasSize(1);
        assertThat(
                        Api.facilitator(neighbour)
                                .read("/facilitator-lapses?month=2026-01")
                                .getList("items[0].groups.group_code"))
                .containsExactly(neighbour.group(1));
    }

    @Test
    void aGroupThatIsFormedAfterwardsIsTakenInWhenTheMonthIsClosedAgain() {
        groupWithFamilies(1);
        Api.close(village, "2026-01").statusCode(201);
        UUID late = groupWithFamilies(2);

        Api.close(village, "2026-01")
                .statusCode(201)
                .body("groups_total", equalTo(2))
                .body("groups_closed", equalTo(2));

        assertThat(published.about(late, "meeting-month-closed")).hasSize(1);
        assertThat(duty("GROUP_MEETING"))
                .containsExactly("recorded 2026-01 [1]", "recorded 2026-01 [1, 1]");
    }

    @Test
    void aClosingThatBreaksGoesOnWhereItStopped() {
        List<UUID> groups = new ArrayList<>();
        for (int number = 1; number <= 8; number++) {
            groups.add(groupWithFamilies(number));
        }
        String closing;
        breakAfterGroups(3, "PERFORM pg_terminate_backend(pg_backend_pid())");
        try {
            closing = Api.close(village, "2026-01").statusCode(202).extract().path("closing_id");
            closing(closing)
                    .body("status", equalTo("RUNNING"))
                    .body("groups_total", equalTo(8))
                    .body("groups_closed", equalTo(3));
            assertThat(published.about(village.facilitatorId())).isEmpty();
            leaveToADeadInstance(closing);
        } finally {
            mend();
        }

        await().atMost(WITHIN_A_MINUTE)
                .untilAsserted(() -> closing(closing).body("status", equalTo("DONE")));
        closing(closing)
                .body("groups_closed", equalTo(8))
                .body("meetings_not_held", equalTo(8))
                .body("facilitators_reviewed", equalTo(1));
        Api.close(village, "2026-01").statusCode(200).body("closing_id", equalTo(closing));

        for (UUID group : groups) {
            assertThat(published.about(group, "meeting-not-held")).hasSize(1);
            assertThat(published.about(group, "meeting-month-closed")).hasSize(1);
        }
        assertThat(duty("GROUP_MEETING"))
                .containsExactly("recorded 2026-01 [1, 1, 1, 1, 1, 1, 1, 1]");
        assertSequencesRise(groups.toArray(UUID[]::new));
    }

    @Test
    void aBrokenStepIsShownWithTheClosing() {
        groupWithFamilies(1);
        String closing;
        breakAfterGroups(0, "RAISE EXCEPTION 'planted'");
        try {
            closing =
                    Api.close(village, "2026-01")
                            .statusCode(202)
                            .header("Location", startsWith("/api/v1/month-closings/"))
                            .header("Retry-After", "5")
                            .body("status", equalTo("INTERRUPTED"))
                            .extract()
                            .path("closing_id");
        } finally {
            mend();
        }

        closing(closing)
                .body("status", equalTo("INTERRUPTED"))
                .body("interruption", startsWith("DatabaseFailure"))
                .body("interruption", not(containsString("planted")));
        Api.close(village, "2026-01")
                .statusCode(201)
                .body("closing_id", equalTo(closing))
                .body("status", equalTo("DONE"))
                .body("groups_closed", equalTo(1))
                .body("interruption", nullValue());
    }

    @Test
    void aClosingThatAnOperatorStoppedIsNotResumedByAnotherRequest() {
        groupWithFamilies(1);
        String closing;
        breakAfterGroups(0, "RAISE EXCEPTION 'planted'");
        try {
            closing = Api.close(village, "2026-01").statusCode(202).extract().path("closing_id");
        } finally {
            mend();
        }
        String job =
                database.query(
                        "SELECT job_id FROM job WHERE parameters = :closing",
                        q -> q.bind("closing", closing).mapTo(String.class).one());
        Caller.as(Roles.OPERATIONS, "*").post("/operations/jobs/" + job + "/stop").statusCode(200);

        closing(closing).body("status", equalTo("STOPPED"));
        Api.close(village, "2026-01")
                .statusCode(409)
                .body("code", equalTo("CLOSING_STOPPED"))
                .body("closing_id", equalTo(closing));
        Caller.as(Roles.OPERATIONS, "*")
                .post("/operations/jobs/" + job + "/resume")
                .statusCode(200);
        await().atMost(WITHIN_A_MINUTE)
                .untilAsserted(() -> closing(closing).body("status", equalTo("DONE")));
    }

    @Test
    void closingsAreListedInTheCallersAreas() {
        groupWithFamilies(1);
        closeMonths(1, 2);

        JsonPath closings = Api.coordinator(village).read("/month-closings?month=2026-02");
        assertThat(closings.getList("items.area_code")).containsExactly(village.district());
        assertThat(Api.coordinator(Village.another()).read("/month-closings").getList("items"))
                .isEmpty();
        Caller.as(Roles.BANK, "*").get("/month-closings").statusCode(403);
        Caller.as(Roles.BANK, "*").get("/facilitator-lapses").statusCode(403);
        assertThat(
                        Api.facilitator(Village.another())
                                .read("/facilitator-escalations")
                                .getList("items"))
                .isEmpty();
    }

    private ValidatableResponse closing(String id) {
        return Api.coordinator(village).get("/month-closings/" + id).statusCode(200);
    }

    /** From now on something happens when a closing has so many groups and closes one more. */
    private void breakAfterGroups(int groups, String happens) {
        change(
                "CREATE OR REPLACE FUNCTION planted() RETURNS trigger LANGUAGE plpgsql AS $planted$ BEGIN"
                        + " IF (SELECT count(*) FROM group_month WHERE closing_id = NEW.closing_id) >= %d"
                                .formatted(groups)
                        + " THEN %s; END IF; RETURN NEW; END $planted$".formatted(happens));
        change(
                "CREATE TRIGGER planted BEFORE INSERT ON group_month FOR EACH ROW EXECUTE FUNCTION planted()");
    }

    private void mend() {
        change("DROP TRIGGER planted ON group_month");
    }

    /** Its lease runs out in a second. */
    private void leaveToADeadInstance(String closing) {
        change(
                "UPDATE job SET status = 'RUNNING', owner = 'dead', not_before = '-infinity',"
                        + " leased_until = clock_timestamp() + interval '1 second' WHERE parameters = '%s'"
                                .formatted(closing));
    }

    private void change(String sql) {
        database.withConnection(
                connection -> {
                    try (Statement statement = connection.createStatement()) {
                        return statement.execute(sql);
                    }
                });
    }

    private UUID groupWithFamilies(int number) {
        registry.families(village, village.group(number), 1);
        return Api.formGroup(village, village.group(number));
    }

    private void closeMonths(int from, int to) {
        for (int month = from; month <= to; month++) {
            Api.close(village, "2026-%02d".formatted(month)).statusCode(201);
        }
    }

    private void hold(String group, List<Family> families, int month) {
        Api.sheet(
                        village,
                        "group-meeting",
                        Sheet.groupMeeting(
                                        group,
                                        "2026-%02d".formatted(month),
                                        "15/%02d/2026".formatted(month))
                                .all(families, "HADIR")
                                .csv())
                .statusCode(201);
    }

    private void session(String group, List<Family> families, int month) {
        Api.sheet(
                        village,
                        "p2k2",
                        Sheet.p2k2(
                                        group,
                                        "2026-%02d".formatted(month),
                                        "20/%02d/2026".formatted(month))
                                .all(families, "HADIR")
                                .csv())
                .statusCode(201);
    }

    private List<String> duty(String duty) {
        return duty(village.facilitatorId(), duty);
    }

    private List<String> duty(UUID facilitator, String duty) {
        return published.about(facilitator).stream()
                .filter(said -> said.text("duty").equals(duty))
                .map(MonthCloseComponentTest::line)
                .toList();
    }

    private static String line(PublishedEvent said) {
        String what = said.name().substring("facilitator-lapse-".length());
        String more =
                switch (what) {
                    case "escalated" -> said.text("level") + " ";
                    case "withdrawn" -> said.text("reason") + " ";
                    default -> "";
                };
        List<Integer> running = monthsRunning(said).stream().sorted().toList();
        return "%s %s %s%s".formatted(what, said.text("month"), more, running);
    }

    private PublishedEvent last(String name, String duty) {
        List<PublishedEvent> said =
                published.about(village.facilitatorId(), name).stream()
                        .filter(each -> each.text("duty").equals(duty))
                        .toList();
        return said.get(said.size() - 1);
    }

    private List<String> escalations(String month) {
        JsonPath page = Api.coordinator(village).read("/facilitator-escalations?month=" + month);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < page.getList("items").size(); i++) {
            String item = "items[" + i + "].";
            if (page.getString(item + "duty").equals("GROUP_MEETING")) {
                lines.add(
                        page.getString(item + "level")
                                + " "
                                + page.getBoolean(item + "standing")
                                + " "
                                + page.getString(item + "withdrawal_reason"));
            }
        }
        return lines;
    }

    private void assertSequencesRise(UUID... keys) {
        for (UUID key : keys) {
            List<Long> sequences =
                    published.about(key).stream().map(PublishedEvent::sequence).toList();
            for (int i = 0; i < sequences.size(); i++) {
                assertThat(sequences.get(i)).isEqualTo(i + 1L);
            }
        }
    }
}
