package id.pkh.registry.dataupdate;

import id.pkh.platform.security.Caller;
import id.pkh.registry.dataupdate.DataUpdates.Evidence;
import id.pkh.registry.dataupdate.domain.Change;
import id.pkh.registry.family.domain.Family;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Writes what was submitted with one revision of a data update, and publishes it. */
@ApplicationScoped
class WriteRevision {

    private final DataUpdates updates;
    private final ChangeContents contents;
    private final Deadlines deadlines;
    private final UpdateEvents events;
    private final Caller caller;

    WriteRevision(
            DataUpdates updates,
            ChangeContents contents,
            Deadlines deadlines,
            UpdateEvents events,
            Caller caller) {
        this.updates = updates;
        this.contents = contents;
        this.deadlines = deadlines;
        this.events = events;
        this.caller = caller;
    }

    LocalDate dueOn(LocalDate submittedOn) {
        return deadlines.on(submittedOn).of(submittedOn);
    }

    void write(
            UUID id,
            int revision,
            Family family,
            Evidence evidence,
            List<Change> changes,
            Instant now) {
        updates.insertRevision(id, revision, evidence, caller.subject(), now);
        updates.insertChanges(id, family.id(), revision, contents.sealed(changes));
        UpdateRow update = updates.find(id).orElseThrow();
        updates.act(update, "SUBMITTED", caller.subject(), now, List.of(), null);
        events.submitted(update, family, changes, caller.subject(), now);
    }
}
