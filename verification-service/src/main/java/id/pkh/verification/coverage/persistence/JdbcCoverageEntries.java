package id.pkh.verification.coverage.persistence;

import static id.pkh.platform.persistence.SqlArrays.uuids;
import static java.util.stream.Collectors.toMap;

import id.pkh.platform.persistence.Database;
import id.pkh.verification.compliance.CountedEvidence;
import id.pkh.verification.compliance.domain.Care;
import id.pkh.verification.compliance.domain.EvidenceLine;
import id.pkh.verification.compliance.domain.HealthMonth;
import id.pkh.verification.compliance.domain.MonthEvidence;
import id.pkh.verification.compliance.domain.SchoolMonth;
import id.pkh.verification.coverage.CoverageEntries;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One row for each person instead of one for each line. Most people have one line a month, which
 * counts whoever sent it. For the others, and where something was taken back, {@link
 * CountedEvidence} decides what stands and what counts.
 */
@ApplicationScoped
class JdbcCoverageEntries implements CoverageEntries {

    private static final String LINE = ";";
    private static final String PART = "/";
    private static final String REMOVED = "R";

    private static final String STATED =
            "SELECT e.member_id, string_agg(to_char(e.month, 'YYYY-MM') || '/' || CASE"
                    + " WHEN e.is_removed THEN 'R'"
                    + " WHEN e.kind = 'SCHOOL' THEN 'S/' || e.alpa || '/' || e.izin || '/' || e.sakit || '/' || e.jml"
                    + " ELSE 'V/' || e.visits || '/' || e.is_closed || coalesce('/' || array_to_string(e.cares, '/'), '')"
                    + " END, ';') AS stated FROM evidence e WHERE e.member_id = ANY (:members)"
                    + " AND e.month BETWEEN :from AND :until"
                    + " AND NOT EXISTS (SELECT FROM replaced_form r WHERE r.form_id = e.form_id)"
                    + " GROUP BY e.member_id";

    private record Stated(UUID memberId, String stated) {}

    private final Database database;
    private final CountedEvidence counted;

    JdbcCoverageEntries(Database database, CountedEvidence counted) {
        this.database = database;
        this.counted = counted;
    }

    @Override
    public Map<UUID, Entries> between(Collection<UUID> memberIds, YearMonth from, YearMonth until) {
        Map<String, Optional<Entries>> read = new HashMap<>();
        Map<UUID, Entries> entries = new HashMap<>();
        List<UUID> several = new ArrayList<>();
        for (Stated row : stated(memberIds, from, until)) {
            read.computeIfAbsent(row.stated(), JdbcCoverageEntries::read)
                    .ifPresentOrElse(
                            found -> entries.put(row.memberId(), found),
                            () -> several.add(row.memberId()));
        }
        if (!several.isEmpty()) {
            counted.between(several, from, until)
                    .forEach((memberId, lines) -> entries.put(memberId, of(memberId, lines)));
        }
        return entries;
    }

    private List<Stated> stated(Collection<UUID> memberIds, YearMonth from, YearMonth until) {
        return database.queryWithFreshPlan(
                STATED,
                q ->
                        q.bind("members", uuids(memberIds))
                                .bind("from", from)
                                .bind("until", until)
                                .map(
                                        (row, context) ->
                                                new Stated(
                                                        row.getObject(1, UUID.class),
                                                        row.getString(2)))
                                .list());
    }

    /** Empty when several lines are about one month, or one was taken back. */
    private static Optional<Entries> read(String stated) {
        Map<YearMonth, List<MonthEvidence>> months = new HashMap<>();
        for (String line : stated.split(LINE)) {
            String[] parts = line.split(PART);
            boolean isFurther =
                    parts[1].equals(REMOVED)
                            || months.put(YearMonth.parse(parts[0]), List.of(entry(parts))) != null;
            if (isFurther) {
                return Optional.empty();
            }
        }
        return Optional.of(new Entries(stated, Map.copyOf(months)));
    }

    private static MonthEvidence entry(String[] parts) {
        if (parts[1].equals("S")) {
            return new SchoolMonth(
                    Integer.parseInt(parts[2]),
                    Integer.parseInt(parts[3]),
                    Integer.parseInt(parts[4]),
                    Integer.parseInt(parts[5]));
        }
        Set<Care> cares = Stream.of(parts).skip(4).map(Care::valueOf).collect(Collectors.toSet());
        return new HealthMonth(Integer.parseInt(parts[2]), Boolean.parseBoolean(parts[3]), cares);
    }

    private static Entries of(UUID memberId, Map<YearMonth, List<EvidenceLine>> lines) {
        return new Entries(
                memberId.toString(),
                lines.entrySet().stream()
                        .collect(
                                toMap(
                                        Map.Entry::getKey,
                                        month ->
                                                month.getValue().stream()
                                                        .map(EvidenceLine::entry)
                                                        .toList())));
    }
}
