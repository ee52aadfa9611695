package id.pkh.disbursement.payment;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.RulePage;
import id.pkh.disbursement.entitlement.domain.BenefitTerms;
import id.pkh.disbursement.payment.Beat.Kind;
import id.pkh.testsupport.model.ModelSeeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Plays facts about one family in any order, some of them twice, while its cycles are sealed one
 * after the other. After every fact the rules of the service and a small model of the rule page
 * have to agree on what each cycle pays, withholds and gives back.
 */
class MoneyModelTest {

    private static final int SEEDS = 30_000;
    private static final Map<String, String> LAST_DAYS =
            Map.of("2026-T1", "2026-03-31", "2026-T2", "2026-06-30", "2026-T3", "2026-09-30");

    private final BenefitTerms terms = RulePage.terms();

    @Test
    void everyFamilyIsPaidAsTheRulePageStates() {
        ModelSeeds.play(SEEDS, this::play);
    }

    private void play(long seed) {
        Random random = new Random(seed);
        List<Beat> beats = new ArrayList<>();
        beats.add(
                new Beat(Kind.STATE, 0, 1, "ACTIVE SD" + (random.nextBoolean() ? " ACTIVE" : "")));
        for (Beat beat : Beat.plot(random)) {
            beats.add(beat);
            if (random.nextInt(4) == 0) {
                beats.add(beats.get(random.nextInt(beats.size())));
            }
        }
        List<String> cycles = List.of("2026-T1", "2026-T2", "2026-T3");
        MoneyModel model = new MoneyModel(LAST_DAYS);
        PlayedPayments rules = new PlayedPayments(terms, LAST_DAYS);
        int sealed = 0;
        for (Beat beat : beats) {
            model.hear(beat);
            rules.hear(beat);
            for (String cycle : cycles) {
                agree(rules.lineOf(cycle), model.lineOf(cycle), cycle, beat, beats);
            }
            if (sealed < cycles.size() && random.nextInt(5) == 0) {
                model.seal(cycles.get(sealed));
                rules.seal(cycles.get(sealed));
                sealed++;
            }
        }
    }

    private static void agree(
            String rules, String model, String cycle, Beat beat, List<Beat> beats) {
        if (!rules.equals(model)) {
            assertThat(rules).as("%s after %s of %s", cycle, beat, beats).isEqualTo(model);
        }
    }
}
