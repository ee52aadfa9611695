package id.pkh.verification.compliance;

import id.pkh.verification.compliance.domain.FamilyAssessment;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The results of families' quarters, revision by revision. */
public interface ComplianceRecords {

    /** One revision of a family's quarter. */
    record Revision(UUID kpmId, int number, FamilyAssessment assessment) {}

    /** The current assessment of each family that has one. */
    Map<UUID, Revision> current(Collection<UUID> kpmIds, VerificationPeriod quarter);

    /** Adds revisions of one quarter; each supersedes the current one. */
    void add(List<Revision> revisions, String policyCode, Instant at);

    /** Quarters that were already assessed for these families, within a range of quarters. */
    Map<VerificationPeriod, Set<UUID>> assessed(
            Collection<UUID> kpmIds, VerificationPeriod from, VerificationPeriod until);

    /** Counts one more assessment for each family; returns the version of its assessments. */
    Map<UUID, Long> nextVersions(Collection<UUID> kpmIds);
}
