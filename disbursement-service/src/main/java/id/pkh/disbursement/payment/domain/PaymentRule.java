package id.pkh.disbursement.payment.domain;

import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.entitlement.domain.BenefitRate;
import id.pkh.disbursement.entitlement.domain.BenefitTerms;
import id.pkh.disbursement.entitlement.domain.CoveredRange;
import id.pkh.disbursement.entitlement.domain.Entitlement;
import id.pkh.disbursement.entitlement.domain.EntitlementFacts;
import id.pkh.disbursement.entitlement.domain.EntitlementRule;
import id.pkh.disbursement.entitlement.domain.Rupiah;
import id.pkh.disbursement.kpm.domain.KpmFacts;
import id.pkh.disbursement.sanction.domain.Decision;
import id.pkh.disbursement.sanction.domain.Effect;
import id.pkh.disbursement.sanction.domain.LadderStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Decides a family's payment of a cycle. It is a pure function of the facts, so that neither their
 * order nor their repetition matters. See docs/rules/entitlement.md.
 */
public final class PaymentRule {

    private PaymentRule() {}

    public static PaymentVerdict decide(FamilyFacts facts, PaymentCycle cycle, BenefitTerms terms) {
        List<LadderStep> steps = facts.steps().stream().sorted(LadderStep.BY_PERIOD).toList();
        Optional<String> outside = whyOutside(facts, cycle);
        if (outside.isPresent()) {
            return nothing(outside.get(), new Entitlement(List.of()), steps);
        }
        Entitlement entitlement =
                EntitlementRule.calculate(
                        new EntitlementFacts(
                                facts.kpm().spells(), cycle.range(), BenefitRate.REGULAR),
                        terms);
        if (entitlement.total().isZero()) {
            return nothing(entitlement.reasonForNothing(), entitlement, steps);
        }
        List<Decision> against = against(facts, cycle.range());
        return new PaymentVerdict(
                transition(against),
                entitlement.total(),
                entitlement.lines(),
                reasons(facts.kpm(), against, steps),
                against.stream().map(Decision::decisionId).toList(),
                steps);
    }

    private static Optional<String> whyOutside(FamilyFacts facts, PaymentCycle cycle) {
        KpmFacts kpm = facts.kpm();
        if (!isMember(facts) || isBeforeReturn(facts, cycle.range())) {
            return Optional.of(PaymentVerdict.NOT_ACTIVE);
        }
        if (!cycle.serves(kpm.isPaidThroughPos())) {
            return Optional.of(PaymentVerdict.OTHER_CHANNEL);
        }
        if (facts.coveredElsewhere()) {
            return Optional.of(PaymentVerdict.COVERED_BY_OTHER_CYCLE);
        }
        return Optional.empty();
    }

    /**
     * Decisions are judged here by themselves, so the status that the registry derives from them
     * does not count, whichever of the two arrives first. States of before do not have the status
     * apart from decisions; then a termination that is recorded here explains the registry's.
     */
    private static boolean isMember(FamilyFacts facts) {
        KpmFacts kpm = facts.kpm();
        if (kpm.baseStatus() != null) {
            return kpm.baseStatus().isMember();
        }
        boolean terminationKnown =
                facts.decisions().stream()
                        .anyMatch(d -> d.effect() == Effect.TERMINATE && d.isInEffect());
        return kpm.status().isMember() || (kpm.status().isTerminated() && terminationKnown);
    }

    /**
     * The family came back after an exit that is not recorded here, because an officer decided it
     * in the registry in former times: nothing before its return is paid.
     */
    private static boolean isBeforeReturn(FamilyFacts facts, CoveredRange range) {
        return facts.reinstatements().stream()
                .filter(back -> range.until().isBefore(back.from()))
                .anyMatch(back -> facts.decisions().stream().noneMatch(back::ends));
    }

    private static List<Decision> against(FamilyFacts facts, CoveredRange range) {
        return facts.decisions().stream()
                .filter(Decision::isInEffect)
                .filter(Decision::touchesMoney)
                .filter(decision -> decision.concerns(range, facts.reinstatements()))
                .sorted(Comparator.comparing(Decision::effect).thenComparing(Decision.BY_TIME))
                .toList();
    }

    /** The hardest effect takes precedence. */
    private static PaymentTransition transition(List<Decision> against) {
        if (against.isEmpty()) {
            return PaymentTransition.CLEAR;
        }
        Effect hardest = against.get(0).effect();
        if (hardest.endsMembership()) {
            return PaymentTransition.LOSE;
        }
        return hardest == Effect.FORFEIT ? PaymentTransition.FORFEIT : PaymentTransition.HOLD;
    }

    private static List<String> reasons(
            KpmFacts kpm, List<Decision> against, List<LadderStep> steps) {
        Set<String> reasons = new LinkedHashSet<>();
        against.forEach(decision -> reasons.add(decision.effect().reason()));
        if (kpm.lacksAccount()) {
            reasons.add(PaymentVerdict.ACCOUNT_MISSING);
        }
        reasons.addAll(warningCauses(steps));
        return new ArrayList<>(reasons);
    }

    private static List<String> warningCauses(List<LadderStep> steps) {
        return steps.stream()
                .filter(LadderStep::isWarning)
                .map(LadderStep::cause)
                .distinct()
                .sorted()
                .toList();
    }

    private static PaymentVerdict nothing(
            String reason, Entitlement entitlement, List<LadderStep> steps) {
        List<UUID> noDecision = List.of();
        List<String> reasons = new ArrayList<>();
        reasons.add(reason);
        reasons.addAll(warningCauses(steps));
        return new PaymentVerdict(
                PaymentTransition.LOSE,
                Rupiah.ZERO,
                entitlement.lines(),
                reasons,
                noDecision,
                steps);
    }
}
