package id.pkh.verification.coverage;

import id.pkh.verification.compliance.domain.MemberComponent;
import id.pkh.verification.compliance.domain.MemberFacts;
import id.pkh.verification.compliance.domain.MonthEvidence;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A person's component, as far as it matters for what has to be verified.
 *
 * @param schoolId null when no school is recorded
 * @param reportedBy the health service that reported on the person last; null when none did
 */
public record CoveredMember(
        UUID kpmId,
        UUID memberId,
        String component,
        String villageCode,
        YearMonth birthMonth,
        LocalDate since,
        LocalDate until,
        String schoolId,
        String reportedBy) {

    public CoveredMember reportedBy(String point) {
        return new CoveredMember(
                kpmId, memberId, component, villageCode, birthMonth, since, until, schoolId, point);
    }

    MemberComponent memberComponent() {
        return new MemberComponent(memberId, component);
    }

    /** Which forms came does not matter here: it decides who is responsible, not what is known. */
    MemberFacts facts(Map<YearMonth, List<MonthEvidence>> evidence, Set<YearMonth> exempt) {
        return new MemberFacts(
                memberComponent(),
                birthMonth,
                since,
                until,
                schoolId != null,
                evidence,
                exempt,
                Set.of());
    }
}
