package id.pkh.registry.family.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.registry.family.domain.FamilyRulePage.MembershipCase;
import id.pkh.registry.family.domain.Membership.Decision;
import id.pkh.registry.family.domain.Membership.Reinstatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MembershipTest {

    static List<MembershipCase> casesOfTheRulePage() {
        return FamilyRulePage.memberships();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("casesOfTheRulePage")
    void theStatusFollowsFromTheFactsAsTheRulePageSays(MembershipCase row) {
        assertThat(membership(row).status()).isEqualTo(row.status());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("casesOfTheRulePage")
    void theOrderInWhichTheFactsAreReadMakesNoDifference(MembershipCase row) {
        Membership facts = membership(row);
        Random random = new Random(row.facts().hashCode());
        for (int i = 0; i < 20; i++) {
            List<Decision> decisions = new ArrayList<>(facts.decisions());
            List<Reinstatement> reinstatements = new ArrayList<>(facts.reinstatements());
            Collections.shuffle(decisions, random);
            Collections.shuffle(reinstatements, random);
            assertThat(new Membership(row.base(), decisions, reinstatements).status())
                    .isEqualTo(row.status());
        }
    }

    @Test
    void theRulePageHasEveryMeasureInEffectLiftedStayedAndReinstated() {
        List<String> facts =
                casesOfTheRulePage().stream().map(row -> String.join("; ", row.facts())).toList();
        for (Measure measure : Measure.values()) {
            assertThat(facts)
                    .contains(
                            measure.name(),
                            measure + " taken",
                            measure + " stayed",
                            measure + " lifted",
                            measure + "; REINSTATE");
        }
        assertThat(casesOfTheRulePage()).extracting(MembershipCase::base).contains(statuses());
    }

    private static KpmStatus[] statuses() {
        return List.of(KpmStatus.values()).stream()
                .filter(status -> status != KpmStatus.SUSPENDED)
                .toArray(KpmStatus[]::new);
    }

    /** What a reinstatement restores is kept, so that deriving it again changes nothing. */
    @ParameterizedTest
    @EnumSource(KpmStatus.class)
    void aRestoredBaseStatusIsRestoredOnce(KpmStatus base) {
        List<Reinstatement> back = List.of(new Reinstatement(7));
        KpmStatus restored = new Membership(base, List.of(), back).baseStatus();

        assertThat(restored.isFinal()).isFalse();
        assertThat(new Membership(restored, List.of(), back).baseStatus()).isEqualTo(restored);
    }

    private static Membership membership(MembershipCase row) {
        List<Decision> decisions = new ArrayList<>();
        List<Reinstatement> reinstatements = new ArrayList<>();
        long sequence = 0;
        for (String fact : row.facts()) {
            sequence++;
            if (fact.equals("REINSTATE")) {
                reinstatements.add(new Reinstatement(sequence));
            } else {
                decisions.add(decision(fact, sequence));
            }
        }
        return new Membership(row.base(), decisions, reinstatements);
    }

    /** "SUSPEND" is in effect; "taken", "stayed", "lifted" or "by officer" may follow. */
    private static Decision decision(String fact, long sequence) {
        boolean isOfOfficer = fact.endsWith(" by officer");
        return new Decision(
                Measure.valueOf(fact.split(" ")[0]),
                !fact.endsWith(" taken"),
                fact.endsWith(" stayed"),
                fact.endsWith(" lifted"),
                isOfOfficer,
                isOfOfficer ? 0 : sequence);
    }
}
