package id.pkh.verification.exemption;

import id.pkh.verification.exemption.domain.ExemptSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Months that do not count for every family in a scope, recorded by a named officer.
 *
 * @param scopeCode area code, NPSN, code of a health service, or id of a family
 * @param withinAreas areas of the officer, as patterns: no one can exempt people elsewhere
 */
public record Exemption(
        UUID exemptionId,
        ExemptionScope scope,
        String scopeCode,
        List<String> withinAreas,
        ExemptSpan span,
        String reasonCode,
        String legalBasis,
        String note,
        String recordedBy,
        LocalDate recordedOn,
        Instant recordedAt) {}
