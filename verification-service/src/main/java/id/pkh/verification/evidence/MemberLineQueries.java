package id.pkh.verification.evidence;

import id.pkh.platform.security.AreaScope;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.compliance.domain.EvidenceLine;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** People about whom something can be stated for a month, with what stands about them. */
public interface MemberLineQueries {

    /**
     * @param areas where the people live
     * @param components those about which this kind of form says something
     * @param subject whose own line is shown before those of others
     * @param after the person before the first; null at the beginning
     */
    record Query(
            EvidenceKind kind,
            YearMonth month,
            AreaScope areas,
            Set<String> components,
            String subject,
            UUID after,
            int limit) {}

    /**
     * A person, each of them once.
     *
     * @param line of the subject, otherwise the latest of another sender; null when there is none
     */
    record Listed(
            UUID memberId, UUID kpmId, String component, String schoolId, EvidenceLine line) {}

    List<Listed> list(Query query);
}
