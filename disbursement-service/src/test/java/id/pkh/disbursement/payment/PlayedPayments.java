package id.pkh.disbursement.payment;

import id.pkh.disbursement.cycle.domain.CycleStatus;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.entitlement.domain.BenefitTerms;
import id.pkh.disbursement.entitlement.domain.CoveredRange;
import id.pkh.disbursement.kpm.domain.KpmFacts;
import id.pkh.disbursement.payment.Beat.Kind;
import id.pkh.disbursement.payment.domain.FamilyFacts;
import id.pkh.disbursement.payment.domain.Payment;
import id.pkh.disbursement.payment.domain.PaymentRule;
import id.pkh.disbursement.payment.domain.PaymentStatus;
import id.pkh.disbursement.payment.domain.PaymentVerdict;
import id.pkh.disbursement.payment.domain.ReleaseRule;
import id.pkh.disbursement.sanction.domain.Decision;
import id.pkh.disbursement.sanction.domain.Effect;
import id.pkh.disbursement.sanction.domain.LadderStep;
import id.pkh.disbursement.sanction.domain.LiftReason;
import id.pkh.disbursement.sanction.domain.Reinstatement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One family to whose payments the pure rules of the service are applied, as its use cases do. */
final class PlayedPayments {

    private static final UUID KPM = new UUID(7, 7);

    private final BenefitTerms terms;
    private final Map<String, PaymentCycle> cycles = new HashMap<>();
    private final Map<String, Payment> payments = new HashMap<>();
    private final Map<String, Payment> compensating = new HashMap<>();
    private final Set<String> sealed = new HashSet<>();
    private final Map<String, Beat> known = new HashMap<>();
    private KpmFacts kpm;
    private long kpmSequence;

    /**
     * @param lastDays of the cycles
     */
    PlayedPayments(BenefitTerms terms, Map<String, String> lastDays) {
        this.terms = terms;
        lastDays.forEach(
                (code, lastDay) -> {
                    LocalDate until = LocalDate.parse(lastDay);
                    cycles.put(
                            code,
                            new PaymentCycle(
                                    new UUID(0, cycles.size()),
                                    code,
                                    new CoveredRange(until.minusMonths(2).withDayOfMonth(1), until),
                                    PaymentCycle.BANK,
                                    "2026-Q1",
                                    CycleStatus.CALCULATED,
                                    false));
                });
    }

    void hear(Beat beat) {
        if (beat.kind() == Kind.STATE) {
            if (beat.sequence() > kpmSequence) {
                kpmSequence = beat.sequence();
                kpm = beat.family(KPM);
            }
        } else {
            known.put(beat.kind() + " " + beat.number(), beat);
        }
        FamilyFacts facts = facts();
        cycles.forEach((code, cycle) -> recompute(code, PaymentRule.decide(facts, cycle, terms)));
        compensate(facts);
    }

    void seal(String cycle) {
        sealed.add(cycle);
    }

    private void recompute(String cycle, PaymentVerdict verdict) {
        if (sealed.contains(cycle)) {
            return;
        }
        Payment before = payments.get(cycle);
        if (before != null) {
            payments.put(cycle, before.revised(kpm.villageCode(), verdict));
        } else if (verdict.hasAmount()) {
            payments.put(
                    cycle,
                    Payment.planned(
                            new UUID(1, payments.size()),
                            KPM,
                            cycles.get(cycle).cycleId(),
                            kpm.villageCode(),
                            verdict));
        }
    }

    private void compensate(FamilyFacts facts) {
        Map<UUID, Decision> decisions =
                facts.decisions().stream()
                        .collect(Collectors.toMap(Decision::decisionId, Function.identity()));
        for (String cycle : sealed) {
            Payment payment = payments.get(cycle);
            if (payment != null
                    && payment.status() != PaymentStatus.PAYABLE
                    && !payment.blockedBy().isEmpty()
                    && !compensating.containsKey(cycle)) {
                ReleaseRule.release(payment.blockedBy(), decisions)
                        .ifPresent(
                                release ->
                                        compensating.put(
                                                cycle,
                                                payment.compensation(
                                                        new UUID(2, compensating.size()),
                                                        release.reason())));
            }
        }
    }

    private FamilyFacts facts() {
        List<Decision> decisions = new ArrayList<>();
        List<Reinstatement> reinstatements = new ArrayList<>();
        List<LadderStep> steps = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            if (known.containsKey("DECIDE " + i) || known.containsKey("TAKE_EFFECT " + i)) {
                decisions.add(decision(i));
            }
            Beat back = known.get("REINSTATE " + i);
            if (back != null) {
                reinstatements.add(
                        new Reinstatement(
                                back.idOf(KPM), LocalDate.parse(back.detail()), back.sequence()));
            }
            if (known.containsKey("WARN " + i) && !known.containsKey("WITHDRAW " + i)) {
                steps.add(
                        new LadderStep(
                                LadderStep.SUSPENSION_WARNING,
                                "P2K2_ABSENCE",
                                "2026-02",
                                2,
                                false));
            }
        }
        return new FamilyFacts(kpm, decisions, reinstatements, steps, false);
    }

    private Decision decision(int number) {
        Beat taken = known.get("DECIDE " + number);
        Beat effect = known.get("TAKE_EFFECT " + number);
        Beat lift = known.get("LIFT " + number);
        Beat latest = effect == null ? taken : effect;
        boolean isStayed =
                known.containsKey("STAY " + number) && !known.containsKey("END_STAY " + number);
        Decision.Stage stage =
                effect == null && taken.detail().endsWith("ON_NOTICE")
                        ? Decision.Stage.AWAITS_NOTICE
                        : isStayed ? Decision.Stage.STAYED : Decision.Stage.TOOK_EFFECT;
        return new Decision(
                latest.idOf(KPM),
                Effect.valueOf(latest.word(0)),
                LocalDate.parse(latest.word(1)),
                Beat.START.plusSeconds(latest.sequence()),
                stage,
                lift == null
                        ? null
                        : new Decision.Lift(
                                LiftReason.valueOf(lift.detail()),
                                Beat.START.plusSeconds(lift.sequence())),
                latest.sequence());
    }

    /** In the words of the model. */
    String lineOf(String cycle) {
        Payment payment = payments.get(cycle);
        Payment back = compensating.get(cycle);
        String line = payment == null ? MoneyModel.NOTHING : lineOf(payment);
        boolean isSame =
                back == null
                        || (back.amount().equals(payment.amount())
                                && back.status() == PaymentStatus.PAYABLE
                                && back.compensates().equals(payment.paymentId()));
        return line + (back == null ? "" : isSame ? ", given back" : ", given back as " + back);
    }

    private static String lineOf(Payment payment) {
        boolean isBlocked = !payment.blockedBy().isEmpty();
        if (payment.status() == PaymentStatus.NOT_ELIGIBLE && !isBlocked) {
            return MoneyModel.NOTHING;
        }
        return payment.status()
                + " "
                + payment.amount().amount()
                + (isBlocked
                        ? " by "
                                + payment.blockedBy().stream()
                                        .map(UUID::getLeastSignificantBits)
                                        .toList()
                        : "");
    }
}
