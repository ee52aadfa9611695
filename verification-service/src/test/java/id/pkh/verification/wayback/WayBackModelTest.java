package id.pkh.verification.wayback;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.RuleTable;
import id.pkh.testsupport.model.ModelSeeds;
import id.pkh.verification.sanction.domain.Rung;
import id.pkh.verification.sanction.domain.SanctionLadder;
import id.pkh.verification.sanction.domain.SanctionLadders;
import id.pkh.verification.sanction.domain.Step;
import id.pkh.verification.signal.domain.Cause;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Plays schedules of facts, steps, decisions, notices, appeals, lifts and reinstatements with the
 * rules of the service, and with a small model of what the rule pages state. After every act both
 * have to agree on the answer and on everything that is in effect.
 */
class WayBackModelTest {

    private static final int SEEDS = 20_000;
    private static final int ACTS = 32;
    private static final LocalDate BEGIN = LocalDate.of(2026, 3, 1);

    private final SanctionLadders ladders = ladderOfTheRulePage();

    @Test
    void every_schedule_goes_as_the_rule_pages_state() {
        ModelSeeds.play(SEEDS, this::play);
    }

    private void play(long seed) {
        Random random = new Random(seed);
        Terms terms = Terms.some(random);
        String base = random.nextInt(12) == 0 ? "VALIDATED" : "ACTIVE";
        PageModel model = new PageModel(terms, base, BEGIN);
        PlayedRules rules = new PlayedRules(ladders, terms, BEGIN);
        Schedule schedule = new Schedule(random, model, Schedule.facts(random, true));
        List<Act> acts = new ArrayList<>();
        schedule.past().forEach(act -> play(act, model, rules, acts));
        for (int i = 0; i < ACTS; i++) {
            Act act = schedule.next();
            if (act != null) {
                play(act, model, rules, acts);
            }
        }
    }

    private static void play(Act act, PageModel model, PlayedRules rules, List<Act> acts) {
        acts.add(act);
        String status = model.status();
        String expected = model.refusalOf(act);
        if (expected.isEmpty()) {
            expected = model.happen(act);
        }
        agree(rules.play(act, status), expected, acts);
        agree(rules.state(), model.state(), acts);
    }

    private static void agree(Object rules, Object model, List<Act> acts) {
        if (!rules.equals(model)) {
            StringBuilder story = new StringBuilder();
            acts.forEach(act -> story.append(act).append(System.lineSeparator()));
            assertThat(rules).as("%s", story).isEqualTo(model);
        }
    }

    private static SanctionLadders ladderOfTheRulePage() {
        List<Rung> rungs =
                RuleTable.rows(
                                "sanction-ladder.md",
                                "cause",
                                "running",
                                "step",
                                "protected",
                                "told besides the family")
                        .stream()
                        .map(
                                row ->
                                        new Rung(
                                                Cause.valueOf(row.get(0)),
                                                Integer.parseInt(row.get(1)),
                                                Step.valueOf(row.get(2)),
                                                row.get(3).equals("yes"),
                                                List.of()))
                        .toList();
        return new SanctionLadders(
                List.of(
                        new SanctionLadder(
                                "LADDER-2026", LocalDate.of(2019, 1, 1), "choice", rungs)));
    }
}
