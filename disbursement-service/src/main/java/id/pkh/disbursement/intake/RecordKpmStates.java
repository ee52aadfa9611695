package id.pkh.disbursement.intake;

import id.pkh.disbursement.kpm.KpmSnapshot;
import id.pkh.disbursement.kpm.Kpms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Records the registry's states of families and updates their payments. */
@ApplicationScoped
public class RecordKpmStates {

    private final Kpms kpms;
    private final ApplyNewFacts applyNewFacts;

    RecordKpmStates(Kpms kpms, ApplyNewFacts applyNewFacts) {
        this.kpms = kpms;
        this.applyNewFacts = applyNewFacts;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(List<ReceivedFact<KpmSnapshot>> received) {
        Map<UUID, ReceivedFact<KpmSnapshot>> newest = new TreeMap<>();
        received.forEach(
                state ->
                        newest.merge(
                                state.fact().facts().kpmId(), state, RecordKpmStates::newerOf));
        applyNewFacts.handle(
                newest.keySet(),
                () -> record(newest.values().stream().map(ReceivedFact::fact).toList()),
                kpmId -> newest.get(kpmId).trigger());
    }

    private NewFacts record(List<KpmSnapshot> states) {
        return NewFacts.withoutDecisions(kpms.recordNewer(states));
    }

    private static ReceivedFact<KpmSnapshot> newerOf(
            ReceivedFact<KpmSnapshot> one, ReceivedFact<KpmSnapshot> other) {
        return other.fact().sequence() >= one.fact().sequence() ? other : one;
    }
}
