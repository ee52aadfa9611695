package id.pkh.verification.exemption.persistence;

import id.pkh.platform.security.AreaScope;
import id.pkh.verification.Conditions;
import id.pkh.verification.Database;
import id.pkh.verification.exemption.Exemption;
import id.pkh.verification.exemption.Exemption.Scope;
import id.pkh.verification.exemption.Exemptions;
import id.pkh.verification.exemption.domain.ExemptSpan;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Exemptions and the families in their scope. */
@ApplicationScoped
class JdbcExemptions implements Exemptions {

    private static final String ADD =
            "INSERT INTO exemption (exemption_id, scope_kind, scope_code, within_areas, from_day, until_day,"
                    + " reason_code, legal_basis, note, recorded_by, recorded_on, recorded_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Database database;

    JdbcExemptions(Database database) {
        this.database = database;
    }

    @Override
    public void add(Exemption exemption) {
        database.update(
                ADD,
                exemption.exemptionId(),
                exemption.scope().name(),
                exemption.scopeCode(),
                exemption.withinAreas().toArray(),
                exemption.span().from(),
                exemption.span().until(),
                exemption.reasonCode(),
                exemption.legalBasis(),
                exemption.note(),
                exemption.recordedBy(),
                exemption.recordedOn(),
                exemption.recordedAt());
    }

    @Override
    public Optional<Exemption> find(UUID exemptionId) {
        return database.first(
                "SELECT * FROM exemption WHERE exemption_id = ?",
                JdbcExemptions::exemption,
                exemptionId);
    }

    @Override
    public boolean isReasonFor(String reasonCode, Scope scope) {
        return database.first(
                        "SELECT 1 FROM exemption_reason WHERE reason_code = ? AND ? = ANY (scope_kinds)",
                        row -> true,
                        reasonCode,
                        scope.name())
                .isPresent();
    }

    @Override
    public List<UUID> candidates(Exemption exemption, UUID after, int limit) {
        Conditions conditions = inScope(exemption).andIfGiven("k.kpm_id > ?", after);
        return database.query(
                "SELECT k.kpm_id FROM kpm k WHERE "
                        + conditions.sql()
                        + " ORDER BY k.kpm_id LIMIT ?",
                row -> Database.id(row, "kpm_id"),
                conditions.values(limit));
    }

    @Override
    public long countCandidates(Exemption exemption) {
        Conditions conditions = inScope(exemption);
        return database.first(
                        "SELECT count(*) FROM kpm k WHERE " + conditions.sql(),
                        row -> row.getLong(1),
                        conditions.values())
                .orElseThrow();
    }

    @Override
    public List<Exemption> list(
            Scope scope, String recordedBy, AreaScope areas, UUID after, int limit) {
        Conditions conditions =
                new Conditions()
                        .and(
                                "x.recorded_by = ? OR EXISTS (SELECT FROM exempt_member e JOIN kpm k USING (kpm_id)"
                                        + " WHERE e.exemption_id = x.exemption_id AND k.village_code LIKE ANY (?))",
                                recordedBy,
                                areas.likePatterns())
                        .andIfGiven("x.scope_kind = ?", scope == null ? null : scope.name())
                        .andIfGiven("x.exemption_id > ?", after);
        return database.query(
                "SELECT x.* FROM exemption x WHERE "
                        + conditions.sql()
                        + " ORDER BY x.exemption_id LIMIT ?",
                JdbcExemptions::exemption,
                conditions.values(limit));
    }

    private static Conditions inScope(Exemption exemption) {
        Conditions conditions =
                new Conditions()
                        .and(
                                "k.village_code LIKE ANY (?)",
                                (Object) exemption.withinAreas().toArray());
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

    static Exemption exemption(ResultSet row) throws SQLException {
        return new Exemption(
                Database.id(row, "exemption_id"),
                Scope.valueOf(row.getString("scope_kind")),
                row.getString("scope_code"),
                Database.texts(row, "within_areas"),
                new ExemptSpan(Database.date(row, "from_day"), Database.date(row, "until_day")),
                row.getString("reason_code"),
                row.getString("legal_basis"),
                row.getString("note"),
                row.getString("recorded_by"),
                Database.date(row, "recorded_on"),
                Database.instant(row, "recorded_at"));
    }
}
