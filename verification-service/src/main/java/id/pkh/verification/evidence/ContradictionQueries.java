package id.pkh.verification.evidence;

import id.pkh.platform.security.AreaScope;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.compliance.domain.MonthEvidence;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Contradictions as they are read, within the areas of the reader. */
public interface ContradictionQueries {

    /** Every part may be null, which means any. */
    record Filter(
            UUID kpmId, String village, VerificationPeriod period, ContradictionState state) {}

    /** A contradiction with its latest settlement, if it has one. */
    record Listed(
            UUID contradictionId,
            UUID kpmId,
            UUID memberId,
            String villageCode,
            EvidenceKind kind,
            YearMonth month,
            String comparedAt,
            Instant foundAt,
            Instant endedAt,
            String settledPoint,
            String settledSender,
            String reason,
            String settledBy,
            Instant settledAt) {

        public ContradictionState state() {
            if (endedAt != null) {
                return ContradictionState.ENDED;
            }
            return settledPoint == null ? ContradictionState.OPEN : ContradictionState.SETTLED;
        }
    }

    /**
     * A line that stands now.
     *
     * @param isSettledOn whether a person decided that it counts
     */
    record Line(
            UUID formId,
            String pointCode,
            String sentBy,
            Instant receivedAt,
            MonthEvidence entry,
            boolean isSettledOn) {}

    /** With the lines that stand now; none of them when it has ended. */
    record WithLines(Listed contradiction, List<Line> lines) {}

    List<WithLines> list(Filter filter, AreaScope scope, UUID after, int limit);

    Optional<WithLines> find(UUID contradictionId, AreaScope scope);
}
