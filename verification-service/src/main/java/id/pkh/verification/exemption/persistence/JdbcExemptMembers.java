package id.pkh.verification.exemption.persistence;

import static id.pkh.platform.persistence.SqlArrays.texts;
import static id.pkh.platform.persistence.SqlArrays.uuids;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.web.BusinessDates;
import id.pkh.verification.compliance.CommitmentRules;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.exemption.ExemptMembers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** One statement finds the families to which exemptions apply, for any number of families. */
@ApplicationScoped
class JdbcExemptMembers implements ExemptMembers {

    private static final String MATCH =
            "INSERT INTO exempt_member (kpm_id, exemption_id, member_id)"
                    // whole families: of an area, or named
                    + " SELECT k.kpm_id, x.exemption_id, NULL::uuid FROM kpm k, exemption x"
                    + " WHERE k.kpm_id = ANY (:kpms) AND x.exemption_id = ANY (:exemptions) AND k.village_code LIKE ANY (x.within_areas)"
                    + " AND ((x.scope_kind = 'AREA' AND starts_with(k.village_code || '.', x.scope_code || '.'))"
                    + " OR (x.scope_kind = 'KPM' AND x.scope_code = k.kpm_id::text))"
                    + " UNION"
                    // pupils of a school
                    + " SELECT m.kpm_id, x.exemption_id, m.member_id FROM kpm_member m JOIN kpm k USING (kpm_id)"
                    + " JOIN exemption x ON x.scope_kind = 'SCHOOL' AND x.scope_code = m.school_id"
                    + " WHERE m.kpm_id = ANY (:kpms) AND x.exemption_id = ANY (:exemptions) AND k.village_code LIKE ANY (x.within_areas)"
                    + " UNION"
                    // people on whom a health service reports, or would report because of where
                    // they live
                    + " SELECT m.kpm_id, x.exemption_id, m.member_id FROM kpm_member m JOIN kpm k USING (kpm_id)"
                    + " JOIN exemption x ON x.scope_kind = 'HEALTH_POINT' JOIN health_point_village v"
                    + " ON v.point_code = x.scope_code AND v.village_code = k.village_code"
                    + " WHERE m.kpm_id = ANY (:kpms) AND x.exemption_id = ANY (:exemptions) AND m.component = ANY (:health)"
                    + " AND k.village_code LIKE ANY (x.within_areas)"
                    + " ON CONFLICT DO NOTHING RETURNING kpm_id";

    private final Database database;
    private final CommitmentRules rules;
    private final Clock clock;

    JdbcExemptMembers(Database database, CommitmentRules rules, Clock clock) {
        this.database = database;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public Set<UUID> match(UUID exemptionId, Collection<UUID> kpmIds) {
        return match(List.of(exemptionId), kpmIds);
    }

    @Override
    public Set<UUID> matchOpenOnes(Collection<UUID> kpmIds) {
        if (kpmIds.isEmpty()) {
            return Set.of();
        }
        List<UUID> open =
                database.query(
                        "SELECT exemption_id FROM exemption WHERE until_day >= :today",
                        q -> q.bind("today", BusinessDates.today(clock)).mapTo(UUID.class).list());
        return open.isEmpty() ? Set.of() : match(open, kpmIds);
    }

    private Set<UUID> match(List<UUID> exemptionIds, Collection<UUID> kpmIds) {
        Set<String> health =
                rules.all().policies().stream()
                        .flatMap(policy -> policy.componentsOwedBy(EvidenceKind.HEALTH).stream())
                        .collect(Collectors.toSet());
        return database.query(
                MATCH,
                q ->
                        q.bind("kpms", uuids(kpmIds))
                                .bind("exemptions", uuids(exemptionIds))
                                .bind("health", texts(health))
                                .mapTo(UUID.class)
                                .set());
    }
}
