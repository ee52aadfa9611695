package id.pkh.verification.replay;

import id.pkh.verification.replay.domain.ReplayRange;
import java.time.Instant;
import java.util.UUID;

/**
 * A request to find out what a version would have changed. Its progress is that of the job with the
 * same id.
 *
 * @param areaCode null for the whole country
 */
public record PolicyReplay(
        UUID replayId,
        UUID versionId,
        String areaCode,
        ReplayRange range,
        long familiesChanged,
        String requestedBy,
        Instant requestedAt) {}
