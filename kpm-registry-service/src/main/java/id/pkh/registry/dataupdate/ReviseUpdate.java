package id.pkh.registry.dataupdate;

import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.dataupdate.DataUpdates.Evidence;
import id.pkh.registry.dataupdate.LockedUpdates.Locked;
import id.pkh.registry.dataupdate.domain.Change;
import id.pkh.registry.dataupdate.domain.UpdateState;
import id.pkh.registry.enrolment.KpmRecords;
import id.pkh.registry.intake.UniqueViolations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The field submits an update again that was returned, as a new revision. */
@ApplicationScoped
class ReviseUpdate {

    private final LockedUpdates lockedUpdates;
    private final KpmRecords records;
    private final CheckChanges checkChanges;
    private final WriteRevision writeRevision;
    private final DataUpdates updates;
    private final Clock clock;

    ReviseUpdate(
            LockedUpdates lockedUpdates,
            KpmRecords records,
            CheckChanges checkChanges,
            WriteRevision writeRevision,
            DataUpdates updates,
            Clock clock) {
        this.lockedUpdates = lockedUpdates;
        this.records = records;
        this.checkChanges = checkChanges;
        this.writeRevision = writeRevision;
        this.updates = updates;
        this.clock = clock;
    }

    /**
     * Submits the next revision.
     *
     * @param revision the one that was returned
     */
    @Transactional
    void handle(UUID id, int revision, Evidence evidence, List<Change> changes) {
        Locked locked = lockedUpdates.lock(id, revision);
        LockedUpdates.requireStep(locked.update(), UpdateState.SUBMITTED);
        records.requireOpen(locked.family());
        List<Change> checked = checkChanges.checked(locked.family(), changes, evidence);
        Instant now = clock.instant();
        UpdateRow next =
                locked.update()
                        .become(
                                UpdateState.SUBMITTED,
                                revision + 1,
                                writeRevision.dueOn(BusinessDates.on(now)));
        updates.become(next);
        UniqueViolations.refuseOn(
                () ->
                        writeRevision.write(
                                id, next.revision(), locked.family(), evidence, checked, now));
    }
}
