package id.pkh.verification.status;

import id.pkh.verification.status.ComplianceStatuses.FamilyRow;
import id.pkh.verification.status.domain.ComplianceStatus;
import id.pkh.verification.status.domain.ComplianceStatusFacts;
import id.pkh.verification.status.domain.ComplianceStatusRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What another system is told about a family's quarter.
 *
 * @param reasons codes: of the suspension, of the steps, or of the result
 * @param since the day on which it began, or was assessed; null when nothing is known
 * @param asOf when it was read
 */
public record FamilyStatus(
        UUID kpmId,
        String villageCode,
        String period,
        ComplianceStatus status,
        List<String> reasons,
        LocalDate since,
        Instant asOf) {

    static FamilyStatus of(FamilyRow row, String period, Instant asOf) {
        ComplianceStatus status =
                ComplianceStatusRule.of(
                        new ComplianceStatusFacts(
                                row.suspendedFrom() != null,
                                Boolean.FALSE.equals(row.isReminder()),
                                Boolean.TRUE.equals(row.isReminder()),
                                row.result()));
        return new FamilyStatus(
                row.kpmId(),
                row.villageCode(),
                period,
                status,
                reasonsOf(status, row),
                sinceOf(status, row),
                asOf);
    }

    private static List<String> reasonsOf(ComplianceStatus status, FamilyRow row) {
        return switch (status) {
            case SUSPENDED ->
                    row.suspensionReason() == null ? List.of() : List.of(row.suspensionReason());
            case WARNED, REMINDED -> row.causes();
            case NOT_KNOWN -> List.of();
            default -> row.reasons();
        };
    }

    private static LocalDate sinceOf(ComplianceStatus status, FamilyRow row) {
        return switch (status) {
            case SUSPENDED -> row.suspendedFrom();
            case WARNED, REMINDED -> row.issuedOn();
            default -> row.assessedOn();
        };
    }
}
