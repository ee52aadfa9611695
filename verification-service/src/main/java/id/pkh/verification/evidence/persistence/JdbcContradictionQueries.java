package id.pkh.verification.evidence.persistence;

import static id.pkh.platform.persistence.SqlArrays.months;
import static id.pkh.platform.persistence.SqlArrays.uuids;
import static java.util.stream.Collectors.groupingBy;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.verification.VisibleAreas;
import id.pkh.verification.compliance.EvidenceRow;
import id.pkh.verification.evidence.ContradictionQueries;
import id.pkh.verification.evidence.ContradictionState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A page of contradictions and, in one more query each, their lines and when these came. */
@ApplicationScoped
class JdbcContradictionQueries implements ContradictionQueries {

    private static final String CONTRADICTIONS =
            "SELECT c.*, k.village_code, s.point_code AS settled_point, s.sent_by AS settled_sender,"
                    + " s.reason, s.settled_by, s.settled_at"
                    + " FROM evidence_contradiction c JOIN kpm k USING (kpm_id)"
                    + " LEFT JOIN LATERAL (SELECT * FROM evidence_settlement e"
                    + " WHERE e.contradiction_id = c.contradiction_id ORDER BY e.number DESC LIMIT 1) s ON true WHERE ";

    private static final String LINES =
            "SELECT * FROM standing_line WHERE member_id = ANY (:members) AND month = ANY (:months)";

    private record Received(UUID formId, Instant receivedAt) {}

    private record About(UUID memberId, YearMonth month, String comparedAt) {}

    private final Database database;

    JdbcContradictionQueries(Database database) {
        this.database = database;
    }

    @Override
    public List<WithLines> list(Filter filter, AreaScope scope, UUID after, int limit) {
        Conditions conditions =
                VisibleAreas.within("k.village_code", scope, filter.village())
                        .andIfGiven("c.kpm_id = ?", filter.kpmId())
                        .andIfGiven("c.contradiction_id > ?", after);
        if (filter.period() != null) {
            conditions.and(
                    "c.month BETWEEN ? AND ?",
                    filter.period().firstMonth(),
                    filter.period().lastMonth());
        }
        if (filter.state() != null) {
            conditions.and(condition(filter.state()));
        }
        return read(conditions, limit);
    }

    @Override
    public Optional<WithLines> find(UUID contradictionId, AreaScope scope) {
        Conditions conditions =
                VisibleAreas.within("k.village_code", scope)
                        .and("c.contradiction_id = ?", contradictionId);
        return read(conditions, 1).stream().findFirst();
    }

    private static String condition(ContradictionState state) {
        return switch (state) {
            case OPEN -> "c.ended_at IS NULL AND s.point_code IS NULL";
            case SETTLED -> "c.ended_at IS NULL AND s.point_code IS NOT NULL";
            case ENDED -> "c.ended_at IS NOT NULL";
        };
    }

    private List<WithLines> read(Conditions conditions, int limit) {
        List<Listed> found =
                database.query(
                        CONTRADICTIONS
                                + conditions.sql()
                                + " ORDER BY c.contradiction_id LIMIT :limit",
                        q ->
                                q.bindMap(conditions.values())
                                        .bind("limit", limit)
                                        .map(database.rowsAs(Listed.class))
                                        .list());
        Map<About, List<EvidenceRow>> lines = linesOf(found);
        Map<UUID, Instant> receivedAt =
                receivedAt(lines.values().stream().flatMap(List::stream).toList());
        return found.stream()
                .map(
                        listed ->
                                new WithLines(
                                        listed,
                                        lines.getOrDefault(about(listed), List.of()).stream()
                                                .filter(row -> listed.endedAt() == null)
                                                .map(row -> line(row, listed, receivedAt))
                                                .toList()))
                .toList();
    }

    private static About about(Listed listed) {
        return new About(listed.memberId(), listed.month(), listed.comparedAt());
    }

    private Map<About, List<EvidenceRow>> linesOf(List<Listed> found) {
        return database
                .query(
                        LINES,
                        q ->
                                q.bind("members", uuids(found, Listed::memberId))
                                        .bind("months", months(found, Listed::month))
                                        .map(database.rowsAs(EvidenceRow.class))
                                        .list())
                .stream()
                .collect(
                        groupingBy(
                                row ->
                                        new About(
                                                row.memberId(),
                                                row.month(),
                                                row.line().comparedAt())));
    }

    private Map<UUID, Instant> receivedAt(List<EvidenceRow> lines) {
        return database.query(
                "SELECT form_id, received_at FROM service_point_form WHERE form_id = ANY (:forms)",
                q ->
                        q.bind("forms", uuids(lines, EvidenceRow::formId))
                                .map(database.rowsAs(Received.class))
                                .collectToMap(Received::formId, Received::receivedAt));
    }

    private static Line line(EvidenceRow row, Listed listed, Map<UUID, Instant> receivedAt) {
        boolean isSettledOn =
                row.pointCode().equals(listed.settledPoint())
                        && row.sentBy().equals(listed.settledSender());
        return new Line(
                row.formId(),
                row.pointCode(),
                row.sentBy(),
                receivedAt.get(row.formId()),
                row.evidence(),
                isSettledOn);
    }
}
