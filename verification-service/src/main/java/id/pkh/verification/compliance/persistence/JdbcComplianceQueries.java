package id.pkh.verification.compliance.persistence;

import static id.pkh.verification.Database.column;

import id.pkh.platform.security.AreaScope;
import id.pkh.verification.Conditions;
import id.pkh.verification.Database;
import id.pkh.verification.compliance.ComplianceQueries;
import id.pkh.verification.compliance.domain.MemberAssessment;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A page of families and, in one more query, their members. */
@ApplicationScoped
class JdbcComplianceQueries implements ComplianceQueries {

    private record Key(UUID kpmId, LocalDate quarterStart) {}

    private final Database database;

    JdbcComplianceQueries(Database database) {
        this.database = database;
    }

    @Override
    public List<Assessed> list(Filter filter, AreaScope scope, Position after, int limit) {
        Conditions conditions =
                new Conditions()
                        .and("r.superseded_at IS NULL")
                        .andWithin("k.village_code", scope)
                        .andIfGiven("r.kpm_id = ?", filter.kpmId())
                        .andArea("k.village_code", filter.village())
                        .andIfGiven("r.period = ?", filter.period())
                        .andIfGiven("r.result = ?", filter.result());
        if (after != null) {
            conditions.and(
                    "(r.quarter_start, r.kpm_id) > (?, ?)", after.quarterStart(), after.kpmId());
        }
        List<Assessed> families =
                database.query(
                        "SELECT r.*, k.village_code FROM commitment_result r JOIN kpm k USING (kpm_id) WHERE "
                                + conditions.sql()
                                + " ORDER BY r.quarter_start, r.kpm_id LIMIT ?",
                        row -> assessed(row, List.of()),
                        conditions.values(limit));
        Map<Key, List<MemberAssessment>> members = membersOf(families);
        return families.stream()
                .map(
                        f ->
                                with(
                                        f,
                                        members.getOrDefault(
                                                new Key(f.kpmId(), f.quarterStart()), List.of())))
                .toList();
    }

    private Map<Key, List<MemberAssessment>> membersOf(List<Assessed> families) {
        Map<Key, List<MemberAssessment>> members = new HashMap<>();
        if (!families.isEmpty()) {
            database.query(
                    "SELECT m.* FROM unnest(?, ?, ?::int[]) AS f (kpm_id, quarter_start, revision)"
                            + " JOIN member_result m USING (kpm_id, quarter_start, revision)"
                            + " ORDER BY m.member_id, m.component",
                    row ->
                            members.computeIfAbsent(
                                            new Key(
                                                    Database.id(row, "kpm_id"),
                                                    Database.date(row, "quarter_start")),
                                            any -> new ArrayList<>())
                                    .add(JdbcComplianceRecords.member(row)),
                    column(families, Assessed::kpmId),
                    column(families, Assessed::quarterStart),
                    column(families, Assessed::revision));
        }
        return members;
    }

    private static Assessed with(Assessed f, List<MemberAssessment> members) {
        return new Assessed(
                f.kpmId(),
                f.villageCode(),
                f.quarterStart(),
                f.period(),
                f.revision(),
                f.result(),
                f.attribution(),
                f.reasons(),
                f.policyCode(),
                f.assessedAt(),
                members);
    }

    private static Assessed assessed(ResultSet row, List<MemberAssessment> members)
            throws SQLException {
        return new Assessed(
                Database.id(row, "kpm_id"),
                row.getString("village_code"),
                Database.date(row, "quarter_start"),
                row.getString("period"),
                row.getInt("revision"),
                row.getString("result"),
                row.getString("attribution"),
                Database.texts(row, "reasons"),
                row.getString("policy_code"),
                Database.instant(row, "assessed_at"),
                members);
    }
}
