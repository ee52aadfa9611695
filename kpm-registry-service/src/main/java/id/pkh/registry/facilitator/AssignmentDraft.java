package id.pkh.registry.facilitator;

import java.time.LocalDate;

/** An assignment as read from a row or a request, checked by itself. */
public record AssignmentDraft(
        String role, String villageCode, LocalDate validFrom, LocalDate validUntil) {}
