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

    private static final List<Effect> HARDEST_FIRST =
            List.of(Effect.TERMINATE, Effect.FORFEIT, Effect.HOLD);

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
        List<Decision> against = against(facts.decisions(), cycle.range());
        return new PaymentVerdict(
                transition(against),
                entitlement.total(),
                entitlement.lines(),
                reasons(facts.kpm(), against, steps),
                against.stream().map(Decision::decisionId).toList(),
                steps);
    }

    /**
     * A terminated family whose termination is recorded here is judged by the decision's day, not
     * by the registry's status, which changes on the day of the decision.
     */
    private static Optional<String> whyOutside(FamilyFacts facts, PaymentCycle cycle) {
        KpmFacts kpm = facts.kpm();
        boolean terminationKnown =
                facts.decisions().stream()
                        .anyMatch(d -> d.effect() == Effect.TERMINATE && d.isInEffect());
        boolean member =
                kpm.status().isMember() || (kpm.status().isTerminated() && terminationKnown);
        if (!member) {
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

    private static List<Decision> against(List<Decision> decisions, CoveredRange range) {
        return decisions.stream()
                .filter(Decision::isInEffect)
                .filter(Decision::touchesMoney)
                .filter(decision -> decision.concerns(range))
                .sorted(Comparator.comparing(PaymentRule::weight).thenComparing(Decision.BY_TIME))
                .toList();
    }

    private static int weight(Decision decision) {
        return HARDEST_FIRST.indexOf(decision.effect());
    }

    /** The hardest effect takes precedence. */
    private static PaymentTransition transition(List<Decision> against) {
        if (has(against, Effect.TERMINATE)) {
            return PaymentTransition.LOSE;
        }
        if (has(against, Effect.FORFEIT)) {
            return PaymentTransition.FORFEIT;
        }
        return against.isEmpty() ? PaymentTransition.CLEAR : PaymentTransition.HOLD;
    }

    private static List<String> reasons(
            KpmFacts kpm, List<Decision> against, List<LadderStep> steps) {
        Set<String> reasons = new LinkedHashSet<>();
        if (has(against, Effect.TERMINATE)) {
            reasons.add(PaymentVerdict.TERMINATION_DECIDED);
        }
        if (has(against, Effect.FORFEIT) || has(against, Effect.HOLD)) {
            reasons.add(PaymentVerdict.SUSPENSION_DECIDED);
        }
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

    private static boolean has(List<Decision> decisions, Effect effect) {
        return decisions.stream().anyMatch(decision -> decision.effect() == effect);
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
