package id.pkh.verification.exemption.persistence;

import static id.pkh.platform.persistence.SqlArrays.uuids;
import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import id.pkh.platform.persistence.Database;
import id.pkh.verification.compliance.ExemptMonths;
import id.pkh.verification.exemption.domain.ExemptSpan;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collector;

/** Months that recorded exemptions cover, for whole families and for single members. */
@ApplicationScoped
class JdbcExemptMonths implements ExemptMonths {

    private record ExemptRow(UUID kpmId, UUID memberId, LocalDate fromDay, LocalDate untilDay) {

        List<YearMonth> months() {
            return new ExemptSpan(fromDay, untilDay).months();
        }
    }

    private final Database database;

    JdbcExemptMonths(Database database) {
        this.database = database;
    }

    @Override
    public Exempt of(Collection<UUID> kpmIds) {
        List<ExemptRow> rows =
                database.query(
                        "SELECT e.kpm_id, e.member_id, x.from_day, x.until_day FROM exempt_member e"
                                + " JOIN exemption x USING (exemption_id) WHERE e.kpm_id = ANY (:kpms)",
                        q ->
                                q.bind("kpms", uuids(kpmIds))
                                        .map(database.rowsAs(ExemptRow.class))
                                        .list());
        return new Exempt(
                rows.stream().filter(row -> row.memberId() == null).collect(by(ExemptRow::kpmId)),
                rows.stream()
                        .filter(row -> row.memberId() != null)
                        .collect(by(ExemptRow::memberId)));
    }

    private static Collector<ExemptRow, ?, Map<UUID, Set<YearMonth>>> by(
            Function<ExemptRow, UUID> id) {
        return groupingBy(id, flatMapping(row -> row.months().stream(), toSet()));
    }
}
