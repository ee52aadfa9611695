package id.pkh.registry.history;

import id.pkh.registry.history.domain.FamilyVersion;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A version with who made it, and on what.
 *
 * @param oldStatus the status before, if the version changed it; null too for a registration
 * @param newStatus null if the version changed no status
 * @param fileId list that stated the change, and its line; null for a single change
 */
record VersionRecord(
        FamilyVersion stood,
        String changedBy,
        String reason,
        UUID decisionId,
        UUID updateId,
        String evidenceKind,
        LocalDate evidenceOn,
        UUID fileId,
        Integer line,
        String oldStatus,
        String newStatus) {}
