package id.pkh.disbursement.intake;

import id.pkh.disbursement.payment.Trigger;
import id.pkh.disbursement.sanction.SanctionFact;
import id.pkh.disbursement.sanction.SanctionFact.DecisionLifted;
import id.pkh.disbursement.sanction.SanctionFact.DecisionStay;
import id.pkh.disbursement.sanction.SanctionFact.DecisionTaken;
import id.pkh.disbursement.sanction.SanctionFact.DecisionTookEffect;
import id.pkh.disbursement.sanction.SanctionFact.MembershipRestored;
import id.pkh.disbursement.sanction.SanctionFact.StepIssued;
import id.pkh.disbursement.sanction.SanctionFact.StepWithdrawn;
import id.pkh.disbursement.sanction.SanctionFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Records steps and decisions of the verification service and updates the families' payments. */
@ApplicationScoped
public class RecordSanctionFacts {

    private static final Comparator<SanctionFact> NEWEST =
            Comparator.comparingLong(SanctionFact::sequence);
    private static final Comparator<SanctionFact> OLDEST = NEWEST.reversed();

    private final SanctionFacts facts;
    private final ApplyNewFacts applyNewFacts;

    RecordSanctionFacts(SanctionFacts facts, ApplyNewFacts applyNewFacts) {
        this.facts = facts;
        this.applyNewFacts = applyNewFacts;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(List<ReceivedFact<SanctionFact>> received) {
        Map<UUID, Trigger> triggers = new TreeMap<>();
        received.forEach(item -> triggers.put(item.fact().kpmId(), item.trigger()));
        List<SanctionFact> batch = received.stream().map(ReceivedFact::fact).toList();
        applyNewFacts.handle(triggers.keySet(), () -> record(batch), triggers::get);
    }

    private NewFacts record(List<SanctionFact> batch) {
        Set<UUID> decided = new HashSet<>();
        decided.addAll(
                facts.decide(one(batch, DecisionTaken.class, DecisionTaken::decisionId, NEWEST)));
        decided.addAll(
                facts.lift(one(batch, DecisionLifted.class, DecisionLifted::decisionId, OLDEST)));
        Set<UUID> families = new HashSet<>(decided);
        families.addAll(
                facts.takeEffect(
                        one(
                                batch,
                                DecisionTookEffect.class,
                                DecisionTookEffect::decisionId,
                                OLDEST)));
        families.addAll(facts.stay(stays(batch, false)));
        families.addAll(facts.stay(stays(batch, true)));
        families.addAll(
                facts.reinstate(
                        one(
                                batch,
                                MembershipRestored.class,
                                MembershipRestored::decisionId,
                                OLDEST)));
        families.addAll(facts.issue(one(batch, StepIssued.class, StepIssued::stepId, NEWEST)));
        families.addAll(
                facts.withdraw(one(batch, StepWithdrawn.class, StepWithdrawn::stepId, NEWEST)));
        return new NewFacts(families, decided);
    }

    /** The beginning and the end of a stay are two facts about one appeal. */
    private static List<DecisionStay> stays(List<SanctionFact> batch, boolean ended) {
        return one(
                batch.stream()
                        .filter(
                                fact ->
                                        fact instanceof DecisionStay stay
                                                && stay.isEnded() == ended)
                        .toList(),
                DecisionStay.class,
                DecisionStay::appealId,
                OLDEST);
    }

    /** Keeps one of several facts of the same kind about the same step or decision. */
    private static <F extends SanctionFact> List<F> one(
            List<SanctionFact> batch,
            Class<F> type,
            Function<F, UUID> thing,
            Comparator<SanctionFact> preferred) {
        Map<UUID, F> chosen = new LinkedHashMap<>();
        batch.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .forEach(
                        fact ->
                                chosen.merge(
                                        thing.apply(fact), fact, BinaryOperator.maxBy(preferred)));
        return List.copyOf(chosen.values());
    }
}
