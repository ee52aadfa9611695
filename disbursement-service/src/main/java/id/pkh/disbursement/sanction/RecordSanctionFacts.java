package id.pkh.disbursement.sanction;

import id.pkh.disbursement.payment.LookAgain;
import id.pkh.disbursement.payment.Occasion;
import id.pkh.disbursement.sanction.SanctionFact.DecisionLifted;
import id.pkh.disbursement.sanction.SanctionFact.DecisionTaken;
import id.pkh.disbursement.sanction.SanctionFact.StepIssued;
import id.pkh.disbursement.sanction.SanctionFact.StepWithdrawn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
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

/** Writes down what the verification service said, and looks at the families' payments again. */
@ApplicationScoped
public class RecordSanctionFacts {

    private static final Comparator<SanctionFact> NEWEST =
            Comparator.comparingLong(SanctionFact::sequence);
    private static final Comparator<SanctionFact> OLDEST = NEWEST.reversed();

    private final SanctionFacts facts;
    private final LookAgain lookAgain;

    RecordSanctionFacts(SanctionFacts facts, LookAgain lookAgain) {
        this.facts = facts;
        this.lookAgain = lookAgain;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(List<? extends SanctionFact> batch) {
        Map<UUID, Occasion> occasions = new TreeMap<>();
        batch.forEach(fact -> occasions.put(fact.kpmId(), fact.occasion()));
        lookAgain.after(occasions.keySet(), () -> record(batch), occasions::get);
    }

    private Set<UUID> record(List<? extends SanctionFact> batch) {
        Set<UUID> families = new HashSet<>();
        families.addAll(facts.issue(one(batch, StepIssued.class, StepIssued::stepId, NEWEST)));
        families.addAll(
                facts.withdraw(one(batch, StepWithdrawn.class, StepWithdrawn::stepId, NEWEST)));
        families.addAll(
                facts.decide(one(batch, DecisionTaken.class, DecisionTaken::decisionId, NEWEST)));
        families.addAll(
                facts.lift(one(batch, DecisionLifted.class, DecisionLifted::decisionId, OLDEST)));
        return families;
    }

    /** Of several facts of one kind about one thing only one. */
    private static <F extends SanctionFact> List<F> one(
            Collection<? extends SanctionFact> batch,
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
