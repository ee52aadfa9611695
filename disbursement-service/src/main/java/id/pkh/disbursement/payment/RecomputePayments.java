package id.pkh.disbursement.payment;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.entitlement.BenefitIndexes;
import id.pkh.disbursement.entitlement.domain.BenefitTerms;
import id.pkh.disbursement.payment.domain.FamilyFacts;
import id.pkh.disbursement.payment.domain.Payment;
import id.pkh.disbursement.payment.domain.PaymentChange;
import id.pkh.disbursement.payment.domain.PaymentRule;
import id.pkh.disbursement.payment.domain.PaymentVerdict;
import id.pkh.disbursement.payment.domain.ReleaseRule;
import id.pkh.disbursement.payment.domain.ReleaseRule.Release;
import id.pkh.disbursement.sanction.domain.Decision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Updates the planned payments of families from the facts. It reads all rows with a few statements,
 * decides in memory, and writes only the differences. The caller has locked the families and
 * prevents the sealing of the cycle.
 */
@ApplicationScoped
public class RecomputePayments {

    /**
     * The payment is released although its decision was not lifted, because the decision itself was
     * changed.
     */
    private static final String RECALCULATED = "RECALCULATED";

    /** The payment is released because an open appeal stays its decision. */
    private static final String STAYED = "DECISION_STAYED";

    private final PaymentFamilies families;
    private final Payments payments;
    private final BenefitIndexes indexes;
    private final PaymentAnnouncements announcements;
    private final Clock clock;

    RecomputePayments(
            PaymentFamilies families,
            Payments payments,
            BenefitIndexes indexes,
            PaymentAnnouncements announcements,
            Clock clock) {
        this.families = families;
        this.payments = payments;
        this.indexes = indexes;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * Returns how many payments changed. A cycle without rates keeps the payments that it has: it
     * is calculated when its rates are approved.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int handle(
            List<PaymentCycle> cycles, LockedFamilies locked, Set<UUID> kpmIds, Triggers triggers) {
        if (cycles.isEmpty() || kpmIds.isEmpty()) {
            return 0;
        }
        Map<UUID, FamilyFacts> facts = families.factsOf(kpmIds);
        BenefitTerms terms = indexes.terms();
        List<AnnouncedChange> changes = new ArrayList<>();
        for (PaymentCycle cycle : cycles) {
            if (terms.cover(cycle.range().from())) {
                changes.addAll(recompute(cycle, facts, terms, triggers));
            }
        }
        announcements.announce(changes, locked, triggers);
        return changes.size();
    }

    private List<AnnouncedChange> recompute(
            PaymentCycle cycle,
            Map<UUID, FamilyFacts> facts,
            BenefitTerms terms,
            Triggers triggers) {
        Set<UUID> kpmIds = facts.keySet();
        Instant now = clock.instant();
        Map<UUID, Payment> before = payments.regular(cycle.cycleId(), kpmIds);
        Set<UUID> covered = payments.coveredElsewhere(cycle, kpmIds);
        Difference difference =
                new Difference(cycle, before, payments.ineligible(cycle.cycleId(), kpmIds));
        facts.forEach(
                (kpmId, family) ->
                        difference.add(
                                family,
                                PaymentRule.decide(
                                        family.paidElsewhere(covered.contains(kpmId)),
                                        cycle,
                                        terms)));
        payments.save(difference.changes, triggers, now);
        payments.saveIneligible(cycle.cycleId(), difference.nowIneligible, now);
        payments.removeIneligible(cycle.cycleId(), difference.nowEligible);
        Map<UUID, Decision> decisions = decisionsIn(facts);
        return difference.changes.stream()
                .filter(PaymentChange::isAnnounced)
                .map(change -> new AnnouncedChange(cycle, change, releaseOf(change, decisions)))
                .toList();
    }

    private static Map<UUID, Decision> decisionsIn(Map<UUID, FamilyFacts> facts) {
        return facts.values().stream()
                .flatMap(family -> family.decisions().stream())
                .collect(Collectors.toMap(Decision::decisionId, Function.identity()));
    }

    private static Release releaseOf(PaymentChange change, Map<UUID, Decision> decisions) {
        if (!change.isRelease()) {
            return null;
        }
        List<UUID> blockedBy = change.before().blockedBy();
        return ReleaseRule.lastLifted(blockedBy, decisions)
                .orElseGet(() -> new Release(blockedBy.get(0), whyReleased(blockedBy, decisions)));
    }

    private static String whyReleased(List<UUID> blockedBy, Map<UUID, Decision> decisions) {
        boolean isStayed =
                blockedBy.stream()
                        .map(decisions::get)
                        .anyMatch(d -> d != null && d.stage() == Decision.Stage.STAYED);
        return isStayed ? STAYED : RECALCULATED;
    }

    /** The writes that apply the verdicts to a cycle. */
    private static final class Difference {

        private final PaymentCycle cycle;
        private final Map<UUID, Payment> before;
        private final Map<UUID, Ineligibility> ineligibleBefore;
        private final List<PaymentChange> changes = new ArrayList<>();
        private final List<Ineligibility> nowIneligible = new ArrayList<>();
        private final List<UUID> nowEligible = new ArrayList<>();

        Difference(
                PaymentCycle cycle,
                Map<UUID, Payment> before,
                Map<UUID, Ineligibility> ineligibleBefore) {
            this.cycle = cycle;
            this.before = before;
            this.ineligibleBefore = ineligibleBefore;
        }

        void add(FamilyFacts family, PaymentVerdict verdict) {
            UUID kpmId = family.kpm().kpmId();
            String village = family.kpm().villageCode();
            Payment payment = before.get(kpmId);
            if (payment != null) {
                PaymentChange.between(payment, payment.revised(village, verdict))
                        .ifPresent(changes::add);
            } else if (verdict.hasAmount()) {
                UUID paymentId = UuidCreator.getTimeOrderedEpoch();
                changes.add(
                        new PaymentChange(
                                null,
                                Payment.planned(
                                        paymentId, kpmId, cycle.cycleId(), village, verdict)));
            }
            addIneligibility(kpmId, village, verdict, payment != null);
        }

        private void addIneligibility(
                UUID kpmId, String village, PaymentVerdict verdict, boolean hadPayment) {
            Ineligibility known = ineligibleBefore.get(kpmId);
            boolean wanted =
                    !verdict.isEligible() && (hadPayment || !verdict.isOutsidePopulation());
            if (!wanted) {
                if (known != null) {
                    nowEligible.add(kpmId);
                }
                return;
            }
            Ineligibility wantedRow =
                    new Ineligibility(kpmId, village, verdict.reasons(), verdict.lines());
            if (!wantedRow.equals(known)) {
                nowIneligible.add(wantedRow);
            }
        }
    }
}
