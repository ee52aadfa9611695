package id.pkh.registry.dataupdate;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.dataupdate.DataUpdateRequests.ChangeEntry;
import id.pkh.registry.dataupdate.DataUpdateRequests.EvidenceEntry;
import id.pkh.registry.dataupdate.DataUpdates.Evidence;
import id.pkh.registry.dataupdate.DataUpdates.Origin;
import id.pkh.registry.dataupdate.domain.Change;
import id.pkh.registry.enrolment.KpmRecords;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.intake.UniqueViolations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The field submits what has changed in a family. Nothing changes until another person accepts. */
@ApplicationScoped
public class SubmitUpdate {

    private final KpmRecords records;
    private final CheckChanges checkChanges;
    private final WriteRevision writeRevision;
    private final DataUpdates updates;
    private final Caller caller;
    private final Clock clock;

    SubmitUpdate(
            KpmRecords records,
            CheckChanges checkChanges,
            WriteRevision writeRevision,
            DataUpdates updates,
            Caller caller,
            Clock clock) {
        this.records = records;
        this.checkChanges = checkChanges;
        this.writeRevision = writeRevision;
        this.updates = updates;
        this.caller = caller;
        this.clock = clock;
    }

    /** One change, as a report of the field. */
    @Transactional
    public UUID report(UUID kpmId, EvidenceEntry evidence, ChangeEntry change) {
        return report(kpmId, evidence.with(null), List.of(change));
    }

    /** What was found about a family when its papers were seen. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID found(UUID kpmId, EvidenceEntry evidence, List<ChangeEntry> changes) {
        return report(kpmId, evidence.with(null), changes);
    }

    private UUID report(UUID kpmId, Evidence evidence, List<ChangeEntry> changes) {
        return handle(
                kpmId, evidence, changes.stream().map(ChangeEntry::change).toList(), Origin.REPORT);
    }

    @Transactional
    UUID handle(UUID kpmId, Evidence evidence, List<Change> changes, Origin origin) {
        Family family = records.lockForChange(kpmId);
        List<Change> checked = checkChanges.checked(family, changes, evidence);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Instant now = clock.instant();
        LocalDate due = writeRevision.dueOn(BusinessDates.on(now));
        UniqueViolations.refuseOn(
                () -> updates.insert(id, kpmId, origin, due, caller.subject(), now));
        UniqueViolations.refuseOn(() -> writeRevision.write(id, 1, family, evidence, checked, now));
        return id;
    }
}
