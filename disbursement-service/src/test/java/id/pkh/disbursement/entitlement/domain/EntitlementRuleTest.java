package id.pkh.disbursement.entitlement.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.RulePage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EntitlementRuleTest {

    private static final BenefitTerms TERMS = RulePage.terms();
    private static final CoveredRange SECOND_QUARTER =
            new CoveredRange(LocalDate.parse("2026-04-01"), LocalDate.parse("2026-06-30"));

    static Stream<Arguments> casesOfThePage() {
        return RulePage.amounts().stream()
                .map(
                        row ->
                                Arguments.of(
                                        row.get(0),
                                        row.get(1),
                                        row.get(2),
                                        row.get(3),
                                        row.get(4)));
    }

    @ParameterizedTest(name = "{0} to {1}: {2} -> {3} = {4}")
    @MethodSource("casesOfThePage")
    void calculatesTheAmountsOfTheRulePage(
            String from, String until, String members, String lines, String sum) {
        CoveredRange range = new CoveredRange(LocalDate.parse(from), LocalDate.parse(until));

        Entitlement entitlement =
                EntitlementRule.calculate(
                        new EntitlementFacts(spells(members), range, BenefitRate.REGULAR), TERMS);

        assertThat(entitlement.lines().stream().map(EntitlementRuleTest::shown))
                .containsExactlyElementsOf(RulePage.parts(lines));
        assertThat(entitlement.total()).isEqualTo(Rupiah.of(Long.parseLong(sum)));
    }

    @Test
    void aFamilyOfAnotherSchemeGetsTheFamilyPartOfItsScheme() {
        CoveredRange quarter =
                new CoveredRange(LocalDate.parse("2019-01-01"), LocalDate.parse("2019-03-31"));

        assertThat(total(spells("A SD 2018-07-16"), quarter, "AKSES", TERMS)).isEqualTo(475_000);
    }

    @Test
    void aRemoteFamilyOf2018GetsItsFlatAmount() {
        CoveredRange year =
                new CoveredRange(LocalDate.parse("2018-01-01"), LocalDate.parse("2018-12-31"));

        assertThat(total(spells("A SD 2017-07-17"), year, "REMOTE_PAPUA", TERMS))
                .isEqualTo(2_000_000);
    }

    @Test
    void aLimitOfOneComponentLeavesRoomForOthers() {
        BenefitTerms limited = withPolicy(4, Map.of("EARLY_CHILD", 2));
        String four =
                "A EARLY_CHILD 2024-05-01; B EARLY_CHILD 2023-05-01; C EARLY_CHILD 2022-05-01; D SD 2025-07-14";

        Entitlement entitlement =
                EntitlementRule.calculate(
                        new EntitlementFacts(spells(four), SECOND_QUARTER, BenefitRate.REGULAR),
                        limited);

        assertThat(entitlement.lines().stream().map(EntitlementRuleTest::shown))
                .containsExactly("A 750000", "B 750000", "C OVER_COMPONENT_LIMIT", "D 225000");
    }

    @ParameterizedTest(name = "of 5 members {0} are paid")
    @MethodSource("limits")
    void paysAsManyMembersAsThePolicyAllows(int limit) {
        String five =
                "A SD 2025-07-14; B SD 2025-07-14; C SD 2025-07-14; D SD 2025-07-14; E SD 2025-07-14";

        assertThat(
                        total(
                                spells(five),
                                SECOND_QUARTER,
                                BenefitRate.REGULAR,
                                withPolicy(limit, Map.of())))
                .isEqualTo(225_000L * Math.min(limit, 5));
    }

    static Stream<Integer> limits() {
        return IntStream.rangeClosed(1, 6).boxed();
    }

    @Test
    void theOrderOfTheFactsDoesNotMatterAndMoreFactsNeverPayLess() {
        Random random = new Random(20260401);
        List<String> components =
                List.of("SD", "SMP", "SMA", "EARLY_CHILD", "ELDERLY", "SEVERE_DISABILITY", "OTHER");
        for (int round = 0; round < 500; round++) {
            List<ComponentSpell> spells = new ArrayList<>();
            for (int i = random.nextInt(8); i >= 0; i--) {
                LocalDate since = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(200));
                LocalDate until = random.nextBoolean() ? null : since.plusDays(random.nextInt(200));
                spells.add(
                        new ComponentSpell(
                                new UUID(random.nextLong(), i),
                                components.get(random.nextInt(components.size())),
                                since,
                                until));
            }
            long total = total(spells, SECOND_QUARTER, BenefitRate.REGULAR, TERMS);
            List<ComponentSpell> shuffled = new ArrayList<>(spells);
            Collections.shuffle(shuffled, random);

            assertThat(total(shuffled, SECOND_QUARTER, BenefitRate.REGULAR, TERMS))
                    .isEqualTo(total);
            assertThat(
                            total(
                                    spells.subList(1, spells.size()),
                                    SECOND_QUARTER,
                                    BenefitRate.REGULAR,
                                    TERMS))
                    .isLessThanOrEqualTo(total);
        }
    }

    private static long total(
            List<ComponentSpell> spells, CoveredRange range, String scheme, BenefitTerms terms) {
        return EntitlementRule.calculate(new EntitlementFacts(spells, range, scheme), terms)
                .total()
                .amount();
    }

    private static BenefitTerms withPolicy(int members, Map<String, Integer> limits) {
        return new BenefitTerms(
                TERMS.index(),
                List.of(
                        new EntitlementPolicy(
                                "TEST", LocalDate.EPOCH, members, limits, "test", "test")));
    }

    private static List<ComponentSpell> spells(String members) {
        return RulePage.parts(members).stream()
                .map(
                        member -> {
                            String[] words = member.split(" ");
                            String[] days = words[2].split("\\.\\.");
                            return new ComponentSpell(
                                    new UUID(0, words[0].charAt(0)),
                                    words[1],
                                    LocalDate.parse(days[0]),
                                    days.length < 2 ? null : LocalDate.parse(days[1]));
                        })
                .collect(Collectors.toList());
    }

    private static String shown(EntitlementLine line) {
        String who =
                line.memberId() == null
                        ? line.component()
                        : String.valueOf((char) line.memberId().getLeastSignificantBits());
        return who + " " + (line.isPaid() ? String.valueOf(line.amount().amount()) : line.reason());
    }
}
