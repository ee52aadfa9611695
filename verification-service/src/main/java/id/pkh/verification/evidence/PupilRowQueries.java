package id.pkh.verification.evidence;

import id.pkh.platform.security.AreaScope;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows that wait or waited for a person, as far as a pupil of the reader's areas is concerned. */
public interface PupilRowQueries {

    /** Where a row is. */
    enum State {
        /** It waits. */
        OPEN,
        /** A person decided, and the decision applies. */
        SETTLED,
        /** The decision was taken back. */
        WITHDRAWN,
        /** It was settled with another row of the same keys, or its sender sent it again. */
        ENDED
    }

    /** Every part may be null, which means any. */
    record Filter(String school, String village, VerificationPeriod quarter, State state) {}

    /** A decision on the keys of a row. */
    record Decision(
            UUID memberId,
            String reason,
            String decidedBy,
            Instant decidedAt,
            String withdrawnBy,
            Instant withdrawnAt,
            String withdrawalReason) {}

    /**
     * @param decision null when there is none
     */
    record Listed(PupilRows.Waiting row, Decision decision) {

        public State state() {
            if (decision != null) {
                return decision.withdrawnAt() == null ? State.SETTLED : State.WITHDRAWN;
            }
            return row.endedAt() == null ? State.OPEN : State.ENDED;
        }
    }

    /** With the sides that lie in the scope. */
    List<Listed> list(Filter filter, AreaScope scope, UUID after, int limit);

    Optional<Listed> find(UUID rowId, AreaScope scope);
}
