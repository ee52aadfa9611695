package id.pkh.registry.dataupdate;

import id.pkh.registry.dataupdate.domain.EvidenceKind;
import id.pkh.registry.dataupdate.domain.UpdateState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A data update with the evidence of its latest revision. */
record UpdateRow(
        UUID updateId,
        UUID kpmId,
        String villageCode,
        UpdateState state,
        int revision,
        int actNo,
        LocalDate dueOn,
        String submittedBy,
        Instant submittedAt,
        UUID visitId,
        UUID reverses,
        EvidenceKind evidenceKind,
        String evidenceReference,
        LocalDate evidenceOn,
        String note) {

    /** The update after one more act. */
    UpdateRow become(UpdateState next) {
        return become(next, revision, dueOn);
    }

    UpdateRow become(UpdateState next, int nextRevision, LocalDate nextDue) {
        return new UpdateRow(
                updateId,
                kpmId,
                villageCode,
                next,
                nextRevision,
                actNo + 1,
                nextDue,
                submittedBy,
                submittedAt,
                visitId,
                reverses,
                evidenceKind,
                evidenceReference,
                evidenceOn,
                note);
    }
}
