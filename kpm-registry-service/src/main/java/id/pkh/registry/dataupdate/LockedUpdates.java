package id.pkh.registry.dataupdate;

import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Refused;
import id.pkh.registry.dataupdate.DataUpdates.ChangeRow;
import id.pkh.registry.dataupdate.domain.UpdateState;
import id.pkh.registry.enrolment.KpmRecords;
import id.pkh.registry.family.domain.Family;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Loads an update of the caller's areas for an act. The family is locked before its update. */
@ApplicationScoped
class LockedUpdates {

    private final DataUpdates updates;
    private final KpmRecords records;
    private final Caller caller;

    LockedUpdates(DataUpdates updates, KpmRecords records, Caller caller) {
        this.updates = updates;
        this.records = records;
        this.caller = caller;
    }

    /** An update with its family and the changes of its latest revision. */
    record Locked(UpdateRow update, Family family, List<ChangeRow> changes) {}

    Locked lock(UUID id, int revision) {
        Locked locked = lock(id);
        if (locked.update().revision() != revision) {
            throw Refused.because("UPDATE_REVISION_DIFFERS")
                    .with("revision", locked.update().revision());
        }
        return locked;
    }

    Locked lock(UUID id) {
        UUID kpmId = updates.find(id).orElseThrow(() -> Refused.because("NOT_FOUND")).kpmId();
        Family family = records.lock(kpmId);
        UpdateRow update = updates.lock(id);
        return new Locked(
                update,
                family,
                updates.changes(List.of(id)).stream()
                        .filter(change -> change.revision() == update.revision())
                        .toList());
    }

    static void requireStep(UpdateRow update, UpdateState next) {
        if (!update.state().canBecome(next)) {
            throw Refused.because("UPDATE_NOT_OPEN").with("state", update.state().name());
        }
    }

    /** Who submitted a revision decides on none of the update. */
    void requireAnother(UpdateRow update) {
        if (updates.isSubmitter(update.updateId(), caller.subject())) {
            throw Refused.because("UPDATE_SAME_PERSON");
        }
    }
}
