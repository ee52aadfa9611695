package id.pkh.registry.family.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.registry.family.domain.Membership.Decision;
import id.pkh.registry.family.domain.Membership.Reinstatement;
import id.pkh.testsupport.model.ModelSeeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Tells the life of a family as it happened, and works out its status day by day as
 * docs/rules/families.md states it. The rule gets the facts in another order, some of them twice,
 * and has to come to the same status.
 */
class MembershipModelTest {

    private static final int SEEDS = 50_000;
    private static final int ACTS = 12;

    /** The hardest first, with the statuses that they give. */
    private static final List<String> MEASURES =
            List.of("TERMINATE", "DECEASE", "MOVE", "GRADUATE", "INELIGIBLE", "SUSPEND");

    private static final List<String> STATUSES =
            List.of("TERMINATED", "DECEASED", "MOVED", "GRADUATED", "INELIGIBLE", "SUSPENDED");

    private static final List<String> ACTS_ON_DECISIONS =
            List.of("TAKE_EFFECT", "TAKE_EFFECT", "STAY", "END_STAY", "LIFT");

    /** A fact about a decision, or a reinstatement. */
    private record Fact(String act, int decision, String measure, long sequence) {}

    /** The family as those see it who were there. */
    private static final class Story {

        private final String base;
        private final boolean hasLeftBefore;
        private final Map<Integer, String> taken = new HashMap<>();
        private final Set<Integer> inEffect = new HashSet<>();
        private final Set<Integer> stayed = new HashSet<>();
        private final Set<Integer> over = new HashSet<>();
        private boolean isBack;

        Story(String base) {
            this.base = base;
            this.hasLeftBefore = STATUSES.subList(0, 5).contains(base);
        }

        void happens(Fact fact) {
            switch (fact.act()) {
                case "TAKE" -> taken.put(fact.decision(), fact.measure());
                case "TAKE_EFFECT" -> inEffect.add(fact.decision());
                case "STAY" -> stayed.add(fact.decision());
                case "END_STAY" -> stayed.remove(fact.decision());
                case "LIFT" -> over.add(fact.decision());
                default -> {
                    isBack = true;
                    inEffect.stream()
                            .filter(each -> !taken.get(each).equals("SUSPEND"))
                            .forEach(over::add);
                }
            }
        }

        String status() {
            if (hasLeftBefore && !isBack) {
                return base;
            }
            String apart =
                    !hasLeftBefore ? base : base.equals("INELIGIBLE") ? "VALIDATED" : "ACTIVE";
            for (String measure : MEASURES) {
                boolean counts =
                        inEffect.stream()
                                .anyMatch(
                                        each ->
                                                taken.get(each).equals(measure)
                                                        && !stayed.contains(each)
                                                        && !over.contains(each));
                if (counts && (!measure.equals("SUSPEND") || apart.equals("ACTIVE"))) {
                    return STATUSES.get(MEASURES.indexOf(measure));
                }
            }
            return apart;
        }
    }

    @Test
    void everyFamilyHasTheStatusThatItsLifeGivesIt() {
        ModelSeeds.play(SEEDS, MembershipModelTest::play);
    }

    private static void play(long seed) {
        Random random = new Random(seed);
        KpmStatus base =
                random.nextInt(3) > 0
                        ? KpmStatus.ACTIVE
                        : KpmStatus.values()[random.nextInt(KpmStatus.values().length)];
        if (base == KpmStatus.SUSPENDED) {
            base = KpmStatus.VALIDATED;
        }
        Story story = new Story(base.name());
        List<Fact> facts = new ArrayList<>();
        for (int i = 1; i <= ACTS; i++) {
            Fact fact = next(random, story, i);
            if (fact != null) {
                story.happens(fact);
                facts.add(fact);
                KpmStatus status = arrived(base, inAnotherOrder(facts, random)).status();
                if (!status.name().equals(story.status())) {
                    assertThat(status).as("%s", facts).hasToString(story.status());
                }
            }
        }
    }

    /** What can happen next; null when the dice name something that cannot. */
    private static Fact next(Random random, Story story, int sequence) {
        int dice = random.nextInt(10);
        if (dice < 3) {
            return new Fact(
                    "TAKE",
                    story.taken.size(),
                    MEASURES.get(random.nextInt(MEASURES.size())),
                    sequence);
        }
        if (dice == 3) {
            return new Fact("REINSTATE", 0, "", sequence);
        }
        if (story.taken.isEmpty()) {
            return null;
        }
        int decision = random.nextInt(story.taken.size());
        String act = ACTS_ON_DECISIONS.get(random.nextInt(ACTS_ON_DECISIONS.size()));
        boolean isTwice = act.equals("TAKE_EFFECT") && story.inEffect.contains(decision);
        return isTwice ? null : new Fact(act, decision, story.taken.get(decision), sequence);
    }

    private static List<Fact> inAnotherOrder(List<Fact> facts, Random random) {
        List<Fact> arrived = new ArrayList<>(facts);
        arrived.add(facts.get(random.nextInt(facts.size())));
        Collections.shuffle(arrived, random);
        return arrived;
    }

    private static Membership arrived(KpmStatus base, List<Fact> facts) {
        List<Decision> decisions = new ArrayList<>();
        List<Reinstatement> reinstatements = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact.act().equals("REINSTATE")) {
                reinstatements.add(new Reinstatement(fact.sequence()));
            } else if (fact.act().equals("TAKE")) {
                decisions.add(decision(fact, facts));
            }
        }
        return new Membership(base, decisions, reinstatements);
    }

    private static Decision decision(Fact taken, List<Fact> facts) {
        long effect = last(facts, taken, "TAKE_EFFECT");
        return new Decision(
                Measure.valueOf(taken.measure()),
                effect > 0,
                last(facts, taken, "STAY") > last(facts, taken, "END_STAY"),
                last(facts, taken, "LIFT") > 0,
                false,
                effect);
    }

    /** The sequence of the last such fact about the decision; 0 when there is none. */
    private static long last(List<Fact> facts, Fact taken, String act) {
        return facts.stream()
                .filter(fact -> fact.act().equals(act) && fact.decision() == taken.decision())
                .mapToLong(Fact::sequence)
                .max()
                .orElse(0);
    }
}
