package id.pkh.verification.replay;

import id.pkh.platform.security.AreaScope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Replays and their results. */
public interface Replays {

    void add(PolicyReplay replay);

    Optional<PolicyReplay> find(UUID replayId);

    /**
     * The oldest first.
     *
     * @param versionId null for any
     */
    List<PolicyReplay> list(UUID versionId, UUID after, int limit);

    /** Replays that were requested before this, of versions that wait no more; by their ids. */
    List<UUID> requestedBefore(Instant before, UUID after, int limit);

    /** Deletes a replay with its results. */
    void delete(UUID replayId);

    /** Adds the changes of a chunk of families, each of which is in one chunk. */
    void addChanges(UUID replayId, Collection<FamilyChange> changes);

    /** Adds them to the sums of sub-districts and of the replay. */
    void addToSums(UUID replayId, Collection<FamilyChange> changes);

    /** The sums of sub-districts in the areas, in the order of their columns. */
    List<ChangeCount> counts(UUID replayId, AreaScope areas, ChangeCount after, int limit);

    /**
     * The changes of families in the areas, by family, cause and period.
     *
     * @param areaCode null for all
     */
    List<ReplayedStep> changes(
            UUID replayId, AreaScope areas, String areaCode, ReplayedStep after, int limit);

    /** A change as it is stored. */
    record ReplayedStep(
            UUID kpmId,
            String villageCode,
            String cause,
            String period,
            String stepBefore,
            String stepAfter) {}
}
