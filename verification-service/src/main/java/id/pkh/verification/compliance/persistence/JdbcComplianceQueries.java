package id.pkh.verification.compliance.persistence;

import static id.pkh.platform.persistence.SqlArrays.days;
import static id.pkh.platform.persistence.SqlArrays.numbers;
import static id.pkh.platform.persistence.SqlArrays.uuids;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.verification.VisibleAreas;
import id.pkh.verification.compliance.ComplianceQueries;
import id.pkh.verification.compliance.domain.MemberAssessment;
import id.pkh.verification.compliance.persistence.MemberRow.FamilyQuarter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** A page of families and, in one more query, their members. */
@ApplicationScoped
class JdbcComplianceQueries implements ComplianceQueries {

    private static final String MEMBERS =
            "SELECT m.* FROM unnest(:kpms, :quarters, :revisions) AS f (kpm_id, quarter_start, revision)"
                    + " JOIN member_result m USING (kpm_id, quarter_start, revision)"
                    + " ORDER BY m.member_id, m.component";

    private final Database database;

    JdbcComplianceQueries(Database database) {
        this.database = database;
    }

    @Override
    public List<AssessedFamily> list(Filter filter, AreaScope scope, Position after, int limit) {
        Conditions conditions =
                VisibleAreas.within("k.village_code", scope, filter.village())
                        .and("r.superseded_at IS NULL")
                        .andIfGiven("r.kpm_id = ?", filter.kpmId())
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
                                + " ORDER BY r.quarter_start, r.kpm_id LIMIT :limit",
                        q ->
                                q.bindMap(conditions.values())
                                        .bind("limit", limit)
                                        .map(database.rowsAs(Assessed.class))
                                        .list());
        Map<FamilyQuarter, List<MemberAssessment>> members = membersOf(families);
        return families.stream()
                .map(
                        family ->
                                new AssessedFamily(
                                        family,
                                        members.getOrDefault(
                                                new FamilyQuarter(
                                                        family.kpmId(), family.quarterStart()),
                                                List.of())))
                .toList();
    }

    private Map<FamilyQuarter, List<MemberAssessment>> membersOf(List<Assessed> families) {
        return database.query(
                MEMBERS,
                q ->
                        q.bind("kpms", uuids(families, Assessed::kpmId))
                                .bind("quarters", days(families, Assessed::quarterStart))
                                .bind("revisions", numbers(families, Assessed::revision))
                                .map(database.rowsAs(MemberRow.class))
                                .collect(
                                        groupingBy(
                                                MemberRow::familyQuarter,
                                                mapping(MemberRow::assessment, toList()))));
    }
}
