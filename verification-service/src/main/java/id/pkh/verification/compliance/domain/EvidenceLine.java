package id.pkh.verification.compliance.domain;

import java.time.YearMonth;
import java.util.UUID;

/**
 * What one sender states about one person and month for one school or health service.
 *
 * @param formId the form on which it was stated last
 */
public record EvidenceLine(
        UUID memberId,
        YearMonth month,
        String pointCode,
        String sentBy,
        UUID formId,
        MonthEvidence entry) {

    /** The sender of a line, and the service point for which it was sent. */
    public record Source(String pointCode, String sentBy) {}

    public Source source() {
        return new Source(pointCode, sentBy);
    }

    public EvidenceKind kind() {
        return entry instanceof SchoolMonth ? EvidenceKind.SCHOOL : EvidenceKind.HEALTH;
    }

    /**
     * Lines with the same answer are about the same: everything that schools state about a child
     * and month, because a child attends one school, and what is stated for one health service,
     * because a person may go to several.
     */
    public String comparedAt() {
        return kind() == EvidenceKind.SCHOOL ? "" : pointCode;
    }
}
