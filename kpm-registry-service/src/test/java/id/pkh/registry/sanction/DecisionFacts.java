package id.pkh.registry.sanction;

import id.pkh.contracts.Event;
import id.pkh.contracts.verification.DecisionStayEnded;
import id.pkh.contracts.verification.DecisionStayed;
import id.pkh.contracts.verification.DecisionTookEffect;
import id.pkh.contracts.verification.ExitDecided;
import id.pkh.contracts.verification.ExitLifted;
import id.pkh.contracts.verification.MembershipReinstated;
import id.pkh.contracts.verification.TerminationLifted;
import id.pkh.registry.family.domain.Measure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What verification says of one family, of one decision about it, and of an appeal against that.
 */
final class DecisionFacts {

    static final String VILLAGE = "17.71.08.1001";
    static final LocalDate DAY = LocalDate.parse("2026-04-02");
    static final Instant NOW = Instant.parse("2026-04-02T03:00:00Z");

    final UUID decision = UUID.randomUUID();

    private final UUID appeal = UUID.randomUUID();
    private final UUID kpm;

    DecisionFacts(UUID kpm) {
        this.kpm = kpm;
    }

    ExitDecided decided(Measure exit) {
        return new ExitDecided(
                decision,
                UUID.randomUUID(),
                kpm,
                VILLAGE,
                exit.name(),
                "CONFIRM",
                "INCOME_IMPROVED",
                DAY,
                "ON_NOTICE",
                "officer-2",
                "officer-1",
                DAY,
                NOW);
    }

    DecisionTookEffect tookEffect(Measure measure) {
        return tookEffect(decision, measure);
    }

    DecisionTookEffect tookEffect(UUID id, Measure measure) {
        return new DecisionTookEffect(
                id, kpm, VILLAGE, measure.name(), "HOLD", DAY, "LETTER", DAY, NOW);
    }

    DecisionStayed stayed() {
        return new DecisionStayed(decision, appeal, kpm, VILLAGE, DAY, NOW);
    }

    DecisionStayEnded stayEnded() {
        return new DecisionStayEnded(decision, appeal, kpm, VILLAGE, DAY, NOW);
    }

    Event lifted(Measure exit) {
        return exit == Measure.TERMINATE
                ? terminationLifted(decision)
                : new ExitLifted(
                        decision,
                        kpm,
                        VILLAGE,
                        exit.name(),
                        "APPEAL_UPHELD",
                        "officer-3",
                        DAY.plusDays(3),
                        NOW);
    }

    TerminationLifted terminationLifted(UUID id) {
        return new TerminationLifted(
                id, kpm, VILLAGE, "APPEAL_UPHELD", "officer-3", DAY.plusDays(3), NOW);
    }

    MembershipReinstated reinstated(String from) {
        return new MembershipReinstated(
                UUID.randomUUID(),
                UUID.randomUUID(),
                kpm,
                VILLAGE,
                LocalDate.parse(from),
                "RETURNED_TO_AREA",
                "officer-2",
                "officer-1",
                DAY,
                NOW);
    }
}
