package id.pkh.verification.signal;

import id.pkh.platform.messaging.trace.Causation;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * A family whose facts changed.
 *
 * @param villageCode where the family lives according to the fact; null when the fact does not
 *     state it
 * @param causation what changed them
 */
public record ReassessmentRequest(UUID kpmId, String villageCode, Causation causation) {

    /** Families whose facts the current request or event changed. */
    public static List<ReassessmentRequest> at(Collection<UUID> kpmIds) {
        Causation causation = Causation.current();
        return kpmIds.stream()
                .map(kpmId -> new ReassessmentRequest(kpmId, null, causation))
                .toList();
    }
}
