package id.pkh.disbursement.kpm;

import id.pkh.disbursement.payment.LookAgain;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Takes over what the registry says of families, and looks at their payments again. */
@ApplicationScoped
public class RecordKpmStates {

    private final Kpms kpms;
    private final LookAgain lookAgain;

    RecordKpmStates(Kpms kpms, LookAgain lookAgain) {
        this.kpms = kpms;
        this.lookAgain = lookAgain;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(List<KpmSnapshot> snapshots) {
        Map<UUID, KpmSnapshot> newest = new TreeMap<>();
        for (KpmSnapshot snapshot : snapshots) {
            newest.merge(
                    snapshot.facts().kpmId(),
                    snapshot,
                    (one, other) -> other.sequence() >= one.sequence() ? other : one);
        }
        lookAgain.after(
                newest.keySet(),
                () -> kpms.takeOver(newest.values()),
                kpmId -> newest.get(kpmId).occasion());
    }
}
