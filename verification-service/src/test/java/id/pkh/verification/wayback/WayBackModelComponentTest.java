package id.pkh.verification.wayback;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.model.ModelSeeds;
import id.pkh.testsupport.rows.Rows;
import id.pkh.testsupport.time.MovableClock;
import id.pkh.verification.support.Family;
import id.pkh.verification.support.World;
import id.pkh.verification.wayback.Act.Kind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Plays the schedules with the service and its database: many families at once, each with a seed of
 * its own, and one calendar for all. In the end the records of each are those of its model.
 */
@QuarkusTest
@OnLocalStack("verification")
class WayBackModelComponentTest {

    private static final int SEEDS = 200;
    private static final int ROUNDS = 12;
    private static final LocalDate BEGIN = LocalDate.of(2026, 3, 1);

    @Inject World world;
    @Inject MovableClock clock;
    @Inject Rows rows;
    @Inject PlayedService service;

    private final String village = World.newSubDistrict() + ".1001";
    private List<PlayedFamily> families;

    @AfterEach
    void clockBack() {
        clock.reset();
    }

    @Test
    void every_family_ends_as_the_rule_pages_state() {
        clock.setTo(BEGIN.toString());
        List<Long> seeds = ModelSeeds.first(SEEDS);
        List<Family> registered =
                Stream.generate(() -> world.family(village)).limit(seeds.size()).toList();
        world.register(registered.toArray(Family[]::new));
        families =
                Stream.iterate(0, i -> i < seeds.size(), i -> i + 1)
                        .map(i -> family(seeds.get(i), registered.get(i)))
                        .toList();
        learn();
        Random calendar = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            act();
            if (round % 3 == 2) {
                pass(1 + calendar.nextInt(15));
            }
        }
        families.forEach(
                family ->
                        assertThat(service.state(family))
                                .as("%s", family)
                                .isEqualTo(family.model.state()));
    }

    private PlayedFamily family(long seed, Family registered) {
        PageModel model = new PageModel(Terms.ofThePages(), "ACTIVE", BEGIN);
        return new PlayedFamily(seed, registered.kpmId, village, model);
    }

    /** What is known before people act, one list of each family after the other. */
    private void learn() {
        Map<PlayedFamily, List<Act>> past = new LinkedHashMap<>();
        families.forEach(family -> past.put(family, family.schedule.past()));
        int longest = past.values().stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            Map<PlayedFamily, Act> facts = new LinkedHashMap<>();
            for (PlayedFamily family : families) {
                if (i < past.get(family).size()) {
                    facts.put(family, past.get(family).get(i));
                }
            }
            play(facts);
        }
    }

    /** Each family does one thing. */
    private void act() {
        Map<PlayedFamily, Act> acts = new LinkedHashMap<>();
        for (PlayedFamily family : families) {
            Act act = family.schedule.nextPossible();
            if (act != null) {
                acts.put(family, act);
            }
        }
        play(acts);
    }

    private void play(Map<PlayedFamily, Act> acts) {
        Map<PlayedFamily, Act> facts = new LinkedHashMap<>();
        Map<PlayedFamily, String> statuses = new LinkedHashMap<>();
        acts.forEach((family, act) -> statuses.put(family, family.model.status()));
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            acts.forEach(
                                    (family, act) -> {
                                        family.acts.add(act);
                                        String expected = family.model.happen(act);
                                        if (act.kind() == Kind.FACT) {
                                            facts.put(family, act);
                                        } else {
                                            assertThat(service.play(family, act))
                                                    .as("%s", family)
                                                    .isEqualTo(expected);
                                        }
                                    });
                            service.arrive(facts);
                        });
        service.nameSteps(families);
        followInRegistry(statuses);
    }

    private void pass(int days) {
        Act act = new Act(Kind.PASS, "", "", "" + days);
        Map<PlayedFamily, String> statuses = new LinkedHashMap<>();
        for (PlayedFamily family : families) {
            statuses.put(family, family.model.status());
            family.acts.add(act);
            family.model.happen(act);
        }
        clock.setTo(families.get(0).model.today().toString());
        QuarkusTransaction.requiringNew().run(() -> service.letTimeAct(families));
        followInRegistry(statuses);
    }

    /** The registry derives the status from the decisions, and publishes it. */
    private void followInRegistry(Map<PlayedFamily, String> before) {
        before.forEach(
                (family, status) -> {
                    if (!status.equals(family.model.status())) {
                        rows.execute(
                                "UPDATE kpm SET status = ? WHERE kpm_id = ?",
                                family.model.status(),
                                family.kpm);
                    }
                });
    }
}
