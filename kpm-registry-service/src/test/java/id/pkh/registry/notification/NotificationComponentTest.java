package id.pkh.registry.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import id.pkh.contracts.Event;
import id.pkh.contracts.disbursement.PaymentRejected;
import id.pkh.contracts.disbursement.PaymentReturned;
import id.pkh.contracts.disbursement.PaymentTakenOut;
import id.pkh.contracts.meeting.FacilitatorLapseEscalated;
import id.pkh.contracts.meeting.FacilitatorLapseRecorded;
import id.pkh.contracts.meeting.LapsedGroup;
import id.pkh.contracts.verification.AppealOverdue;
import id.pkh.contracts.verification.NoticeDelivered;
import id.pkh.contracts.verification.SuspensionWarningIssued;
import id.pkh.contracts.verification.SuspensionWarningWithdrawn;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.sanction.SanctionTopic;
import id.pkh.registry.support.Api;
import id.pkh.registry.support.Rows;
import id.pkh.registry.support.TestPeople;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events become notifications, which are listed, printed and acknowledged. */
@QuarkusTest
class NotificationComponentTest extends RegistryComponentTest {

    /** Sub-districts of their own, because a village has one facilitator. */
    private static final AtomicInteger DISTRICTS = new AtomicInteger(20);

    @Inject SanctionTopic topic;
    @Inject Clock clock;

    private String district;
    private String village;
    private Caller administrator;
    private UUID family;
    private UUID facilitator;
    private Instant now;

    @BeforeEach
    void aFamilyAndItsFacilitator() {
        now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        district = "17.72." + DISTRICTS.getAndIncrement();
        village = district + ".1001";
        administrator = Caller.as(Roles.DATA_ADMINISTRATOR, district);
        Caller.as(Roles.DATA_ADMINISTRATOR, "17")
                .send(
                        "/imports/areas",
                        "kode;nama\n17.72;Kota Contoh\n%1$s;Kecamatan\n%1$s.1001;Desa\n%1$s.1002;Desa\n"
                                .formatted(district));
        facilitator = aFacilitator(village);
        String card = TestPeople.card();
        Api.sending(
                        administrator,
                        "families",
                        Rows.families()
                                .row(
                                        card,
                                        TestPeople.woman("1985-03-02"),
                                        "SITI CONTOH",
                                        "Jalan Contoh 1",
                                        village,
                                        village + "-01",
                                        "BRI",
                                        TestPeople.account(),
                                        "CALON",
                                        "01/01/2024")
                                .text())
                .statusCode(201);
        family = familyOf(card);
        makeActive(family);
    }

    private UUID aFacilitator(String ofVillage) {
        return UUID.fromString(
                administrator
                        .post(
                                "/facilitators",
                                Map.of(
                                        "code",
                                        "N-"
                                                + UUID.randomUUID()
                                                        .toString()
                                                        .substring(0, 8)
                                                        .toUpperCase(),
                                        "name",
                                        "Pendamping Contoh",
                                        "nik",
                                        TestPeople.man("1990-06-15"),
                                        "assignments",
                                        List.of(
                                                Map.of(
                                                        "role",
                                                        "FACILITATOR",
                                                        "village_code",
                                                        ofVillage,
                                                        "valid_from",
                                                        "2020-01-01"))))
                        .statusCode(201)
                        .extract()
                        .path("facilitator_id"));
    }

    private SuspensionWarningIssued warning(UUID step, UUID about) {
        return warning(step, about, "GROUP_MEETING_ABSENCE", "FAMILY", false);
    }

    private SuspensionWarningIssued warning(
            UUID step, UUID about, String cause, String attribution, boolean isProtected) {
        return new SuspensionWarningIssued(
                step,
                about,
                village,
                "2026-10",
                cause,
                2,
                2,
                attribution,
                isProtected,
                List.of(),
                List.of("FACILITATOR", "COORDINATOR", "A_ROLE_OF_TOMORROW"),
                "LADDER-2026",
                "x",
                BusinessDates.on(now),
                now);
    }

    private SuspensionWarningWithdrawn withdrawn(UUID step) {
        return new SuspensionWarningWithdrawn(
                step,
                family,
                village,
                "2026-10",
                "GROUP_MEETING_ABSENCE",
                2,
                2,
                "FAMILY",
                "CORRECTED_FACT",
                BusinessDates.on(now),
                now);
    }

    private void hears(long sequence, Event event) {
        List<UUID> sent = topic.send(sequence, event);
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                tables.number(
                                                "SELECT (SELECT count(*) FROM inbox WHERE event_id = ?)"
                                                        + " + (SELECT count(*) FROM parked_event WHERE event_id = ?)",
                                                sent.get(0),
                                                sent.get(0).toString())
                                        > 0);
    }

    /** Receiver, text and state of everything that was queued about a subject. */
    private List<String> about(UUID subject) {
        return tables.texts(
                "SELECT receiver_role || ' ' || receiver_ref || ' ' || template || ' ' || state"
                        + " FROM notification WHERE subject_id = ? ORDER BY notification_id",
                subject);
    }

    @Test
    void aFamilyIsNotWarnedOfWhatItsFacilitatorFailedToDo() {
        UUID step = UUID.randomUUID();

        hears(1, warning(step, family, "MEETING_NOT_HELD", "FACILITATOR", true));

        assertThat(about(step))
                .containsExactlyInAnyOrder(
                        "FAMILY " + family + " PROTECTED_STEP QUEUED",
                        "FACILITATOR " + facilitator + " STEP_ISSUED QUEUED",
                        "COORDINATOR " + district + " STEP_ISSUED QUEUED");
        Caller.coordinator(district)
                .get("/notifications?receiver_role=FAMILY&kpm_id=" + family)
                .statusCode(200)
                .body("items[0].text_en", containsString("It is not your fault"));
    }

    @Test
    void aWarningIsQueuedForTheFamilyAndWhomThePolicyNames() {
        UUID step = UUID.randomUUID();

        hears(1, warning(step, family));

        assertThat(about(step))
                .containsExactlyInAnyOrder(
                        "FAMILY " + family + " WARNING QUEUED",
                        "FACILITATOR " + facilitator + " STEP_ISSUED QUEUED",
                        "COORDINATOR " + district + " STEP_ISSUED QUEUED");
        Caller.coordinator(district)
                .get("/notifications?receiver_role=COORDINATOR&area=" + district)
                .statusCode(200)
                .body("items[0].text_en", containsString("Village " + village))
                .body("items[0].due_by", equalTo(BusinessDates.on(now).plusDays(3).toString()));
        Caller.coordinator("17.71")
                .get("/notifications")
                .body("items.receiver_ref", not(hasItem(family.toString())));
    }

    @Test
    void anEventThatArrivesAgainQueuesNothing() {
        UUID step = UUID.randomUUID();
        hears(1, warning(step, family));
        List<String> before = about(step);
        UUID event =
                UUID.fromString(
                        tables.text(
                                "SELECT DISTINCT event_id::text FROM notification"
                                        + " WHERE subject_id = ?",
                                step));
        tables.execute("DELETE FROM inbox WHERE event_id = ?", event);

        topic.sendAgain(event, 1, warning(step, family));
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                tables.number(
                                                "SELECT count(*) FROM inbox WHERE event_id = ?",
                                                event)
                                        == 1);

        assertThat(about(step)).isEqualTo(before);
    }

    @Test
    void whatIsTakenBackBeforeItLeftDoesNotLeave() {
        UUID step = UUID.randomUUID();
        hears(1, warning(step, family));
        hears(2, withdrawn(step));

        assertThat(about(step)).hasSize(4).allMatch(line -> line.endsWith("EXPIRED"));
    }

    /** Its message never left, but the facilitator has handed the letter over. */
    @Test
    void aFamilyWithTheLetterInHandIsToldThatTheStepIsWithdrawn() {
        UUID step = UUID.randomUUID();
        hears(1, warning(step, family));
        hears(2, letterAbout(step));
        hears(3, letterAbout(step));
        hears(4, withdrawn(step));

        assertThat(about(step))
                .hasSize(4)
                .contains("FAMILY " + family + " STEP_WITHDRAWN QUEUED")
                .contains("FACILITATOR " + facilitator + " STEP_ISSUED EXPIRED");
    }

    private NoticeDelivered letterAbout(UUID step) {
        LocalDate today = BusinessDates.on(now);
        return new NoticeDelivered(
                UUID.randomUUID(),
                "STEP",
                step,
                family,
                village,
                "LETTER",
                today,
                false,
                today,
                now);
    }

    @Test
    void theOrderOfAWarningAndItsWithdrawalMakesNoDifference() {
        UUID step = UUID.randomUUID();
        hears(2, withdrawn(step));
        hears(1, warning(step, family));

        assertThat(about(step)).hasSize(4).allMatch(line -> line.endsWith("EXPIRED"));
    }

    @Test
    void whoHasHeardOfAWarningHearsOfItsWithdrawal() {
        UUID step = UUID.randomUUID();
        hears(1, warning(step, family));
        Caller.facilitator(village)
                .post("/notifications/printed", Map.of("notification_ids", List.of(idOf(step))))
                .statusCode(200)
                .body("items[0].outcome", equalTo("PRINTED"));

        hears(2, withdrawn(step));

        assertThat(about(step))
                .contains(
                        "FAMILY " + family + " WARNING PRINTED",
                        "FAMILY " + family + " STEP_WITHDRAWN QUEUED",
                        "COORDINATOR " + district + " STEP_ISSUED EXPIRED");
    }

    @Test
    void anEventAboutAFamilyThatIsNotOnRecordIsParked() {
        UUID step = UUID.randomUUID();
        UUID unknown = UUID.randomUUID();

        hears(1, warning(step, unknown));

        assertThat(about(step)).isEmpty();
        assertThat(
                        tables.text(
                                "SELECT reason FROM parked_event WHERE event_key = ?",
                                unknown.toString()))
                .isEqualTo("KPM_UNKNOWN");
    }

    @Test
    void anAppealThatIsOverdueIsQueuedForTheOffices() {
        UUID appeal = UUID.randomUUID();

        hears(
                1,
                new AppealOverdue(
                        appeal,
                        family,
                        village,
                        BusinessDates.on(now).minusDays(1),
                        List.of("COORDINATOR", "REGENCY_COORDINATOR"),
                        BusinessDates.on(now),
                        now));

        assertThat(about(appeal))
                .containsExactlyInAnyOrder(
                        "COORDINATOR " + district + " APPEAL_OVERDUE QUEUED",
                        "REGENCY_COORDINATOR 17.72 APPEAL_OVERDUE QUEUED");
    }

    @Test
    void lapsesAreQueuedForTheFacilitatorAndItsSuperiors() {
        UUID lapse = UUID.randomUUID();
        List<LapsedGroup> groups = List.of(new LapsedGroup(UUID.randomUUID(), 2));
        LocalDate day = BusinessDates.on(now);
        YearMonth month = YearMonth.of(2026, 10);

        hears(
                1,
                new FacilitatorLapseRecorded(
                        lapse, facilitator, month, "GROUP_MEETING", groups, day, now));
        hears(
                2,
                new FacilitatorLapseEscalated(
                        lapse,
                        facilitator,
                        month,
                        "GROUP_MEETING",
                        "COORDINATOR",
                        groups,
                        day,
                        now));
        hears(
                1,
                new FacilitatorLapseRecorded(
                        lapse, UUID.randomUUID(), month, "GROUP_MEETING", groups, day, now));

        assertThat(about(lapse))
                .containsExactly(
                        "FACILITATOR " + facilitator + " MEETINGS_MISSED QUEUED",
                        "COORDINATOR " + district + " MEETINGS_MISSED_BY_FACILITATOR QUEUED");
        assertThat(tables.texts("SELECT reason FROM parked_event WHERE topic LIKE '%duty%'"))
                .contains("FACILITATOR_UNKNOWN");
    }

    @Test
    void aRefusedPaymentIsQueuedForTheFamilyAndItsFacilitator() {
        UUID payment = UUID.randomUUID();

        hears(
                1,
                new PaymentRejected(
                        payment,
                        family,
                        village,
                        "2026-4",
                        750_000,
                        "BRI",
                        1,
                        "AC04",
                        BusinessDates.on(now),
                        now));

        assertThat(about(payment))
                .containsExactlyInAnyOrder(
                        "FAMILY " + family + " PAYMENT_REJECTED QUEUED",
                        "FACILITATOR " + facilitator + " FAMILY_PAYMENT_REJECTED QUEUED");
    }

    @Test
    void aReturnedPaymentIsQueuedForTheFamilyAndItsFacilitator() {
        UUID payment = UUID.randomUUID();

        hears(
                1,
                new PaymentReturned(
                        payment,
                        family,
                        village,
                        "2026-4",
                        750_000,
                        "BRI",
                        1,
                        "ACCOUNT_CLOSED",
                        BusinessDates.on(now).minusDays(1),
                        now));

        assertThat(about(payment))
                .containsExactlyInAnyOrder(
                        "FAMILY " + family + " PAYMENT_RETURNED QUEUED",
                        "FACILITATOR " + facilitator + " FAMILY_PAYMENT_RETURNED QUEUED");
    }

    @Test
    void aPaymentTakenOutOfAFileIsQueuedForTheFamilyAndItsFacilitator() {
        UUID payment = UUID.randomUUID();

        hears(
                1,
                new PaymentTakenOut(
                        payment,
                        family,
                        village,
                        "2026-4",
                        750_000,
                        "BRI",
                        1,
                        "ACCOUNT_SHARED",
                        BusinessDates.on(now),
                        now));

        assertThat(about(payment))
                .containsExactlyInAnyOrder(
                        "FAMILY " + family + " PAYMENT_TAKEN_OUT QUEUED",
                        "FACILITATOR " + facilitator + " FAMILY_PAYMENT_TAKEN_OUT QUEUED");
    }

    @Test
    void theGroupsOfAVillageAreNotifiedBeforeItIsHandedOver() {
        UUID successor = aFacilitator(district + ".1002");
        LocalDate from = BusinessDates.on(now).plusDays(2);

        administrator
                .post(
                        "/handovers",
                        Map.of(
                                "predecessor_id",
                                facilitator,
                                "successor_id",
                                successor,
                                "village_codes",
                                List.of(village),
                                "effective_on",
                                from.toString(),
                                "reason_code",
                                "ILLNESS"))
                .statusCode(lessThan(300));

        assertThat(
                        tables.texts(
                                "SELECT receiver_role || ' ' || receiver_ref || ' ' || due_by"
                                        + " FROM notification WHERE event = 'FacilitatorReassigned'"
                                        + " AND area_code = ?",
                                village))
                .containsExactlyInAnyOrder(
                        "FACILITATOR " + facilitator + " " + from.minusDays(1),
                        "FACILITATOR " + successor + " " + from.minusDays(1),
                        "FAMILY " + family + " " + from.minusDays(1),
                        "GROUP_CHAIR " + village + "-01 " + from.minusDays(1));
    }

    @Test
    void whatCannotBeSentIsOnTheListOfTheGroup() {
        UUID step = UUID.randomUUID();
        hears(1, warning(step, family));
        Caller own = Caller.facilitator(village);

        own.get("/notifications/printable?group=" + village + "-01")
                .statusCode(200)
                .body("notifications", hasSize(1))
                .body("notifications[0].caretaker_name", equalTo("SITI CONTOH"))
                .body("text", containsString("[ ] SITI CONTOH: Peringatan"));
        Caller.facilitator("17.72.99.1001")
                .get("/notifications/printable?group=" + village + "-01")
                .statusCode(404);
        Caller.facilitator("17.72.99.1001")
                .post("/notifications/printed", Map.of("notification_ids", List.of(idOf(step))))
                .statusCode(200)
                .body("items[0].outcome", equalTo("NOT_FOUND"));

        own.post("/notifications/printed", Map.of("notification_ids", List.of(idOf(step))))
                .body("items[0].outcome", equalTo("PRINTED"));
        own.get("/notifications/printable?group=" + village + "-01")
                .body("notifications", hasSize(0));
        own.post("/notifications/" + idOf(step) + "/acknowledgement")
                .statusCode(200)
                .body("state", equalTo("ACKNOWLEDGED"));
        own.get("/notifications/counts?area=" + village)
                .body("items.find { it.receiver_role == 'FAMILY' }.state", equalTo("ACKNOWLEDGED"));
    }

    @Test
    void onlyTheReceiverAcknowledges() {
        UUID step = UUID.randomUUID();
        hears(1, warning(step, family));
        String ofOffice =
                tables.text(
                        "SELECT notification_id::text FROM notification WHERE subject_id = ?"
                                + " AND receiver_role = 'COORDINATOR'",
                        step);

        Caller.facilitator(district)
                .post("/notifications/" + ofOffice + "/acknowledgement")
                .statusCode(409)
                .body("code", equalTo("NOTIFICATION_NOT_YOURS"));
        Caller.coordinator(district)
                .post("/notifications/" + ofOffice + "/acknowledgement")
                .statusCode(200);
        tables.execute(
                "UPDATE notification SET state = 'EXPIRED' WHERE subject_id = ?"
                        + " AND receiver_role = 'FAMILY'",
                step);
        Caller.facilitator(village)
                .post("/notifications/" + idOf(step) + "/acknowledgement")
                .statusCode(409)
                .body("code", equalTo("NOTIFICATION_CLOSED"));
    }

    @Test
    void aFacilitatorAcknowledgesNothingForAnother() {
        UUID step = UUID.randomUUID();
        hears(1, warning(step, family));
        String ofFacilitator =
                tables.text(
                        "SELECT notification_id::text FROM notification WHERE subject_id = ?"
                                + " AND receiver_role = 'FACILITATOR'",
                        step);
        String code = tables.text("SELECT code FROM facilitator WHERE id = ?", facilitator);

        Caller.named("N-ANOTHER", Roles.FACILITATOR, village)
                .post("/notifications/" + ofFacilitator + "/acknowledgement")
                .statusCode(409)
                .body("code", equalTo("NOTIFICATION_NOT_YOURS"));
        Caller.named(code, Roles.FACILITATOR, village)
                .post("/notifications/" + ofFacilitator + "/acknowledgement")
                .statusCode(200)
                .body("state", equalTo("ACKNOWLEDGED"));
    }

    @Test
    void theDatabaseRefusesAStateThatDoesNotFollowAndAChangedText() {
        UUID step = UUID.randomUUID();
        hears(1, warning(step, family));
        String id = idOf(step);
        tables.execute(
                "UPDATE notification SET state = 'EXPIRED' WHERE notification_id = ?",
                UUID.fromString(id));

        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "UPDATE notification SET state = 'QUEUED'"
                                                + " WHERE notification_id = ?",
                                        UUID.fromString(id)))
                .hasStackTraceContaining("a notification that is EXPIRED does not become QUEUED");
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "UPDATE notification SET template = 'REMINDER'"
                                                + " WHERE notification_id = ?",
                                        UUID.fromString(id)))
                .hasStackTraceContaining("a notification does not change");
    }

    private String idOf(UUID step) {
        return tables.text(
                "SELECT notification_id::text FROM notification WHERE subject_id = ?"
                        + " AND receiver_role = 'FAMILY' AND template = 'WARNING'",
                step);
    }
}
