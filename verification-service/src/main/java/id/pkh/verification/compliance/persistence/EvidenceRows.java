package id.pkh.verification.compliance.persistence;

import static id.pkh.platform.persistence.SqlArrays.uuids;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import id.pkh.platform.persistence.Database;
import id.pkh.verification.compliance.CountedEvidence;
import id.pkh.verification.compliance.domain.Care;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.compliance.domain.EvidenceLine;
import id.pkh.verification.compliance.domain.HealthMonth;
import id.pkh.verification.compliance.domain.MonthLines;
import id.pkh.verification.compliance.domain.SchoolMonth;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** The lines about people that count. */
@ApplicationScoped
class EvidenceRows implements CountedEvidence {

    /** The longest window is a year. */
    private static final int REACH_MONTHS = 12;

    private static final String STANDING =
            "SELECT member_id, month, point_code, sent_by, form_id, kind, alpa, izin, sakit, jml, visits, is_closed,"
                    + " cares FROM standing_line WHERE member_id = ANY (:members) AND month BETWEEN :from AND :until";

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
        Map<UUID, Map<YearMonth, List<EvidenceLine>>> counted = new HashMap<>();
        for (EvidenceLine line : rows(STANDING, EvidenceRows::line, memberIds, from, until)) {
            counted.computeIfAbsent(line.memberId(), any -> new HashMap<>())
                    .computeIfAbsent(line.month(), any -> new ArrayList<>(1))
                    .add(line);
        }
        Map<PersonMonth, MonthLines> several = several(counted);
        Map<PersonMonth, Map<String, EvidenceLine.Source>> settled = settled(several, from, until);
        several.forEach(
                (about, lines) ->
                        counted.get(about.memberId())
                                .put(
                                        about.month(),
                                        lines.counted(settled.getOrDefault(about, Map.of()))));
        return counted;
    }

    /** A line alone counts; between several there may be something to decide. */
    private static Map<PersonMonth, MonthLines> several(
            Map<UUID, Map<YearMonth, List<EvidenceLine>>> standing) {
        Map<PersonMonth, MonthLines> several = new HashMap<>();
        standing.forEach(
                (memberId, months) ->
                        months.forEach(
                                (month, lines) -> {
                                    if (lines.size() > 1) {
                                        several.put(
                                                new PersonMonth(memberId, month),
                                                MonthLines.of(lines));
                                    }
                                }));
        return several;
    }

    /** Only people with several lines about the same can have a settlement that matters. */
    private Map<PersonMonth, Map<String, EvidenceLine.Source>> settled(
            Map<PersonMonth, MonthLines> standing, YearMonth from, YearMonth until) {
        Set<UUID> memberIds =
                standing.entrySet().stream()
                        .filter(month -> month.getValue().canBeSettled())
                        .map(month -> month.getKey().memberId())
                        .collect(toSet());
        if (memberIds.isEmpty()) {
            return Map.of();
        }
        return rows(SETTLED, database.rowsAs(Settled.class), memberIds, from, until).stream()
                .collect(
                        groupingBy(
                                Settled::about,
                                toMap(
                                        Settled::comparedAt,
                                        row ->
                                                new EvidenceLine.Source(
                                                        row.pointCode(), row.sentBy()))));
    }

    private <T> List<T> rows(
            String sql,
            RowMapper<T> mapper,
            Collection<UUID> memberIds,
            YearMonth from,
            YearMonth until) {
        return database.query(
                sql,
                q ->
                        q.bind("members", uuids(memberIds))
                                .bind("from", from)
                                .bind("until", until)
                                .map(mapper)
                                .list());
    }

    /** Written by hand, because a closing reads five of these rows for each family. */
    private static EvidenceLine line(ResultSet row, StatementContext context) throws SQLException {
        return new EvidenceLine(
                row.getObject(1, UUID.class),
                YearMonth.from(row.getObject(2, LocalDate.class)),
                row.getString(3),
                row.getString(4),
                row.getObject(5, UUID.class),
                switch (EvidenceKind.valueOf(row.getString(6))) {
                    case SCHOOL ->
                            new SchoolMonth(
                                    row.getInt(7), row.getInt(8), row.getInt(9), row.getInt(10));
                    case HEALTH, SOCIAL ->
                            new HealthMonth(
                                    row.getInt(11), row.getBoolean(12), cares(row.getArray(13)));
                });
    }

    private static Set<Care> cares(Array stated) throws SQLException {
        return stated == null
                ? Set.of()
                : Stream.of((String[]) stated.getArray()).map(Care::valueOf).collect(toSet());
    }
}
