package id.pkh.verification.evidence;

import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.compliance.domain.EvidenceLine;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lines about one person and month that differ, and how they were settled. */
public interface Contradictions {

    /**
     * A contradiction.
     *
     * @param comparedAt what the lines are about: see {@link EvidenceLine#comparedAt()}
     * @param statements the lines as texts, in a fixed order; with other lines it is another
     *     contradiction
     */
    record Contradiction(
            UUID contradictionId,
            UUID kpmId,
            UUID memberId,
            EvidenceKind kind,
            YearMonth month,
            String comparedAt,
            List<String> statements,
            Instant foundAt,
            Instant endedAt) {

        boolean isEnded() {
            return endedAt != null;
        }
    }

    /**
     * A decision on a contradiction.
     *
     * @param line the sender whose line counts; null when the policy decides again
     */
    record Settlement(
            UUID contradictionId,
            int number,
            EvidenceLine.Source line,
            String reason,
            String settledBy,
            Instant settledAt) {}

    /** Every line about these people that stands, of any service point and sender. */
    List<EvidenceLine> standing(
            EvidenceKind kind, VerificationPeriod quarter, Collection<UUID> memberIds);

    List<Contradiction> open(
            EvidenceKind kind, VerificationPeriod quarter, Collection<UUID> memberIds);

    Optional<Contradiction> find(UUID contradictionId);

    void add(List<Contradiction> contradictions);

    void end(Collection<UUID> contradictionIds, Instant at);

    int latestSettlement(UUID contradictionId);

    void settle(Settlement settlement);
}
