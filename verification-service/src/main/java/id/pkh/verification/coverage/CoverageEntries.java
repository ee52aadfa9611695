package id.pkh.verification.coverage;

import id.pkh.verification.compliance.domain.MonthEvidence;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What forms state about many people, without senders. People of whom the same is stated share the
 * same entries, so that what follows from them is worked out once.
 */
public interface CoverageEntries {

    /**
     * @param stated the same text for the same entries
     */
    record Entries(String stated, Map<YearMonth, List<MonthEvidence>> months) {

        static final Entries NONE = new Entries("", Map.of());

        @Override
        public boolean equals(Object other) {
            return other instanceof Entries entries && stated.equals(entries.stated);
        }

        @Override
        public int hashCode() {
            return stated.hashCode();
        }
    }

    /** People without any entry are absent. */
    Map<UUID, Entries> between(Collection<UUID> memberIds, YearMonth from, YearMonth until);
}
