package id.pkh.verification.quarter.persistence;

import static id.pkh.platform.persistence.SqlArrays.texts;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaLevel;
import id.pkh.platform.security.AreaScope;
import id.pkh.verification.VisibleAreas;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.quarter.MissingCount;
import id.pkh.verification.quarter.MissingPoint;
import id.pkh.verification.quarter.QuarterPreview;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Schools are known from their pupils, health and social services from their earlier forms. Both
 * are read in the order of their codes, so a page of the whole country ends when it is full.
 */
@ApplicationScoped
class JdbcQuarterPreview implements QuarterPreview {

    /** The service {@code p} has reported for its village. */
    private static final String REPORTED =
            "EXISTS (SELECT FROM form_area f WHERE f.kind = :kind AND f.point_code = p.point_code"
                    + " AND f.quarter_start = :quarter AND (f.area_code = '*' OR f.area_code = p.village_code"
                    + " OR starts_with(p.village_code, f.area_code || '.')))";

    /** Families with a commitment of the quarter at the service {@code p}. */
    private static final String OF_SCHOOL =
            "EXISTS (SELECT FROM kpm_member m JOIN kpm k USING (kpm_id) WHERE m.school_id = p.point_code"
                    + " AND k.village_code = p.village_code AND k.status IN ('ACTIVE', 'SUSPENDED')"
                    + " AND m.component_since <= :last AND (m.component_until IS NULL OR m.component_until >= :first))";

    private static final String OF_HEALTH =
            "EXISTS (SELECT FROM kpm k JOIN kpm_member m USING (kpm_id) WHERE k.village_code = p.village_code"
                    + " AND k.status IN ('ACTIVE', 'SUSPENDED') AND m.school_id IS NULL"
                    + " AND m.component_since <= :last AND (m.component_until IS NULL OR m.component_until >= :first))";

    /** A social service reports on people with a severe disability and on the elderly. */
    private static final String OF_SOCIAL =
            OF_HEALTH.replace(
                    "m.school_id IS NULL", "m.component IN ('SEVERE_DISABILITY', 'ELDERLY')");

    private final Database database;

    JdbcQuarterPreview(Database database) {
        this.database = database;
    }

    @Override
    public List<MissingPoint> missing(
            VerificationPeriod quarter,
            String area,
            AreaScope areas,
            EvidenceKind afterKind,
            String afterCode,
            int limit) {
        List<MissingPoint> found = new ArrayList<>();
        for (EvidenceKind kind : EvidenceKind.values()) {
            boolean isPassed = afterKind != null && kind.compareTo(afterKind) < 0;
            if (!isPassed && found.size() < limit) {
                found.addAll(
                        missing(
                                kind,
                                quarter,
                                area,
                                areas,
                                kind == afterKind ? afterCode : null,
                                limit - found.size()));
            }
        }
        return found;
    }

    private List<MissingPoint> missing(
            EvidenceKind kind,
            VerificationPeriod quarter,
            String area,
            AreaScope areas,
            String afterCode,
            int limit) {
        return points(
                        kind,
                        quarter,
                        within(area, areas)
                                .andIfGiven("p.point_code > ?", afterCode)
                                .and("NOT " + REPORTED),
                        limit)
                .stream()
                .map(point -> new MissingPoint(kind.name(), point.code(), point.missing()))
                .toList();
    }

    @Override
    public List<Reports> points(
            EvidenceKind kind,
            VerificationPeriod quarter,
            String area,
            AreaScope areas,
            String code,
            String afterCode,
            int limit) {
        return points(
                kind,
                quarter,
                within(area, areas)
                        .andIfGiven("p.point_code = ?", code)
                        .andIfGiven("p.point_code > ?", afterCode),
                limit);
    }

    private List<Reports> points(
            EvidenceKind kind, VerificationPeriod quarter, Conditions where, int limit) {
        return reports(
                kind, quarter, "p.point_code AS code, p.village_code AS other", where, limit);
    }

    @Override
    public List<Reports> ofVillages(VerificationPeriod quarter, Collection<String> villages) {
        Conditions where = new Conditions().and("p.village_code = ANY (?)", texts(villages));
        return Stream.of(EvidenceKind.values())
                .flatMap(
                        kind ->
                                reports(
                                        kind,
                                        quarter,
                                        "p.village_code AS code, p.point_code AS other",
                                        where,
                                        Integer.MAX_VALUE)
                                        .stream())
                .toList();
    }

    private List<Reports> reports(
            EvidenceKind kind,
            VerificationPeriod quarter,
            String columns,
            Conditions where,
            int limit) {
        return database.queryWithFreshPlan(
                "SELECT code, array_agg(other ORDER BY other) AS expected,"
                        + " coalesce(array_agg(other ORDER BY other) FILTER (WHERE NOT reported), '{}') AS missing"
                        + " FROM (SELECT "
                        + columns
                        + ", "
                        + REPORTED
                        + " AS reported FROM "
                        + points(kind)
                        + " p WHERE "
                        + where.sql()
                        + " AND "
                        + concerned(kind)
                        + ") served GROUP BY code ORDER BY code LIMIT :limit",
                q ->
                        q.bindMap(where.values())
                                .bind("kind", kind.name())
                                .bind("quarter", quarter.firstDay())
                                .bind("first", quarter.firstDay())
                                .bind("last", quarter.lastDay())
                                .bind("limit", limit)
                                .map(database.rowsAs(Reports.class))
                                .list());
    }

    @Override
    public List<MissingCount> counts(VerificationPeriod quarter, String area, AreaScope areas) {
        return Stream.of(EvidenceKind.values())
                .flatMap(kind -> counts(kind, quarter, area, areas).stream())
                .toList();
    }

    private List<MissingCount> counts(
            EvidenceKind kind, VerificationPeriod quarter, String area, AreaScope areas) {
        Conditions where = within(area, areas);
        return database.queryWithFreshPlan(
                "SELECT left(village_code, :chars) AS area_code, :kind AS kind,"
                        + " count(DISTINCT point_code)::int AS points,"
                        + " count(DISTINCT point_code) FILTER (WHERE NOT reported)::int AS points_missing,"
                        + " count(DISTINCT village_code) FILTER (WHERE NOT reported)::int AS villages_missing"
                        + " FROM (SELECT p.point_code, p.village_code, "
                        + REPORTED
                        + " AS reported FROM "
                        + points(kind)
                        + " p WHERE "
                        + where.sql()
                        + " AND "
                        + concerned(kind)
                        + ") served GROUP BY 1 ORDER BY 1",
                q ->
                        q.bindMap(where.values())
                                .bind("kind", kind.name())
                                .bind("quarter", quarter.firstDay())
                                .bind("first", quarter.firstDay())
                                .bind("last", quarter.lastDay())
                                .bind(
                                        "chars",
                                        AreaLevel.codeCharsBelow(areas, AreaScope.requested(area)))
                                .map(database.rowsAs(MissingCount.class))
                                .list());
    }

    private static Conditions within(String area, AreaScope areas) {
        return VisibleAreas.within("p.village_code", areas, area);
    }

    private static String points(EvidenceKind kind) {
        return kind == EvidenceKind.SCHOOL
                ? "(SELECT school_id AS point_code, village_code FROM school_village)"
                : "(SELECT point_code, village_code FROM visit_point_village WHERE kind = :kind)";
    }

    private static String concerned(EvidenceKind kind) {
        return switch (kind) {
            case SCHOOL -> OF_SCHOOL;
            case HEALTH -> OF_HEALTH;
            case SOCIAL -> OF_SOCIAL;
        };
    }
}
