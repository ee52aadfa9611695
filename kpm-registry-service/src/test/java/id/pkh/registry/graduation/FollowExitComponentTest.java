package id.pkh.registry.graduation;

import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.contracts.Event;
import id.pkh.contracts.verification.DecisionTookEffect;
import id.pkh.contracts.verification.ExitDecided;
import id.pkh.contracts.verification.ExitLifted;
import id.pkh.contracts.verification.ExitProposalWithdrawn;
import id.pkh.registry.sanction.SanctionTopic;
import id.pkh.registry.workbook.StubServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A graduation that is forwarded follows what verification decides. */
@QuarkusTest
@QuarkusTestResource(value = StubServices.class, restrictToAnnotatedClass = false)
class FollowExitComponentTest extends GraduationTest {

    @Inject SanctionTopic topic;

    @Test
    void itFollowsWhatVerificationDecides() {
        String graduation = proposed();
        UUID exit = forwarded(graduation);
        UUID decision = UUID.randomUUID();
        hears(1, decided(decision, exit, "CONFIRM"));
        state(graduation, "CONFIRMED");
        assertThat(tables.text("SELECT status FROM kpm WHERE id = ?", family)).isEqualTo("ACTIVE");
        hears(2, tookEffect(decision));
        state(graduation, "GRADUATED");
        hears(3, decided(decision, exit, "CONFIRM"));
        state(graduation, "GRADUATED");
        hears(4, lifted(decision));
        facilitator
                .get("/graduations/" + graduation)
                .body(
                        "history.state",
                        equalTo(
                                List.of(
                                        "PROPOSED",
                                        "FORWARDED",
                                        "CONFIRMED",
                                        "GRADUATED",
                                        "LIFTED")));
    }

    @Test
    void eventsInAnotherOrderLeadToTheSameState() {
        String graduation = proposed();
        UUID exit = forwarded(graduation);
        UUID decision = UUID.randomUUID();
        hears(2, tookEffect(decision));
        state(graduation, "FORWARDED");
        hears(1, decided(decision, exit, "CONFIRM"));
        state(graduation, "GRADUATED");
    }

    @Test
    void aDismissalAndAWithdrawalLeaveTheFamilyWhereItIs() {
        String dismissed = proposed();
        hears(1, decided(UUID.randomUUID(), forwarded(dismissed), "DISMISS"));
        state(dismissed, "DISMISSED");
        proposed();
        assertThat(tables.text("SELECT status FROM kpm WHERE id = ?", family)).isEqualTo("ACTIVE");

        family = importedFamily();
        tables.execute(
                "UPDATE kpm SET village_code = ?, group_code = NULL, participating_since = ?"
                        + " WHERE id = ?",
                place.village(1),
                today().minusYears(1),
                family);
        String withdrawn = proposed();
        hears(1, withdrawn(forwarded(withdrawn)));
        state(withdrawn, "WITHDRAWN");
    }

    private void state(String graduation, String state) {
        facilitator.get("/graduations/" + graduation).body("state", equalTo(state));
    }

    private ExitDecided decided(UUID decision, UUID exit, String verdict) {
        return new ExitDecided(
                decision,
                exit,
                family,
                place.village(1),
                "GRADUATE",
                verdict,
                "INCOME_IMPROVED",
                today(),
                "ON_NOTICE",
                "officer-1",
                "officer-2",
                today(),
                Instant.now());
    }

    private DecisionTookEffect tookEffect(UUID decision) {
        return new DecisionTookEffect(
                decision,
                family,
                place.village(1),
                "GRADUATE",
                "NONE",
                today(),
                "VISIT",
                today(),
                Instant.now());
    }

    private ExitLifted lifted(UUID decision) {
        return new ExitLifted(
                decision,
                family,
                place.village(1),
                "GRADUATE",
                "OFFICER_ERROR",
                "officer-3",
                today(),
                Instant.now());
    }

    private ExitProposalWithdrawn withdrawn(UUID exit) {
        return new ExitProposalWithdrawn(
                exit,
                family,
                place.village(1),
                "GRADUATE",
                "administrator-1",
                today(),
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
