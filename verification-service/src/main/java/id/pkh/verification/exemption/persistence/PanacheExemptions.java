package id.pkh.verification.exemption.persistence;

import static id.pkh.platform.persistence.SqlArrays.texts;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.verification.exemption.Exemption;
import id.pkh.verification.exemption.ExemptionScope;
import id.pkh.verification.exemption.Exemptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An exemption is recorded by itself, and so it is an entity; the families in its scope are rows.
 */
@ApplicationScoped
class PanacheExemptions implements Exemptions {

    private final Database database;

    PanacheExemptions(Database database) {
        this.database = database;
    }

    @Override
    public void add(Exemption exemption) {
        ExemptionEntity.of(exemption).persistAndFlush();
    }

    @Override
    public Optional<Exemption> find(UUID exemptionId) {
        return ExemptionEntity.<ExemptionEntity>findByIdOptional(exemptionId)
                .map(ExemptionEntity::exemption);
    }

    @Override
    public boolean isReasonFor(String reasonCode, ExemptionScope scope, LocalDate day) {
        return database.query(
                "SELECT EXISTS (SELECT FROM exemption_policy_reason"
                        + " WHERE reason_code = :reason AND :scope = ANY (scope_kinds) AND policy_code ="
                        + " (SELECT policy_code FROM exemption_policy WHERE valid_from <= :day"
                        + " ORDER BY valid_from DESC LIMIT 1))",
                q ->
                        q.bind("reason", reasonCode)
                                .bind("scope", scope)
                                .bind("day", day)
                                .mapTo(Boolean.class)
                                .one());
    }

    @Override
    public List<UUID> candidates(Exemption exemption, UUID after, int limit) {
        Conditions conditions = inScope(exemption).andIfGiven("k.kpm_id > ?", after);
        return ids(
                "SELECT k.kpm_id FROM kpm k WHERE "
                        + conditions.sql()
                        + " ORDER BY k.kpm_id LIMIT :limit",
                conditions,
                limit);
    }

    @Override
    public long countCandidates(Exemption exemption) {
        Conditions conditions = inScope(exemption);
        return database.query(
                "SELECT count(*) FROM kpm k WHERE " + conditions.sql(),
                q -> q.bindMap(conditions.values()).mapTo(Long.class).one());
    }

    @Override
    public List<Exemption> list(
            ExemptionScope scope, String recordedBy, AreaScope areas, UUID after, int limit) {
        Conditions conditions =
                visibleTo(recordedBy, areas)
                        .andIfGiven("x.scope_kind = ?", scope)
                        .andIfGiven("x.exemption_id > ?", after);
        return read(conditions, limit);
    }

    @Override
    public Optional<Exemption> find(UUID exemptionId, String reader, AreaScope areas) {
        Conditions conditions = visibleTo(reader, areas).and("x.exemption_id = ?", exemptionId);
        return read(conditions, 1).stream().findFirst();
    }

    private static Conditions visibleTo(String reader, AreaScope areas) {
        return new Conditions()
                .and(
                        "x.recorded_by = ? OR EXISTS (SELECT FROM exempt_member e JOIN kpm k USING (kpm_id)"
                                + " WHERE e.exemption_id = x.exemption_id AND k.village_code LIKE ANY (?))",
                        reader,
                        texts(List.of(areas.likePatterns())));
    }

    private List<Exemption> read(Conditions conditions, int limit) {
        List<UUID> ids =
                ids(
                        "SELECT x.exemption_id FROM exemption x WHERE "
                                + conditions.sql()
                                + " ORDER BY x.exemption_id LIMIT :limit",
                        conditions,
                        limit);
        return ExemptionEntity.<ExemptionEntity>list("exemptionId in ?1 order by exemptionId", ids)
                .stream()
                .map(ExemptionEntity::exemption)
                .toList();
    }

    private List<UUID> ids(String sql, Conditions conditions, int limit) {
        return database.query(
                sql,
                q -> q.bindMap(conditions.values()).bind("limit", limit).mapTo(UUID.class).list());
    }

    private static Conditions inScope(Exemption exemption) {
        Conditions conditions =
                new Conditions().and("k.village_code LIKE ANY (?)", texts(exemption.withinAreas()));
        return switch (exemption.scope()) {
            case AREA -> conditions.andArea("k.village_code", exemption.scopeCode());
            case KPM -> conditions.and("k.kpm_id = ?", UUID.fromString(exemption.scopeCode()));
            case SCHOOL ->
                    conditions.and(
                            "k.kpm_id IN (SELECT m.kpm_id FROM kpm_member m WHERE m.school_id = ?)",
                            exemption.scopeCode());
            case HEALTH_POINT ->
                    conditions.and(
                            "k.village_code IN (SELECT v.village_code FROM health_point_village v"
                                    + " WHERE v.point_code = ?)",
                            exemption.scopeCode());
        };
    }
}
