package id.pkh.registry.dataupdate;

import id.pkh.registry.dataupdate.DataUpdateRequests.ChangeEntry;
import id.pkh.registry.dataupdate.DataUpdates.Evidence;
import id.pkh.registry.dataupdate.DataUpdates.Origin;
import id.pkh.registry.dataupdate.domain.EvidenceKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What a home visit found becomes a data update whose evidence is the visit. */
@ApplicationScoped
public class SubmitVisitFindings {

    private final SubmitUpdate submitUpdate;

    SubmitVisitFindings(SubmitUpdate submitUpdate) {
        this.submitUpdate = submitUpdate;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(UUID kpmId, UUID visit, LocalDate visitedOn, List<ChangeEntry> changes) {
        submitUpdate.handle(
                kpmId,
                new Evidence(EvidenceKind.HOME_VISIT, visit.toString(), visitedOn, null),
                changes.stream().map(ChangeEntry::change).toList(),
                new Origin(visit, null));
    }
}
