package id.pkh.meeting.grouping;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Placements as they are read. */
@ApplicationScoped
class Placements {

    private static final String SELECT =
            "SELECT p.id AS placement_id, g.id AS group_id, g.code AS group_code, p.cause, p.first_day,"
                    + " s.code AS source_group_code, p.reason, p.recorded_at, p.recorded_by"
                    + " FROM placement p JOIN kpm_group g ON g.id = p.group_id"
                    + " LEFT JOIN kpm_group s ON s.id = p.source_group_id";

    private final Database database;

    Placements(Database database) {
        this.database = database;
    }

    private record PlacementRow(
            UUID placementId,
            UUID groupId,
            String groupCode,
            Cause cause,
            LocalDate firstDay,
            String sourceGroupCode,
            String reason,
            Instant recordedAt,
            String recordedBy) {

        PlacementView view(List<UUID> kpmIds) {
            return new PlacementView(
                    placementId,
                    groupId,
                    groupCode,
                    cause,
                    firstDay,
                    kpmIds,
                    sourceGroupCode,
                    reason,
                    recordedAt,
                    recordedBy);
        }
    }

    private record PlacedFamily(UUID placementId, UUID kpmId) {}

    /** The same split or merge, if it was recorded before. */
    Optional<UUID> repeated(Cause cause, UUID sourceGroupId, String groupCode, LocalDate day) {
        return database.query(
                "SELECT p.id FROM placement p JOIN kpm_group g ON g.id = p.group_id"
                        + " WHERE p.source_group_id = :source AND p.cause = :cause"
                        + " AND g.code = :group AND p.first_day = :day ORDER BY p.id LIMIT 1",
                q ->
                        q.bind("source", sourceGroupId)
                                .bind("cause", cause)
                                .bind("group", groupCode)
                                .bind("day", day)
                                .mapTo(UUID.class)
                                .findOne());
    }

    PlacementView one(UUID id) {
        return views(
                        database.query(
                                SELECT + " WHERE p.id = :id",
                                q ->
                                        q.bind("id", id)
                                                .map(database.rowsAs(PlacementRow.class))
                                                .list()))
                .get(0);
    }

    /** What brought families into a group, and what took families out of it. */
    Page<PlacementView> ofGroup(UUID groupId, PageParams page) {
        UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(new UUID(0, 0));
        Page<PlacementRow> found =
                Page.of(
                        database.query(
                                SELECT
                                        + " WHERE (p.group_id = :group OR p.source_group_id = :group)"
                                        + " AND p.id > :after ORDER BY p.id LIMIT :limit",
                                q ->
                                        q.bind("group", groupId)
                                                .bind("after", after)
                                                .bind("limit", page.limit() + 1)
                                                .map(database.rowsAs(PlacementRow.class))
                                                .list()),
                        page.limit(),
                        placement -> new Object[] {placement.placementId()},
                        Function.identity());
        return new Page<>(views(found.items()), found.next());
    }

    private List<PlacementView> views(List<PlacementRow> rows) {
        Map<UUID, List<UUID>> families =
                database
                        .query(
                                "SELECT placement_id, kpm_id FROM placement_family"
                                        + " WHERE placement_id = ANY (:ids) ORDER BY kpm_id",
                                q ->
                                        q.bind(
                                                        "ids",
                                                        SqlArrays.uuids(
                                                                rows, PlacementRow::placementId))
                                                .map(database.rowsAs(PlacedFamily.class))
                                                .list())
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        PlacedFamily::placementId,
                                        Collectors.mapping(
                                                PlacedFamily::kpmId, Collectors.toList())));
        return rows.stream()
                .map(row -> row.view(families.getOrDefault(row.placementId(), List.of())))
                .toList();
    }
}
