package id.pkh.verification.evidence.persistence;

import static id.pkh.platform.persistence.SqlArrays.uuids;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import id.pkh.platform.persistence.Database;
import id.pkh.verification.compliance.domain.SchoolMonth;
import id.pkh.verification.evidence.PupilRows.Keys;
import id.pkh.verification.evidence.PupilRows.Side;
import id.pkh.verification.evidence.PupilRows.Waiting;
import id.pkh.verification.evidence.domain.KeyFit;
import id.pkh.verification.evidence.domain.PupilRule;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;

/** Reads rows that wait, with their sides. */
@ApplicationScoped
class PupilRowReader {

    private record Row(
            UUID rowId,
            String pointCode,
            YearMonth quarterStart,
            int line,
            String sha256,
            String sentBy,
            Instant receivedAt,
            String nikToken,
            String nisnToken,
            PupilRule.Reason reason,
            List<String> entries,
            Instant endedAt) {}

    private record SideRow(
            UUID rowId, UUID memberId, UUID kpmId, String villageCode, KeyFit nik, KeyFit nisn) {

        Side side() {
            return new Side(memberId, kpmId, villageCode, nik, nisn);
        }
    }

    private final Database database;

    PupilRowReader(Database database) {
        this.database = database;
    }

    /**
     * @param condition for the rows, with the order if it matters
     */
    List<Waiting> rows(String condition, UnaryOperator<Query> binding) {
        List<Row> rows =
                database.query(
                        "SELECT * FROM unmatched_pupil WHERE " + condition,
                        q -> binding.apply(q).map(database.rowsAs(Row.class)).list());
        Map<UUID, List<Side>> sides =
                database.query(
                        "SELECT * FROM unmatched_pupil_side WHERE row_id = ANY (:ids) ORDER BY member_id",
                        q ->
                                q.bind("ids", uuids(rows, Row::rowId))
                                        .map(database.rowsAs(SideRow.class))
                                        .collect(
                                                groupingBy(
                                                        SideRow::rowId,
                                                        mapping(SideRow::side, toList()))));
        return rows.stream().map(row -> waiting(row, sides)).toList();
    }

    private static Waiting waiting(Row row, Map<UUID, List<Side>> sides) {
        return new Waiting(
                row.rowId(),
                row.pointCode(),
                VerificationPeriod.quarterOf(row.quarterStart()),
                row.line(),
                row.sha256(),
                row.sentBy(),
                row.receivedAt(),
                new Keys(row.nikToken(), row.nisnToken()),
                row.reason(),
                entries(row.entries()),
                sides.getOrDefault(row.rowId(), List.of()),
                row.endedAt());
    }

    static String text(SortedMap<YearMonth, SchoolMonth> entries) {
        return entries.entrySet().stream()
                .map(
                        e ->
                                "%s %d/%d/%d/%d"
                                        .formatted(
                                                e.getKey(),
                                                e.getValue().alpa(),
                                                e.getValue().izin(),
                                                e.getValue().sakit(),
                                                e.getValue().jml()))
                .collect(joining("\n"));
    }

    private static SortedMap<YearMonth, SchoolMonth> entries(List<String> texts) {
        SortedMap<YearMonth, SchoolMonth> entries = new TreeMap<>();
        for (String text : texts) {
            String[] parts = text.split("[ /]");
            entries.put(
                    YearMonth.parse(parts[0]),
                    new SchoolMonth(
                            Integer.parseInt(parts[1]),
                            Integer.parseInt(parts[2]),
                            Integer.parseInt(parts[3]),
                            Integer.parseInt(parts[4])));
        }
        return entries;
    }
}
