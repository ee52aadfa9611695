package id.pkh.registry.dataupdate;

import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.registry.dataupdate.DataUpdates.ChangeRow;
import id.pkh.registry.dataupdate.DataUpdates.Evidence;
import id.pkh.registry.dataupdate.DataUpdates.Origin;
import id.pkh.registry.dataupdate.LockedUpdates.Locked;
import id.pkh.registry.dataupdate.domain.Change;
import id.pkh.registry.dataupdate.domain.EvidenceKind;
import id.pkh.registry.dataupdate.domain.Reversal;
import id.pkh.registry.dataupdate.domain.UpdateState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * Proposes the opposite of what was accepted, with the values of before, as a new data update. Who
 * proposes it does not accept it.
 */
@ApplicationScoped
class ReverseUpdate {

    private final LockedUpdates lockedUpdates;
    private final DataUpdates updates;
    private final ChangeContents contents;
    private final SubmitUpdate submitUpdate;
    private final Clock clock;

    ReverseUpdate(
            LockedUpdates lockedUpdates,
            DataUpdates updates,
            ChangeContents contents,
            SubmitUpdate submitUpdate,
            Clock clock) {
        this.lockedUpdates = lockedUpdates;
        this.updates = updates;
        this.contents = contents;
        this.submitUpdate = submitUpdate;
        this.clock = clock;
    }

    @Transactional
    UUID handle(UUID id, String note) {
        Locked locked = lockedUpdates.lock(id);
        List<ChangeRow> accepted =
                updates.changes(List.of(id)).stream()
                        .filter(change -> change.state() == UpdateState.ACCEPTED)
                        .toList();
        if (accepted.isEmpty()) {
            throw Refused.because("UPDATE_NOT_ACCEPTED")
                    .with("state", locked.update().state().name());
        }
        return submitUpdate.handle(
                locked.update().kpmId(),
                new Evidence(
                        EvidenceKind.FORMER_UPDATE,
                        id.toString(),
                        BusinessDates.today(clock),
                        note),
                opposite(accepted),
                new Origin(null, id));
    }

    /** The last change is taken back first. */
    private List<Change> opposite(List<ChangeRow> accepted) {
        List<ChangeRow> lastFirst = new ArrayList<>(accepted);
        Collections.reverse(lastFirst);
        List<Change> opposite = new ArrayList<>();
        for (ChangeRow row : lastFirst) {
            List<Change> changes = Reversal.of(contents.open(row), row.joinedMemberId());
            if (changes.isEmpty()) {
                throw Refused.because("UPDATE_NOT_REVERSIBLE")
                        .with("change_no", row.changeNo())
                        .with("kind", row.kind().name());
            }
            opposite.addAll(changes);
        }
        return opposite;
    }
}
