package id.pkh.verification.compliance;

import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Months that do not count for a family or a member. The feature that records exemptions implements
 * this.
 */
public interface ExemptMonths {

    /** Months by family, or by member if the exemption is for a school or a health service. */
    record Exempt(Map<UUID, Set<YearMonth>> ofFamily, Map<UUID, Set<YearMonth>> ofMember) {

        public Set<YearMonth> monthsOf(UUID kpmId, UUID memberId) {
            Set<YearMonth> months = new HashSet<>(ofFamily.getOrDefault(kpmId, Set.of()));
            months.addAll(ofMember.getOrDefault(memberId, Set.of()));
            return months;
        }
    }

    Exempt of(Collection<UUID> kpmIds);
}
