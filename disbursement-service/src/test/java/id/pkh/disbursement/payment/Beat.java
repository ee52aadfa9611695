package id.pkh.disbursement.payment;

import id.pkh.disbursement.entitlement.domain.ComponentSpell;
import id.pkh.disbursement.kpm.KpmSnapshot;
import id.pkh.disbursement.kpm.domain.KpmFacts;
import id.pkh.disbursement.kpm.domain.KpmStatus;
import id.pkh.disbursement.sanction.SanctionFact.DecisionLifted;
import id.pkh.disbursement.sanction.SanctionFact.DecisionStay;
import id.pkh.disbursement.sanction.SanctionFact.DecisionTaken;
import id.pkh.disbursement.sanction.SanctionFact.DecisionTookEffect;
import id.pkh.disbursement.sanction.SanctionFact.MembershipRestored;
import id.pkh.disbursement.sanction.SanctionFact.StepIssued;
import id.pkh.disbursement.sanction.SanctionFact.StepWithdrawn;
import id.pkh.disbursement.sanction.domain.Effect;
import id.pkh.disbursement.sanction.domain.LadderStep;
import id.pkh.disbursement.sanction.domain.LiftReason;
import id.pkh.disbursement.support.FactEvents;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A fact of a plot. It can be published for any family; its number determines its ids. */
record Beat(Kind kind, int number, long sequence, String detail) {

    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private static final LocalDate DAY = LocalDate.parse("2026-03-01");

    enum Kind {
        STATE,
        DECIDE,
        TAKE_EFFECT,
        STAY,
        END_STAY,
        REINSTATE,
        LIFT,
        WARN,
        WITHDRAW
    }

    String word(int i) {
        return detail.split(" ")[i];
    }

    /** The facts about a family, in any order. */
    static List<Beat> plot(Random random) {
        List<Beat> plot = new ArrayList<>();
        String[] effects = {
            "HOLD", "HOLD", "FORFEIT", "TERMINATE", "GRADUATE", "MOVE", "DECEASE", "NONE"
        };
        String[] lifts = {
            "CORRECTED_FACT", "APPEAL_UPHELD", "OFFICER_ERROR", "OFFICER", "COMMITMENT_MET"
        };
        String[] days = {"2026-01-01", "2026-04-01", "2026-06-30", "2026-07-01"};
        String[] states = {
            "ACTIVE SD",
            "SUSPENDED SD",
            "ACTIVE SMA",
            "GRADUATED SD",
            "TERMINATED SD",
            "ACTIVE NONE",
            "ACTIVE SD ACTIVE",
            "GRADUATED SD ACTIVE",
            "TERMINATED SMA ACTIVE",
            "GRADUATED SD GRADUATED"
        };
        int decisions = 1 + random.nextInt(3);
        for (int i = 0; i < decisions; i++) {
            String effect = one(random, effects);
            boolean onNotice = !effect.equals("NONE") && random.nextInt(3) > 0;
            String decided = effect + " " + one(random, days) + (onNotice ? " ON_NOTICE" : "");
            plot.add(new Beat(Kind.DECIDE, i, 10 + i * 10L, decided));
            if (onNotice && random.nextInt(4) > 0) {
                // a notice can come late, even after a reinstatement
                long sequence = random.nextInt(4) == 0 ? 45 + i : 11 + i * 10L;
                plot.add(new Beat(Kind.TAKE_EFFECT, i, sequence, effect + " " + one(random, days)));
            }
            if (random.nextInt(3) == 0) {
                plot.add(new Beat(Kind.STAY, i, 12 + i * 10L, ""));
                if (random.nextInt(3) > 0) {
                    plot.add(new Beat(Kind.END_STAY, i, 13 + i * 10L, ""));
                }
            }
            if (random.nextInt(3) > 0) {
                plot.add(new Beat(Kind.LIFT, i, 14 + i * 10L, one(random, lifts)));
            }
        }
        if (random.nextInt(3) == 0) {
            long sequence = 19 + 10L * random.nextInt(3);
            plot.add(new Beat(Kind.REINSTATE, 9, sequence, one(random, days)));
        }
        for (int i = 0; i < random.nextInt(3); i++) {
            plot.add(new Beat(Kind.WARN, i, 50 + i * 2L, ""));
            if (random.nextBoolean()) {
                plot.add(new Beat(Kind.WITHDRAW, i, 51 + i * 2L, ""));
            }
        }
        for (int i = 0; i < random.nextInt(4); i++) {
            plot.add(new Beat(Kind.STATE, 0, 2 + i, one(random, states)));
        }
        Collections.shuffle(plot, random);
        return plot;
    }

    private static String one(Random random, String[] from) {
        return from[random.nextInt(from.length)];
    }

    /** As this service receives it. */
    Object about(UUID kpm) {
        UUID thing = idOf(kpm);
        Instant at = START.plusSeconds(sequence);
        return switch (kind) {
            case STATE -> new KpmSnapshot(family(kpm), DAY, at, sequence);
            case DECIDE -> decided(kpm, thing, at);
            case TAKE_EFFECT ->
                    new DecisionTookEffect(
                            thing,
                            kpm,
                            FactEvents.VILLAGE,
                            Effect.valueOf(word(0)),
                            LocalDate.parse(word(1)),
                            "LETTER",
                            at,
                            sequence);
            case STAY, END_STAY ->
                    new DecisionStay(thing, thing, kpm, kind == Kind.END_STAY, at, sequence);
            case REINSTATE ->
                    new MembershipRestored(
                            thing,
                            kpm,
                            FactEvents.VILLAGE,
                            LocalDate.parse(detail),
                            "officer-2",
                            "officer-1",
                            at,
                            sequence);
            case LIFT ->
                    new DecisionLifted(
                            thing,
                            kpm,
                            FactEvents.VILLAGE,
                            LiftReason.valueOf(detail),
                            "system",
                            DAY,
                            at,
                            sequence);
            case WARN ->
                    new StepIssued(
                            thing,
                            kpm,
                            FactEvents.VILLAGE,
                            LadderStep.SUSPENSION_WARNING,
                            "2026-02",
                            "P2K2_ABSENCE",
                            2,
                            2,
                            "FAMILY",
                            false,
                            List.of(),
                            "LADDER-2026",
                            "basis",
                            DAY,
                            at,
                            sequence);
            case WITHDRAW ->
                    new StepWithdrawn(
                            thing,
                            kpm,
                            FactEvents.VILLAGE,
                            LadderStep.SUSPENSION_WARNING,
                            "2026-02",
                            "P2K2_ABSENCE",
                            2,
                            2,
                            "FAMILY",
                            "CORRECTED_FACT",
                            DAY,
                            at,
                            sequence);
        };
    }

    UUID idOf(UUID kpm) {
        return new UUID(kpm.getMostSignificantBits(), number);
    }

    private DecisionTaken decided(UUID kpm, UUID thing, Instant at) {
        Effect effect = Effect.valueOf(word(0));
        String decision =
                effect == Effect.NONE
                        ? "DISMISS"
                        : effect.endsMembership() ? effect.name() : "SUSPEND";
        return new DecisionTaken(
                thing,
                kpm,
                FactEvents.VILLAGE,
                thing,
                "SUSPENSION",
                decision,
                effect,
                "2026-03",
                "P2K2_ABSENCE",
                LocalDate.parse(word(1)),
                detail.endsWith(" ON_NOTICE"),
                null,
                "officer-1",
                DAY,
                at,
                sequence);
    }

    /** The state of a family, for a fact about it. */
    KpmFacts family(UUID kpm) {
        String[] words = detail.split(" ");
        List<ComponentSpell> spells =
                words[1].equals("NONE")
                        ? List.of()
                        : List.of(
                                new ComponentSpell(
                                        new UUID(1, 1),
                                        words[1],
                                        LocalDate.parse("2025-07-14"),
                                        null));
        return new KpmFacts(
                kpm,
                new KpmStatus(words[0]),
                words.length > 2 ? new KpmStatus(words[2]) : null,
                FactEvents.VILLAGE,
                "BRI",
                true,
                spells);
    }
}
