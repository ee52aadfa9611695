package id.pkh.meeting.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.contracts.disbursement.VillageCredited;
import id.pkh.contracts.registry.FamilyMember;
import id.pkh.contracts.registry.KpmState;
import id.pkh.contracts.verification.AttendingVillage;
import id.pkh.contracts.verification.HealthFormReceived;
import id.pkh.localstack.OnLocalStack;
import id.pkh.meeting.support.Api;
import id.pkh.meeting.support.Family;
import id.pkh.meeting.support.Village;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is planned ahead, moved, cancelled and done. */
@QuarkusTest
@OnLocalStack("meeting")
class PlanComponentTest extends PlannedComponentTest {

    private static final Instant RECORDED = Instant.parse("2026-01-16T03:00:00Z");

    @Inject PlanGauge gauge;

    private UUID other;

    @BeforeEach
    void twoGroups() {
        aGroupOf(2);
        registry.families(village, village.group(2), 1);
        other = Api.formGroup(village, village.group(2));
    }

    @Test
    void whatIsMissingIsPlannedOnceAndNothingOnTopOfItself() {
        withMembers(families.get(0), "10700123", "EARLY_CHILD");
        planOn("2026-07-01");
        JsonPath plan = Api.facilitator(village).read(range());
        List<String> kinds = plan.getList("items.kind");
        assertThat(kinds).hasSize(4 + 4 + 2 + 1 + 1);
        assertThat(kinds.stream().filter("SCHOOL_VISIT"::equals)).hasSize(1);
        assertThat(plan.getList("items.collect { it.planned_for + it.starts_at }", String.class))
                .satisfies(hours -> assertThat(new HashSet<>(hours)).hasSameSizeAs(hours));
        assertThat(
                        plan.getList(
                                "items.findAll { it.kind == 'GROUP_MEETING' }.collect { it.planned_for + ' ' + it.starts_at }"))
                .isEqualTo(
                        List.of(
                                "2026-07-14 09:00",
                                "2026-07-14 11:00",
                                "2026-08-11 09:00",
                                "2026-08-11 11:00"));
        assertThat(
                        plan.getList(
                                "items.findAll { it.group_code == '"
                                        + group
                                        + "' && it.kind == 'P2K2' }.session_code"))
                .isEqualTo(List.of("PARENTING-1", "PARENTING-2"));
        assertThat(plan.getString("items.find { it.kind == 'SCHOOL_VISIT' }.school_id"))
                .isEqualTo("10700123");

        planOn("2026-07-02");
        assertThat(Api.facilitator(village).read(range()).getList("items.plan_item_id"))
                .isEqualTo(plan.getList("items.plan_item_id"));
        assertThat(published.about(groupId, "meeting-planned")).isEmpty();
    }

    @Test
    void aMeetingIsDoneWhenItIsRecordedAndAMissedOneIsShown() {
        planOn("2026-07-01");
        clock.setTo("2026-07-14");
        Api.facilitator(village)
                .get("/my-work")
                .body("items.findAll { it.kind == 'PLANNED' }.due_on", hasItem("2026-07-14"));
        held("GROUP_MEETING", "2026-07-14");
        state("GROUP_MEETING", group, "DONE");
        clock.setTo("2026-07-21");
        state("P2K2", group, "MISSED");
        state("GROUP_MEETING", village.group(2), "MISSED");
        refused(
                change(idOf("GROUP_MEETING", group), 1, "2026-07-30", "09:00"),
                409,
                "PLAN_ITEM_DONE");
        refused(change(idOf("P2K2", group), 1, "2026-07-30", "09:00"), 409, "PLAN_ITEM_PAST");
        Api.facilitator(village)
                .get("/my-work")
                .body(
                        "items.findAll { it.kind == 'PLANNED' }.subject_ids.flatten()",
                        not(hasItem(idOf("GROUP_MEETING", group))));
    }

    @Test
    void groupsAreInvitedRemindedAndToldOfChanges() {
        planOn("2026-07-01");
        String meeting = idOf("GROUP_MEETING", group);
        change(meeting, 1, "2026-07-16", "10:00").statusCode(201).body("item.version", equalTo(2));
        assertThat(published.about(groupId, "meeting-replanned")).isEmpty();

        planOn("2026-07-09");
        PublishedEvent invitation = published.about(groupId, "meeting-planned").get(0);
        assertThat(invitation.payload().get("notice").asText()).isEqualTo("INVITATION");
        assertThat(invitation.payload().get("planned_for").asText()).isEqualTo("2026-07-16");
        assertThat(invitation.payload().get("starts_at").asText()).isEqualTo("10:00");
        planOn("2026-07-10");
        assertThat(published.about(groupId, "meeting-planned")).hasSize(1);

        change(meeting, 2, "2026-07-17", "10:00").statusCode(201);
        change(meeting, 2, "2026-07-17", "10:00").statusCode(200);
        PublishedEvent moved = published.about(groupId, "meeting-replanned").get(0);
        assertThat(moved.payload().get("planned_before").asText()).isEqualTo("2026-07-16");
        assertThat(moved.payload().toString()).doesNotContain("the hall");

        planOn("2026-07-15");
        assertThat(published.about(groupId, "meeting-planned"))
                .filteredOn(event -> event.payload().get("kind").asText().equals("GROUP_MEETING"))
                .extracting(event -> event.payload().get("notice").asText())
                .containsExactly("INVITATION", "REMINDER");

        cancel(meeting, 3).statusCode(200).body("item.state", equalTo("CANCELLED"));
        cancel(meeting, 3).statusCode(200).body("item.version", equalTo(4));
        assertThat(published.about(groupId, "meeting-cancelled")).hasSize(1);
        planOn("2026-07-16");
        state("GROUP_MEETING", group, "CANCELLED");
        change(meeting, 4, "2026-07-24", "10:00")
                .statusCode(201)
                .body("item.state", equalTo("PLANNED"))
                .body("versions.cancelled", contains(false, false, false, true, false))
                .body("versions[0].reason", nullValue());
    }

    @Test
    void aPlanThatCannotBeIsRefused() {
        planOn("2026-07-01");
        String meeting = idOf("GROUP_MEETING", group);
        String p2k2 = idOf("P2K2", group);
        refused(change(meeting, 2, "2026-07-16", "10:00"), 409, "PLAN_CHANGED");
        refused(change(meeting, 1, "2026-06-30", "10:00"), 422, "PLAN_DAY_PAST");
        refused(change(meeting, 1, "2026-08-03", "10:00"), 422, "PLAN_OUTSIDE_PERIOD");
        refused(change(meeting, 1, "2028-07-16", "10:00"), 422, "PLAN_DAY_TOO_FAR");
        refused(change(meeting, 1, "2026-07-14", "11:00"), 409, "PLAN_OVERLAPS");
        refused(change(meeting, 1, "2026-07-16", "25:00"), 400, "INVALID_REQUEST");
        refused(cancel(meeting, 2), 409, "PLAN_CHANGED");
        refused(complete(p2k2, "2026-07-01"), 409, "PLAN_DONE_BY_RECORD");
        String report = idOf("REPORT_DAY", null);
        refused(complete(report, "2026-07-02"), 422, "DATE_IN_FUTURE");
        refused(complete(report, "2026-06-30"), 422, "PLAN_OUTSIDE_PERIOD");
        complete(report, "2026-07-01").statusCode(200).body("item.state", equalTo("DONE"));
        Caller elsewhere = Api.facilitator(Village.another());
        elsewhere.get("/plan/" + meeting).statusCode(404);
        elsewhere.get(range()).body("items", hasSize(0));
        Api.facilitator(village)
                .get("/plan?from=2026-07-02&to=2026-07-01")
                .statusCode(400)
                .body("code", equalTo("PLAN_RANGE_INVALID"));
        assertThat(
                        new Rows(database)
                                .text(
                                        "SELECT version::text FROM plan_item WHERE id = ?::uuid",
                                        meeting))
                .isEqualTo("1");
    }

    @Test
    void homeVisitsArePlannedSinglyAndWithdrawalDaysForAnArea() {
        Map<String, Object> visit =
                Map.of(
                        "kpm_id", families.get(0).kpmId(),
                        "purpose", "COMMITMENT",
                        "planned_for", "2026-06-12",
                        "starts_at", "09:00");
        visit(visit).statusCode(201).body("item.kind", equalTo("HOME_VISIT"));
        visit(visit).statusCode(200);
        refused(visit(with(visit, "purpose", "TEA")), 422, "PURPOSE_UNKNOWN");
        refused(visit(with(visit, "planned_for", "2026-06-09")), 422, "PLAN_DAY_PAST");
        refused(visit(with(visit, "kpm_id", families.get(1).kpmId())), 409, "PLAN_OVERLAPS");
        Api.facilitator(Village.another()).post("/plan/home-visits", visit).statusCode(404);

        Map<String, Object> day =
                Map.of(
                        "area_code", village.district(),
                        "planned_for", "2026-06-24",
                        "starts_at", "08:00",
                        "place", "Kantor Pos");
        Caller coordinator = Api.coordinator(village);
        coordinator
                .post("/plan/withdrawal-days", day)
                .statusCode(201)
                .body("groups_planned", equalTo(2));
        coordinator.post("/plan/withdrawal-days", day).body("groups_planned", equalTo(0));
        Api.facilitator(village).post("/plan/withdrawal-days", day).statusCode(403);
        refused(
                coordinator.post("/plan/withdrawal-days", with(day, "area_code", "17.99.99")),
                404,
                "NOT_FOUND");
        refused(
                coordinator.post(
                        "/plan/withdrawal-days",
                        with(day, "area_code", village.district() + ".1999")),
                422,
                "AREA_WITHOUT_GROUPS");
        Api.facilitator(village)
                .get("/plan?from=2026-06-10&to=2026-06-30&kind=WITHDRAWAL_DAY")
                .body("items.group_code", containsInAnyOrder(group, village.group(2)))
                .body("items.place", everyItem(equalTo("Kantor Pos")));
    }

    @Test
    void aDayWithoutItsPlanIsNoticed() {
        new Rows(database).execute("DELETE FROM plan_run");
        assertThat(gauge.days()).isZero();
        planOn("2026-07-01");
        assertThat(gauge.days()).isZero();
        clock.setTo("2026-07-03");
        assertThat(gauge.days()).isEqualTo(2);
    }

    @Test
    void eachClinicThatFamiliesAttendIsVisited() {
        withMembers(families.get(0), "10700123", "EARLY_CHILD");
        registry.send(healthForm("2026-Q3", 2, 12), 1);
        registry.send(healthForm("2026-Q3", 1, 99), 1);
        registry.await();
        planOn("2026-07-01");
        JsonPath visits = Api.facilitator(village).read(range() + "&kind=CLINIC_VISIT");
        assertThat(visits.getList("items.clinic_code")).containsExactly("P1771080101");
        assertThat(visits.getList("items.families")).containsExactly(12);
        planOn("2026-07-02");
        assertThat(Api.facilitator(village).read(range()).getList("items.plan_item_id"))
                .contains(visits.getString("items[0].plan_item_id"))
                .hasSize(12);
    }

    @Test
    void aWithdrawalDayIsProposedAfterTheFirstCreditAndTheFieldHasTheLastWord() {
        clock.setTo("2026-07-10");
        registry.send(credited("2026-T3", "2026-07-10"), 1);
        registry.await();
        String days = "/plan?from=2026-07-10&to=2026-07-31&kind=WITHDRAWAL_DAY";
        JsonPath proposed = Api.facilitator(village).read(days);
        assertThat(proposed.getList("items.planned_for"))
                .containsExactly("2026-07-14", "2026-07-14");
        assertThat(proposed.getList("items.cycle_code")).containsExactly("2026-T3", "2026-T3");
        assertThat(new HashSet<>(proposed.getList("items.starts_at"))).hasSize(1);

        String id = proposed.getString("items[0].plan_item_id");
        change(id, 1, "2026-07-16", "10:00").statusCode(201);
        cancel(proposed.getString("items[1].plan_item_id"), 1).statusCode(200);
        registry.send(credited("2026-T3", "2026-07-11"), 1);
        registry.await();
        assertThat(Api.facilitator(village).read(days).getList("items")).hasSize(2);

        planOn("2026-07-12");
        PublishedEvent told =
                published.about(groupId, "meeting-planned").stream()
                        .filter(
                                each ->
                                        each.payload()
                                                .get("kind")
                                                .asText()
                                                .equals("WITHDRAWAL_DAY"))
                        .findFirst()
                        .or(
                                () ->
                                        published.about(other, "meeting-planned").stream()
                                                .filter(
                                                        each ->
                                                                each.payload()
                                                                        .get("kind")
                                                                        .asText()
                                                                        .equals("WITHDRAWAL_DAY"))
                                                .findFirst())
                        .orElseThrow();
        assertThat(told.payload().get("cycle_code").asText()).isEqualTo("2026-T3");
    }

    private HealthFormReceived healthForm(String quarter, int revision, int attending) {
        return new HealthFormReceived(
                UUID.randomUUID(),
                "P1771080101",
                quarter,
                revision,
                List.of(new AttendingVillage(village.code(), attending)),
                LocalDate.parse("2026-07-01"),
                RECORDED);
    }

    private VillageCredited credited(String cycle, String day) {
        return new VillageCredited(
                UUID.randomUUID(),
                UUID.randomUUID(),
                cycle,
                village.code(),
                LocalDate.parse(day),
                RECORDED);
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> changed = new java.util.HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    private String range() {
        return "/plan?from=2026-07-01&to=2026-08-31&limit=500";
    }

    private String idOf(String kind, String groupCode) {
        return Api.facilitator(village)
                .read("/plan?from=2026-07-01&to=2026-07-31")
                .getString(
                        "items.find { it.kind == '%s' && it.group_code == %s }.plan_item_id"
                                .formatted(
                                        kind, groupCode == null ? "null" : "'" + groupCode + "'"));
    }

    private void state(String kind, String groupCode, String expected) {
        Api.facilitator(village)
                .get("/plan/" + idOf(kind, groupCode))
                .body("item.state", equalTo(expected));
    }

    private ValidatableResponse change(String id, int version, String day, String at) {
        return Api.facilitator(village)
                .post(
                        "/plan/" + id + "/changes",
                        Map.of(
                                "version", version,
                                "planned_for", day,
                                "starts_at", at,
                                "reason", "the hall is taken"));
    }

    private ValidatableResponse cancel(String id, int version) {
        return Api.facilitator(village)
                .post(
                        "/plan/" + id + "/cancellation",
                        Map.of("version", version, "reason", "a flood"));
    }

    private ValidatableResponse complete(String id, String day) {
        return Api.facilitator(village).post("/plan/" + id + "/completion", Map.of("done_on", day));
    }

    private ValidatableResponse visit(Map<String, ?> visit) {
        return Api.facilitator(village).post("/plan/home-visits", visit);
    }

    private static void refused(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status).body("code", equalTo(code));
    }

    private void held(String kind, String day) {
        Api.facilitator(village)
                .post(
                        "/meetings",
                        Map.of(
                                "group_code",
                                group,
                                "kind",
                                kind,
                                "held_on",
                                day,
                                "attendance",
                                List.of()))
                .statusCode(201);
    }

    private void withMembers(Family family, String school, String component) {
        KpmState state = registry.kpmState(family, village, group, "2025-01-01", "ACTIVE");
        registry.send(
                new KpmState(
                        state.kpmId(),
                        state.status(),
                        state.villageCode(),
                        state.groupCode(),
                        state.caretakerMemberId(),
                        state.caretakerNikToken(),
                        state.payingBank(),
                        state.accountKnown(),
                        List.of(
                                member("SD", school),
                                member("SMP", school),
                                member(component, null)),
                        state.occurredOn(),
                        RECORDED),
                2);
        registry.await();
    }

    private static FamilyMember member(String component, String school) {
        return new FamilyMember(
                UUID.randomUUID(),
                "0".repeat(64),
                component,
                YearMonth.of(2018, 1),
                school,
                LocalDate.parse("2025-01-01"),
                null);
    }
}
