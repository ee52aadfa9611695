package id.pkh.verification.exemption.rest;

import id.pkh.verification.exemption.Exemption;
import id.pkh.verification.exemption.ExemptionScope;
import id.pkh.verification.families.FamilyProgress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An exemption and how many of the families in its scope were re-evaluated.
 *
 * @param state RUNNING, STOPPED (by an operator, who can resume it), FAILED or DONE
 */
public record ExemptionView(
        UUID exemptionId,
        @Schema(implementation = ExemptionScope.class) String scope,
        String scopeCode,
        LocalDate from,
        LocalDate until,
        String reasonCode,
        String legalBasis,
        @Schema(nullable = true) String note,
        String recordedBy,
        Instant recordedAt,
        @Schema(enumeration = {"RUNNING", "STOPPED", "FAILED", "DONE"}) String state,
        long familiesTotal,
        long familiesDone) {

    static ExemptionView of(Exemption exemption, FamilyProgress progress) {
        return new ExemptionView(
                exemption.exemptionId(),
                exemption.scope().name(),
                exemption.scopeCode(),
                exemption.span().from(),
                exemption.span().until(),
                exemption.reasonCode(),
                exemption.legalBasis(),
                exemption.note(),
                exemption.recordedBy(),
                exemption.recordedAt(),
                progress.state(),
                progress.familiesTotal(),
                progress.familiesDone());
    }
}
