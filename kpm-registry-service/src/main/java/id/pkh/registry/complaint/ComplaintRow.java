package id.pkh.registry.complaint;

import id.pkh.registry.complaint.domain.ComplaintCodes.Channel;
import id.pkh.registry.complaint.domain.ComplaintCodes.Outcome;
import id.pkh.registry.complaint.domain.ComplaintCodes.Priority;
import id.pkh.registry.complaint.domain.ComplaintCodes.RejectReason;
import id.pkh.registry.complaint.domain.ComplaintState;
import id.pkh.registry.complaint.domain.ComplaintType;
import id.pkh.registry.complaint.domain.HandlingLevel;
import id.pkh.registry.complaint.domain.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A complaint and where it is. */
record ComplaintRow(
        UUID complaintId,
        UUID kpmId,
        String villageCode,
        ComplaintType type,
        Priority priority,
        Channel channel,
        UUID memberId,
        UUID aboutFacilitatorId,
        UUID visitId,
        ComplaintState state,
        int level,
        int reach,
        int round,
        int version,
        LocalDate dueOn,
        String handler,
        Outcome outcome,
        RejectReason reason,
        String followedUpBy,
        String closedBy,
        LocalDate familyToldOn,
        String lodgedBy,
        Instant lodgedAt,
        byte[] textCipher) {

    Standing standing() {
        return new Standing(
                state,
                HandlingLevel.ofRank(level),
                HandlingLevel.ofRank(reach),
                round,
                dueOn,
                handler,
                outcome,
                reason,
                followedUpBy,
                closedBy,
                familyToldOn);
    }
}
