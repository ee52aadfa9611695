package id.pkh.verification.sweep;

import java.util.List;
import java.util.UUID;

/** One kind of work that processes many families. */
public interface SweepWork {

    /** The kind as stored in the table family_sweep. */
    String kind();

    /** The next families to process, in the order of their ids. */
    List<UUID> next(UUID sweepId, UUID after, int limit);

    /** Processes the families in the chunk's transaction. Must be harmless when done twice. */
    void apply(UUID sweepId, List<UUID> kpmIds);
}
