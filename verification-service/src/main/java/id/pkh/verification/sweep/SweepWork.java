package id.pkh.verification.sweep;

import java.util.List;
import java.util.UUID;

/** One kind of work that goes through many families. */
public interface SweepWork {

    /** As in the table family_sweep. */
    String kind();

    /** The next families to deal with, in the order of their ids. */
    List<UUID> next(UUID sweepId, UUID after, int limit);

    /** Deals with them, inside the chunk's transaction. Must be harmless when done twice. */
    void apply(UUID sweepId, List<UUID> kpmIds);
}
