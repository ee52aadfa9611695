package id.pkh.verification.compliance;

import id.pkh.platform.security.AreaScope;
import id.pkh.verification.compliance.domain.CommitmentResult;
import id.pkh.verification.compliance.domain.MemberAssessment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Assessments as they are read, within the areas of the reader. */
public interface ComplianceQueries {

    /** Every part may be null, which means any. */
    record Filter(UUID kpmId, String village, String period, CommitmentResult result) {}

    /** The position where the previous page ended. */
    record Position(LocalDate quarterStart, UUID kpmId) {}

    /** The current assessment of a family's quarter. */
    record Assessed(
            UUID kpmId,
            String villageCode,
            LocalDate quarterStart,
            String period,
            int revision,
            String result,
            String attribution,
            List<String> reasons,
            String policyCode,
            Instant assessedAt) {}

    /** Including the results of its members. */
    record AssessedFamily(Assessed family, List<MemberAssessment> members) {}

    List<AssessedFamily> list(Filter filter, AreaScope scope, Position after, int limit);
}
