package id.pkh.verification.compliance;

import id.pkh.verification.compliance.domain.EvidenceLine;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The lines of forms that count for people, as the assessment sees them. */
public interface CountedEvidence {

    /**
     * By person and month, in every month that a window ending in the quarter can contain. Of lines
     * that differ these are the settled one, or those from which the rule takes the better one.
     */
    Map<UUID, Map<YearMonth, List<EvidenceLine>>> of(
            Collection<UUID> memberIds, VerificationPeriod quarter);

    /** The same for months in a row. */
    Map<UUID, Map<YearMonth, List<EvidenceLine>>> between(
            Collection<UUID> memberIds, YearMonth from, YearMonth until);
}
