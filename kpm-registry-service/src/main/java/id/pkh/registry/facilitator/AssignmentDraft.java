package id.pkh.registry.facilitator;

import id.pkh.registry.facilitator.domain.DutyRange;
import java.time.LocalDate;

/** An assignment as read from a row or a request; each value has been validated. */
public record AssignmentDraft(
        String role, String villageCode, LocalDate validFrom, LocalDate validUntil) {

    DutyRange range() {
        return new DutyRange(validFrom, validUntil);
    }
}
