package id.pkh.verification.evidence.persistence;

import static id.pkh.platform.persistence.SqlArrays.uuids;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.verification.VisibleAreas;
import id.pkh.verification.evidence.PupilRowQueries;
import id.pkh.verification.evidence.PupilRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A row is shown with the pupils of the reader's areas only, and with no key. */
@ApplicationScoped
class JdbcPupilRowQueries implements PupilRowQueries {

    private record DecisionRow(
            UUID rowId,
            UUID memberId,
            String reason,
            String decidedBy,
            Instant decidedAt,
            String withdrawnBy,
            Instant withdrawnAt,
            String withdrawalReason) {

        Decision decision() {
            return new Decision(
                    memberId,
                    reason,
                    decidedBy,
                    decidedAt,
                    withdrawnBy,
                    withdrawnAt,
                    withdrawalReason);
        }
    }

    private final Database database;
    private final PupilRowReader reader;

    JdbcPupilRowQueries(Database database, PupilRowReader reader) {
        this.database = database;
        this.reader = reader;
    }

    @Override
    public List<Listed> list(Filter filter, AreaScope scope, UUID after, int limit) {
        Conditions rows =
                VisibleAreas.within("s.village_code", scope, filter.village())
                        .andIfGiven("u.point_code = ?", filter.school())
                        .andIfGiven("u.row_id > ?", after);
        if (filter.quarter() != null) {
            rows.and("u.quarter_start = ?", filter.quarter().firstDay());
        }
        if (filter.state() != null) {
            rows.and(condition(filter.state()));
        }
        return read(rows, scope, limit);
    }

    @Override
    public Optional<Listed> find(UUID rowId, AreaScope scope) {
        return read(
                        VisibleAreas.within("s.village_code", scope).and("u.row_id = ?", rowId),
                        scope,
                        1)
                .stream()
                .findFirst();
    }

    private static String condition(State state) {
        return switch (state) {
            case OPEN -> "u.ended_at IS NULL";
            case SETTLED -> matched("m.withdrawn_at IS NULL");
            case WITHDRAWN -> matched("m.withdrawn_at IS NOT NULL");
            case ENDED -> "u.ended_at IS NOT NULL AND NOT " + matched("true");
        };
    }

    private static String matched(String how) {
        return "EXISTS (SELECT FROM pupil_match m WHERE m.row_id = u.row_id AND " + how + ")";
    }

    private List<Listed> read(Conditions rows, AreaScope scope, int limit) {
        List<PupilRows.Waiting> found =
                reader.rows(
                        "row_id IN (SELECT u.row_id FROM unmatched_pupil u"
                                + " JOIN unmatched_pupil_side s USING (row_id) WHERE "
                                + rows.sql()
                                + ") ORDER BY row_id LIMIT :limit",
                        q -> q.bindMap(rows.values()).bind("limit", limit));
        Map<UUID, Decision> decisions =
                database.query(
                        "SELECT * FROM pupil_match WHERE row_id = ANY (:ids)",
                        q ->
                                q.bind("ids", uuids(found, PupilRows.Waiting::rowId))
                                        .map(database.rowsAs(DecisionRow.class))
                                        .collect(
                                                Collectors.toMap(
                                                        DecisionRow::rowId,
                                                        DecisionRow::decision)));
        return found.stream()
                .map(row -> new Listed(within(row, scope), decisions.get(row.rowId())))
                .toList();
    }

    private static PupilRows.Waiting within(PupilRows.Waiting row, AreaScope scope) {
        return new PupilRows.Waiting(
                row.rowId(),
                row.pointCode(),
                row.quarter(),
                row.line(),
                row.sha256(),
                row.sentBy(),
                row.receivedAt(),
                row.keys(),
                row.reason(),
                row.entries(),
                row.sides().stream().filter(s -> scope.covers(s.villageCode())).toList(),
                row.endedAt());
    }
}
