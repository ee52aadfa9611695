package id.pkh.disbursement.payment.domain;

import static id.pkh.disbursement.payment.domain.PaymentFixture.cycle;
import static id.pkh.disbursement.payment.domain.PaymentFixture.facts;
import static id.pkh.disbursement.payment.domain.PaymentFixture.familyWithSchoolChild;
import static id.pkh.disbursement.payment.domain.PaymentFixture.secondQuarter;
import static id.pkh.disbursement.payment.domain.PaymentFixture.warning;
import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.RulePage;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.entitlement.domain.BenefitTerms;
import id.pkh.disbursement.entitlement.domain.Rupiah;
import id.pkh.disbursement.kpm.domain.KpmFacts;
import id.pkh.disbursement.kpm.domain.KpmStatus;
import id.pkh.disbursement.sanction.domain.Decision;
import id.pkh.disbursement.sanction.domain.Effect;
import id.pkh.disbursement.sanction.domain.LadderStep;
import id.pkh.disbursement.sanction.domain.Reinstatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentRuleTest {

    private static final BenefitTerms TERMS = RulePage.terms();

    static Stream<Arguments> casesOfThePage() {
        return RulePage.statuses().stream()
                .map(row -> Arguments.of(row.get(0), row.get(1), row.get(2), row.get(3)));
    }

    @ParameterizedTest(name = "{0}, apart {1}, {2}: {3}")
    @MethodSource("casesOfThePage")
    void decidesAsTheRulePageStates(
            String family, String apart, String decisions, PaymentStatus status) {
        PaymentVerdict verdict =
                PaymentRule.decide(facts(family, apart, decisions), secondQuarter(), TERMS);

        assertThat(PaymentState.planned(PaymentStatus.PAYABLE).on(verdict.transition()))
                .contains(PaymentState.planned(status));
    }

    @Test
    void listsTheBlockingDecisionsTheHardestFirst() {
        PaymentVerdict verdict =
                decide(
                        familyWithSchoolChild("ACTIVE", "BRI", true),
                        "HOLD 2026-04-01; HOLD 2026-05-01; FORFEIT 2026-05-01; HOLD 2026-07-01; HOLD 2026-04-01 lifted OFFICER");

        assertThat(verdict.blockedBy())
                .containsExactly(new UUID(0, 3), new UUID(0, 1), new UUID(0, 2));
        assertThat(verdict.reasons()).containsExactly("SUSPENSION_DECIDED");
    }

    /** The registry derives its status from the same decisions, at a moment of its own. */
    @ParameterizedTest(name = "{1}, {2}: {3}")
    @MethodSource("casesOfThePage")
    void theStatusThatTheRegistryDerivedMakesNoDifference(
            String family, String apart, String decisions, PaymentStatus status) {
        if (apart.equals("–")) {
            return;
        }
        for (String derived : List.of("ACTIVE", "SUSPENDED", "GRADUATED", "TERMINATED", family)) {
            assertThat(PaymentRule.decide(facts(derived, apart, decisions), secondQuarter(), TERMS))
                    .isEqualTo(
                            PaymentRule.decide(
                                    facts(family, apart, decisions), secondQuarter(), TERMS));
        }
    }

    @ParameterizedTest(name = "{0}, apart {1}, {2}")
    @MethodSource("casesOfThePage")
    void theOrderInWhichTheFactsAreReadMakesNoDifference(
            String family, String apart, String decisions, PaymentStatus status) {
        FamilyFacts facts = facts(family, apart, decisions);
        PaymentVerdict verdict = PaymentRule.decide(facts, secondQuarter(), TERMS);
        Random random = new Random(decisions.hashCode());
        for (int i = 0; i < 20; i++) {
            List<Decision> shuffled = new ArrayList<>(facts.decisions());
            List<Reinstatement> returns = new ArrayList<>(facts.reinstatements());
            Collections.shuffle(shuffled, random);
            Collections.shuffle(returns, random);
            assertThat(
                            PaymentRule.decide(
                                    new FamilyFacts(
                                            facts.kpm(), shuffled, returns, List.of(), false),
                                    secondQuarter(),
                                    TERMS))
                    .isEqualTo(verdict);
        }
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void everyExitKeepsTheAmountThatWasLostAndNamesItself(Effect effect) {
        PaymentVerdict verdict =
                PaymentRule.decide(
                        facts("ACTIVE", "ACTIVE", effect + " 2026-04-01"), secondQuarter(), TERMS);

        assertThat(verdict.isEligible()).isEqualTo(!effect.endsMembership());
        assertThat(verdict.amount()).isEqualTo(Rupiah.of(225_000));
        assertThat(verdict.blockedBy()).hasSize(effect == Effect.NONE ? 0 : 1);
        assertThat(verdict.reasons())
                .isEqualTo(effect == Effect.NONE ? List.of() : List.of(effect.reason()));
    }

    @Test
    void aTerminationKeepsTheAmountThatWasLost() {
        PaymentVerdict verdict =
                decide(familyWithSchoolChild("TERMINATED", "BRI", true), "TERMINATE 2026-04-01");

        assertThat(verdict.isEligible()).isFalse();
        assertThat(verdict.amount()).isEqualTo(Rupiah.of(225_000));
        assertThat(verdict.reasons()).containsExactly("TERMINATION_DECIDED");
    }

    @Test
    void aWarningIsShownAndChangesNoMoney() {
        LadderStep reminder =
                new LadderStep(LadderStep.REMINDER, "P2K2_ABSENCE", "2026-01", 1, false);
        PaymentVerdict verdict =
                PaymentRule.decide(
                        facts(
                                familyWithSchoolChild("ACTIVE", "BRI", true),
                                List.of(),
                                warning("P2K2_ABSENCE", "2026-02"),
                                warning("GROUP_MEETING_ABSENCE", "2026-02"),
                                reminder),
                        secondQuarter(),
                        TERMS);

        assertThat(verdict.transition()).isEqualTo(PaymentTransition.CLEAR);
        assertThat(verdict.amount()).isEqualTo(Rupiah.of(225_000));
        assertThat(verdict.isWarned()).isTrue();
        assertThat(verdict.reasons()).containsExactly("GROUP_MEETING_ABSENCE", "P2K2_ABSENCE");
        assertThat(verdict.steps().get(0)).isEqualTo(reminder);
    }

    @Test
    void aReminderAloneIsNotAWarning() {
        PaymentVerdict verdict =
                PaymentRule.decide(
                        facts(
                                familyWithSchoolChild("ACTIVE", "BRI", true),
                                List.of(),
                                new LadderStep(
                                        LadderStep.REMINDER, "P2K2_ABSENCE", "2026-01", 1, false)),
                        secondQuarter(),
                        TERMS);

        assertThat(verdict.isWarned()).isFalse();
        assertThat(verdict.reasons()).isEmpty();
    }

    @ParameterizedTest(name = "bank {0}, account {1}: {2}")
    @CsvSource(
            value = {
                "BRI, true,  ''",
                "BRI, false, ACCOUNT_MISSING",
                "NULL, false, ACCOUNT_MISSING",
                "POS, false, ''"
            },
            nullValues = "NULL")
    void statesThatAnAccountIsMissing(String bank, boolean account, String reason) {
        PaymentVerdict verdict = decide(familyWithSchoolChild("ACTIVE", bank, account), "none");

        assertThat(verdict.transition()).isEqualTo(PaymentTransition.CLEAR);
        assertThat(verdict.reasons()).isEqualTo(reason.isEmpty() ? List.of() : List.of(reason));
    }

    @ParameterizedTest(name = "cycle {0}, POS cycle beside {1}, bank {2}: belongs {3}")
    @CsvSource(
            value = {
                "BANK, false, BRI,  true",
                "BANK, false, NULL, true",
                "BANK, false, POS,  true",
                "BANK, true,  BRI,  true",
                "BANK, true,  NULL, true",
                "BANK, true,  POS,  false",
                "POS,  false, BRI,  false",
                "POS,  false, NULL, false",
                "POS,  false, POS,  true"
            },
            nullValues = "NULL")
    void aFamilyBelongsToOneChannel(String channel, boolean beside, String bank, boolean belongs) {
        PaymentCycle cycle = cycle(channel, beside);

        PaymentVerdict verdict =
                PaymentRule.decide(
                        facts(familyWithSchoolChild("ACTIVE", bank, true), List.of()),
                        cycle,
                        TERMS);

        assertThat(verdict.isEligible()).isEqualTo(belongs);
        assertThat(verdict.reasons()).isEqualTo(belongs ? List.of() : List.of("OTHER_CHANNEL"));
    }

    @Test
    void aFamilyOnASealedListOfTheOtherChannelIsNotPaidAgain() {
        FamilyFacts elsewhere =
                facts(familyWithSchoolChild("ACTIVE", "BRI", true), List.of()).paidElsewhere(true);

        PaymentVerdict verdict = PaymentRule.decide(elsewhere, secondQuarter(), TERMS);

        assertThat(verdict.isEligible()).isFalse();
        assertThat(verdict.reasons()).containsExactly("COVERED_BY_OTHER_CYCLE");
    }

    @Test
    void aFamilyWithoutAnyComponentHasNoPaymentButAReason() {
        KpmFacts alone =
                new KpmFacts(
                        PaymentFixture.KPM,
                        new KpmStatus("ACTIVE"),
                        PaymentFixture.VILLAGE,
                        "BRI",
                        true,
                        List.of());

        PaymentVerdict verdict = decide(alone, "HOLD 2026-04-01");

        assertThat(verdict.isEligible()).isFalse();
        assertThat(verdict.hasAmount()).isFalse();
        assertThat(verdict.blockedBy()).isEmpty();
        assertThat(verdict.reasons()).containsExactly("NO_COMPONENT");
    }

    private static PaymentVerdict decide(KpmFacts kpm, String decisions) {
        return PaymentRule.decide(
                facts(kpm, RulePage.decisions(decisions)), secondQuarter(), TERMS);
    }
}
