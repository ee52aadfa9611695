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

    private static final UUID BEFORE_ALL = new UUID(0, 0);

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
        return database.query(
                "SELECT kpm_id FROM kpm k WHERE "
                        + inScope(exemption)
                        + " AND kpm_id > ? ORDER BY kpm_id LIMIT ?",
                row -> Database.id(row, "kpm_id"),
                exemption.withinAreas().toArray(),
                exemption.scopeCode(),
                after == null ? BEFORE_ALL : after,
                limit);
    }

    @Override
    public long countCandidates(Exemption exemption) {
        return database.first(
                        "SELECT count(*) FROM kpm k WHERE " + inScope(exemption),
                        row -> row.getLong(1),
                        exemption.withinAreas().toArray(),
                        exemption.scopeCode())
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

    private static String inScope(Exemption exemption) {
        return "village_code LIKE ANY (?) AND "
                + switch (exemption.scope()) {
                    case AREA -> "starts_with(village_code || '.', ? || '.')";
                    case KPM -> "kpm_id = ?::uuid";
                    case SCHOOL ->
                            "EXISTS (SELECT FROM kpm_member m WHERE m.kpm_id = k.kpm_id AND m.school_id = ?)";
                    case HEALTH_POINT ->
                            "EXISTS (SELECT FROM health_point_village v"
                                    + " WHERE v.village_code = k.village_code AND v.point_code = ?)";
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
