package id.pkh.meeting.grouping;

import id.pkh.meeting.family.domain.FamilyStatus;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What is known of families that are to be placed. A placement is decided here, and the registry
 * follows it within seconds; until then the family waits, and is not placed again.
 */
@ApplicationScoped
class PlaceableFamilies {

    private static final String LATEST =
            " LEFT JOIN LATERAL (SELECT p.id, p.cause, p.first_day, g.code, pf.family_version"
                    + " FROM placement_family pf JOIN placement p ON p.id = pf.placement_id"
                    + " JOIN kpm_group g ON g.id = p.group_id WHERE pf.kpm_id = f.kpm_id"
                    + " ORDER BY p.recorded_at DESC, p.id DESC LIMIT 1) latest ON true";

    private static final String SELECT =
            "SELECT f.kpm_id, f.village_code, f.group_code, f.status, f.version, latest.id AS placement_id,"
                    + " latest.code AS placed_in, latest.cause, latest.first_day,"
                    + " coalesce(f.version <= latest.family_version, false) AS waits FROM family f"
                    + LATEST;

    private final Database database;

    PlaceableFamilies(Database database) {
        this.database = database;
    }

    /**
     * A family and its latest placement.
     *
     * @param groupCode by the registry; null when it has none
     * @param placementId null when it was never placed here
     * @param waits whether the registry has not yet followed the latest placement
     */
    record Placeable(
            UUID kpmId,
            String villageCode,
            String groupCode,
            String status,
            long version,
            UUID placementId,
            String placedIn,
            Cause cause,
            LocalDate firstDay,
            boolean waits) {

        boolean isInProgramme() {
            return new FamilyStatus(status).isInProgramme();
        }

        /** Whether it belongs into a group and has none. */
        boolean isWithoutGroup(String village) {
            return villageCode.equals(village)
                    && groupCode == null
                    && !waits
                    && FamilyStatus.OWED_MEETINGS.contains(status);
        }

        boolean isPlaced(String group, LocalDate from) {
            return group.equals(placedIn) && from.equals(firstDay);
        }
    }

    /** Locked until the transaction ends; a family that is not known is left out. */
    List<Placeable> lock(Collection<UUID> kpmIds) {
        database.query(
                "SELECT kpm_id FROM family WHERE kpm_id = ANY (:ids) ORDER BY kpm_id FOR UPDATE",
                q -> q.bind("ids", SqlArrays.uuids(kpmIds)).mapTo(UUID.class).list());
        return of(kpmIds);
    }

    List<Placeable> of(Collection<UUID> kpmIds) {
        return database.query(
                SELECT + " WHERE f.kpm_id = ANY (:ids) ORDER BY f.kpm_id",
                q ->
                        q.bind("ids", SqlArrays.uuids(kpmIds))
                                .map(database.rowsAs(Placeable.class))
                                .list());
    }

    /** Families of a village that have no group, in the order in which they were registered. */
    List<UUID> withoutGroup(String village) {
        return database
                .query(
                        SELECT
                                + " WHERE f.village_code = :village AND f.group_code IS NULL"
                                + " ORDER BY f.kpm_id",
                        q ->
                                q.bind("village", village)
                                        .map(database.rowsAs(Placeable.class))
                                        .list())
                .stream()
                .filter(family -> family.isWithoutGroup(village))
                .map(Placeable::kpmId)
                .toList();
    }

    static void refuseWaiting(Collection<Placeable> families) {
        List<UUID> waiting =
                families.stream().filter(Placeable::waits).map(Placeable::kpmId).toList();
        if (!waiting.isEmpty()) {
            throw Refused.because("PLACEMENT_WAITS").with("kpm_ids", waiting);
        }
    }
}
