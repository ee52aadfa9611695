package id.pkh.registry.sanction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.contracts.Event;
import id.pkh.contracts.verification.ReminderIssued;
import id.pkh.contracts.verification.SuspensionDecided;
import id.pkh.contracts.verification.SuspensionLifted;
import id.pkh.contracts.verification.TerminationDecided;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SanctionConsumerComponentTest extends RegistryComponentTest {

    private static final LocalDate DAY = LocalDate.parse("2026-04-02");
    private static final Instant NOW = Instant.parse("2026-04-02T03:00:00Z");

    @Inject SanctionTopic topic;

    private UUID kpm;

    @BeforeEach
    void aFamily() {
        kpm = importedFamily();
    }

    private SuspensionDecided suspended(UUID decision, UUID family) {
        return new SuspensionDecided(
                decision,
                UUID.randomUUID(),
                family,
                "17.71.08.1001",
                "SUSPEND",
                "HOLD",
                "2026-03",
                "GROUP_MEETING_ABSENCE",
                DAY,
                "officer-1",
                null,
                null,
                DAY,
                NOW);
    }

    private SuspensionLifted lifted(UUID decision) {
        return new SuspensionLifted(
                decision, kpm, "17.71.08.1001", "CORRECTED_FACT", "system", DAY.plusDays(3), NOW);
    }

    private TerminationDecided terminated(String decision) {
        return new TerminationDecided(
                UUID.randomUUID(),
                UUID.randomUUID(),
                kpm,
                "17.71.08.1001",
                decision,
                DAY.plusDays(30),
                "officer-1",
                null,
                null,
                DAY,
                NOW);
    }

    private ReminderIssued reminder() {
        return new ReminderIssued(
                UUID.randomUUID(),
                kpm,
                "17.71.08.1001",
                "2026-02",
                "GROUP_MEETING_ABSENCE",
                1,
                1,
                "FAMILY",
                false,
                List.of(),
                List.of(),
                "LADDER-2026",
                "x",
                DAY,
                NOW);
    }

    private void hears(Event... events) {
        List<UUID> sent = topic.send(events);
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                sent.stream()
                                        .allMatch(
                                                id ->
                                                        tables.number(
                                                                        "SELECT (SELECT count(*) FROM inbox WHERE event_id = ?)"
                                                                                + " + (SELECT count(*) FROM parked_event WHERE event_id = ?)",
                                                                        id,
                                                                        id.toString())
                                                                > 0));
    }

    private String status() {
        return tables.text("SELECT status FROM kpm WHERE id = ?", kpm);
    }

    @Test
    void aDecisionSuspendsTheFamilyAndKeepsItsNumber() {
        UUID decision = UUID.randomUUID();
        hears(suspended(decision, kpm));

        assertThat(status()).isEqualTo("SUSPENDED");
        PublishedEvent changed = tables.published(kpm).get(2);
        assertThat(changed.name()).isEqualTo("kpm-status-changed");
        assertThat(changed.payload().get("old_status").asText()).isEqualTo("ACTIVE");
        assertThat(changed.payload().get("new_status").asText()).isEqualTo("SUSPENDED");
        assertThat(changed.payload().get("occurred_on").asText()).isEqualTo("2026-04-02");
        assertThat(tables.lastState(kpm).sequence()).isEqualTo(2);
        assertThat(
                        tables.text(
                                "SELECT decision_id || ' ' || decided_by FROM kpm_status_history"
                                        + " WHERE kpm_id = ? AND new_status = 'SUSPENDED'",
                                kpm))
                .isEqualTo(decision + " officer-1");
    }

    @Test
    void theSameDecisionAgainChangesNothing() {
        UUID decision = UUID.randomUUID();
        hears(suspended(decision, kpm), suspended(decision, kpm));
        hears(suspended(decision, kpm));

        assertThat(tables.names(kpm)).filteredOn("kpm-status-changed"::equals).hasSize(1);
        hears(lifted(decision), lifted(decision));
        assertThat(status()).isEqualTo("ACTIVE");
        hears(suspended(decision, kpm));
        assertThat(status()).isEqualTo("ACTIVE");
        assertThat(tables.names(kpm)).filteredOn("kpm-status-changed"::equals).hasSize(2);
    }

    @Test
    void aLiftThatArrivesBeforeItsDecisionLeavesTheFamilyActive() {
        UUID decision = UUID.randomUUID();
        hears(lifted(decision));
        hears(suspended(decision, kpm));

        assertThat(status()).isEqualTo("ACTIVE");
        assertThat(tables.names(kpm)).containsExactly("kpm-registered", "kpm-state");
    }

    @Test
    void aFamilyStaysSuspendedWhileAnyDecisionIsOpen() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        hears(suspended(first, kpm), suspended(second, kpm), lifted(first));
        assertThat(status()).isEqualTo("SUSPENDED");
        Caller.officer()
                .post(
                        "/kpm/" + kpm + "/status-changes",
                        Map.of(
                                "status", "ACTIVE",
                                "reason", "HARDSHIP",
                                "effective_on", "2026-04-10"))
                .statusCode(422)
                .body("code", equalTo("STATUS_NEEDS_DECISION"));
        hears(lifted(second));
        assertThat(status()).isEqualTo("ACTIVE");
        assertThat(tables.lastState(kpm).payload().get("occurred_on").asText())
                .isEqualTo("2026-04-05");
    }

    @Test
    void aTerminationEndsTheMembershipAndADismissalDoesNot() {
        hears(terminated("DISMISS"));
        assertThat(status()).isEqualTo("ACTIVE");
        hears(suspended(UUID.randomUUID(), kpm), terminated("TERMINATE"));
        assertThat(status()).isEqualTo("TERMINATED");
        assertThat(tables.lastState(kpm).payload().get("occurred_on").asText())
                .isEqualTo("2026-05-02");
    }

    @Test
    void aFamilyThatIsNotKnownParksTheEventAndOtherTypesPassBy() {
        UUID stranger = UUID.randomUUID();
        hears(suspended(UUID.randomUUID(), stranger));
        assertThat(
                        tables.text(
                                "SELECT reason FROM parked_event WHERE event_key = ?",
                                stranger.toString()))
                .isEqualTo("KPM_UNKNOWN");
        topic.send(reminder());
        hears(suspended(UUID.randomUUID(), kpm));
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM parked_event WHERE event_key = ?",
                                kpm.toString()))
                .isZero();
    }

    @Test
    void aDecisionThatIsNotUnderstoodIsParkedAndADismissalChangesNothing() {
        hears(terminated("DISMISS"));
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM parked_event WHERE event_key = ?",
                                kpm.toString()))
                .isZero();

        hears(terminated("POSTPONE"));
        assertThat(
                        tables.text(
                                "SELECT reason FROM parked_event WHERE event_key = ?",
                                kpm.toString()))
                .isEqualTo("DECISION_NOT_UNDERSTOOD");
        assertThat(status()).isEqualTo("ACTIVE");
    }
}
