package id.pkh.verification.status;

import id.pkh.platform.security.AreaScope;
import id.pkh.verification.compliance.domain.CommitmentResult;
import id.pkh.verification.status.domain.ComplianceStatusFacts;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The facts behind the status of families that take part, within areas. */
public interface ComplianceStatuses {

    /**
     * @param firstDay of the quarter
     * @param until the last day of the quarter, or today if that comes first
     */
    record Quarter(LocalDate firstDay, LocalDate lastDay, LocalDate until) {}

    /** The position where the previous page ended. */
    record Position(String villageCode, UUID kpmId) {}

    /**
     * The facts of one family.
     *
     * @param suspendedFrom null when no suspension is in effect
     * @param suspensionReason reason code of it; null when that is not recorded
     * @param isReminder whether the active steps are reminders; null when none is active
     * @param causes of these steps; null when none is active
     * @param issuedOn the day of the first of them
     * @param result null when the quarter was not assessed
     */
    record FamilyRow(
            UUID kpmId,
            String villageCode,
            LocalDate suspendedFrom,
            String suspensionReason,
            Boolean isReminder,
            List<String> causes,
            LocalDate issuedOn,
            CommitmentResult result,
            List<String> reasons,
            LocalDate assessedOn) {}

    /** Families of a village that have everything in common on which the status depends. */
    record StatusCount(String villageCode, ComplianceStatusFacts facts, long families) {}

    /** Families by village and family. */
    List<FamilyRow> list(Quarter quarter, AreaScope scope, Position after, int limit);

    /** Those of the families that take part and live in the areas. */
    List<FamilyRow> of(Quarter quarter, AreaScope scope, Collection<UUID> kpmIds);

    /** The families of a regency that take part, counted. */
    List<StatusCount> count(Quarter quarter, String regency);
}
