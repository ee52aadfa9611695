package id.pkh.verification.compliance.persistence;

import static id.pkh.platform.persistence.SqlArrays.uuids;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import id.pkh.platform.persistence.Database;
import id.pkh.verification.compliance.CountedEvidence;
import id.pkh.verification.compliance.EvidenceRow;
import id.pkh.verification.compliance.domain.EvidenceLine;
import id.pkh.verification.compliance.domain.MonthLines;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The lines about people that count, in every month that a window ending in a quarter can contain.
 */
@ApplicationScoped
class EvidenceRows implements CountedEvidence {

    /** The longest window is a year. */
    private static final int REACH_MONTHS = 12;

    private static final String STANDING =
            "SELECT * FROM standing_line WHERE member_id = ANY (:members) AND month BETWEEN :from AND :until";

    private static final String SETTLED =
            "SELECT c.member_id, c.month, c.compared_at, s.point_code, s.sent_by FROM evidence_contradiction c"
                    + " JOIN LATERAL (SELECT * FROM evidence_settlement e"
                    + " WHERE e.contradiction_id = c.contradiction_id ORDER BY e.number DESC LIMIT 1) s ON true"
                    + " WHERE c.member_id = ANY (:members) AND c.month BETWEEN :from AND :until"
                    + " AND c.ended_at IS NULL AND s.point_code IS NOT NULL";

    private record Settled(
            UUID memberId, YearMonth month, String comparedAt, String pointCode, String sentBy) {

        PersonMonth about() {
            return new PersonMonth(memberId, month);
        }
    }

    private record PersonMonth(UUID memberId, YearMonth month) {}

    private final Database database;

    EvidenceRows(Database database) {
        this.database = database;
    }

    @Override
    public Map<UUID, Map<YearMonth, List<EvidenceLine>>> of(
            Collection<UUID> memberIds, VerificationPeriod quarter) {
        return between(
                memberIds, quarter.lastMonth().minusMonths(REACH_MONTHS - 1L), quarter.lastMonth());
    }

    @Override
    public Map<UUID, Map<YearMonth, List<EvidenceLine>>> between(
            Collection<UUID> memberIds, YearMonth from, YearMonth until) {
        Map<PersonMonth, Map<String, EvidenceLine.Source>> settled =
                rows(SETTLED, Settled.class, memberIds, from, until).stream()
                        .collect(
                                groupingBy(
                                        Settled::about,
                                        toMap(
                                                Settled::comparedAt,
                                                row ->
                                                        new EvidenceLine.Source(
                                                                row.pointCode(), row.sentBy()))));
        Map<PersonMonth, List<EvidenceLine>> standing =
                rows(STANDING, EvidenceRow.class, memberIds, from, until).stream()
                        .map(EvidenceRow::line)
                        .collect(
                                groupingBy(line -> new PersonMonth(line.memberId(), line.month())));
        Map<UUID, Map<YearMonth, List<EvidenceLine>>> counted = new HashMap<>();
        standing.forEach(
                (about, lines) ->
                        counted.computeIfAbsent(about.memberId(), any -> new HashMap<>())
                                .put(
                                        about.month(),
                                        MonthLines.of(lines)
                                                .counted(settled.getOrDefault(about, Map.of()))));
        return counted;
    }

    private <T> List<T> rows(
            String sql,
            Class<T> type,
            Collection<UUID> memberIds,
            YearMonth from,
            YearMonth until) {
        return database.query(
                sql,
                q ->
                        q.bind("members", uuids(memberIds))
                                .bind("from", from)
                                .bind("until", until)
                                .map(database.rowsAs(type))
                                .list());
    }
}
