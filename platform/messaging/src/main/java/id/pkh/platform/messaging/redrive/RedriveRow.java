package id.pkh.platform.messaging.redrive;

import id.pkh.platform.messaging.redrive.RedriveRun.Progress;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;

/**
 * What a redrive keeps in addition to its job, which has the same id.
 *
 * @param endId the newest event that was parked at the start
 * @param selected events that matched at the start
 */
record RedriveRow(
        UUID id,
        @Nested Selection selection,
        long endId,
        long selected,
        @Nested Progress progress) {}
