package id.pkh.registry.placement;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.registry.family.Families;
import id.pkh.registry.family.Provenance;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.GroupCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Gives families the group in which they were placed. A placement that arrives after a later one of
 * the same family changes nothing, because two groups are two keys of the topic. A family that has
 * left, or that lives in another village by now, stays where it is.
 */
@ApplicationScoped
class FollowPlacement {

    private static final String BY_MEETING = "meeting";

    private final Database database;
    private final Families families;
    private final Clock clock;

    FollowPlacement(Database database, Families families, Clock clock) {
        this.database = database;
        this.families = families;
        this.clock = clock;
    }

    /** Returns the families that changed their group. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<UUID> handle(Placement placement) {
        List<Family> known = families.lockAll(List.of(), placement.kpmIds());
        Set<UUID> latest = latestOf(placement, known);
        List<Family> placed =
                known.stream()
                        .filter(family -> latest.contains(family.id()))
                        .filter(family -> isPossible(placement, family))
                        .map(family -> placedBy(placement, family))
                        .toList();
        families.save(placed, new Provenance(BY_MEETING, null, null, clock.instant()));
        return placed.stream().map(Family::id).toList();
    }

    private static boolean isPossible(Placement placement, Family family) {
        String village = family.details().villageCode();
        return !family.status().isFinal()
                && village.equals(placement.villageCode())
                && GroupCode.belongsTo(placement.groupCode(), village)
                && !Objects.equals(family.details().groupCode(), placement.groupCode());
    }

    private static Family placedBy(Placement placement, Family family) {
        return family.describedAs(
                family.details().movedTo(placement.villageCode(), placement.groupCode()),
                placement.on());
    }

    /** The families of which no later placement is known. */
    private Set<UUID> latestOf(Placement placement, List<Family> known) {
        return database.query(
                "INSERT INTO followed_placement (kpm_id, placement_id, decided_at)"
                        + " SELECT kpm_id, :placement, :decided FROM unnest(:families) AS f (kpm_id)"
                        + " ON CONFLICT (kpm_id) DO UPDATE SET placement_id = excluded.placement_id,"
                        + " decided_at = excluded.decided_at"
                        + " WHERE followed_placement.decided_at < excluded.decided_at RETURNING kpm_id",
                q ->
                        q.bind("placement", placement.placementId())
                                .bind("decided", placement.decidedAt())
                                .bind("families", SqlArrays.uuids(known, Family::id))
                                .mapTo(UUID.class)
                                .set());
    }
}
