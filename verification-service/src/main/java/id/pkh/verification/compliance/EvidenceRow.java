package id.pkh.verification.compliance;

import id.pkh.verification.compliance.domain.Care;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.compliance.domain.EvidenceLine;
import id.pkh.verification.compliance.domain.HealthMonth;
import id.pkh.verification.compliance.domain.MonthEvidence;
import id.pkh.verification.compliance.domain.SchoolMonth;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A row of evidence that stands: what a sender stated last about one person and month. A row of a
 * school contains days, a row of a health service or a social service contains visits.
 *
 * @param cares what was done at the visits; null when the form does not tell
 */
public record EvidenceRow(
        UUID memberId,
        YearMonth month,
        EvidenceKind kind,
        Integer alpa,
        Integer izin,
        Integer sakit,
        Integer jml,
        Integer visits,
        Boolean isClosed,
        List<Care> cares,
        String pointCode,
        String sentBy,
        UUID formId) {

    public EvidenceLine line() {
        return new EvidenceLine(memberId, month, pointCode, sentBy, formId, evidence());
    }

    public MonthEvidence evidence() {
        return switch (kind) {
            case SCHOOL -> new SchoolMonth(alpa, izin, sakit, jml);
            case HEALTH, SOCIAL ->
                    new HealthMonth(visits, isClosed, cares == null ? Set.of() : Set.copyOf(cares));
        };
    }
}
