package id.pkh.verification.compliance.persistence;

import static id.pkh.platform.persistence.SqlArrays.texts;
import static id.pkh.platform.persistence.SqlArrays.uuids;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import id.pkh.platform.persistence.Database;
import id.pkh.verification.compliance.domain.AnsweringPoint;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.compliance.domain.PointReport;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collector;
import org.jdbi.v3.core.statement.Query;

/**
 * For which areas schools and health services reported, and which health service is responsible for
 * which person.
 */
@ApplicationScoped
class ServicePointRows {

    private record Serves(String pointCode, String villageCode) {}

    private record Reported(UUID memberId, String pointCode) {}

    private record ReportedArea(String pointCode, YearMonth quarterStart, String areaCode) {

        PointReport report() {
            return new PointReport(VerificationPeriod.quarterOf(quarterStart), areaCode);
        }
    }

    private record OnForm(UUID memberId, YearMonth quarterStart) {

        VerificationPeriod quarter() {
            return VerificationPeriod.quarterOf(quarterStart);
        }
    }

    private final Database database;

    ServicePointRows(Database database) {
        this.database = database;
    }

    Map<String, Set<PointReport>> schoolReports(
            Collection<String> schoolIds, VerificationPeriod quarter) {
        return reports(EvidenceKind.SCHOOL, schoolIds, quarter);
    }

    AnsweringPoint health(
            Collection<UUID> memberIds, Collection<String> villages, VerificationPeriod quarter) {
        Map<UUID, String> ofMember = new HashMap<>();
        database.query(
                        "SELECT m.member_id, f.point_code FROM form_member m JOIN service_point_form f USING (form_id)"
                                + " WHERE NOT EXISTS (SELECT FROM replaced_form r WHERE r.form_id = m.form_id)"
                                + " AND f.kind = 'HEALTH' AND m.member_id = ANY (:members)"
                                + " AND m.quarter_start BETWEEN :from AND :until"
                                + " ORDER BY m.quarter_start, f.point_code",
                        q ->
                                within(quarter, q)
                                        .bind("members", uuids(memberIds))
                                        .map(database.rowsAs(Reported.class))
                                        .list())
                .forEach(reported -> ofMember.put(reported.memberId(), reported.pointCode()));
        Set<String> subDistricts =
                villages.stream().map(AnsweringPoint::subDistrictOf).collect(toSet());
        List<Serves> serving =
                database.query(
                        "SELECT point_code, village_code FROM health_point_village"
                                + " WHERE village_code LIKE ANY (:patterns)",
                        q ->
                                q.bind("patterns", texts(subDistricts, code -> code + "%"))
                                        .map(database.rowsAs(Serves.class))
                                        .list());
        Set<String> points = new HashSet<>(ofMember.values());
        serving.forEach(serves -> points.add(serves.pointCode()));
        return new AnsweringPoint(
                ofMember,
                serving.stream().collect(pointsBy(Serves::villageCode)),
                serving.stream()
                        .collect(pointsBy(s -> AnsweringPoint.subDistrictOf(s.villageCode()))),
                reports(EvidenceKind.HEALTH, points, quarter));
    }

    private static Collector<Serves, ?, Map<String, Set<String>>> pointsBy(
            Function<Serves, String> area) {
        return groupingBy(area, mapping(Serves::pointCode, toSet()));
    }

    private Map<String, Set<PointReport>> reports(
            EvidenceKind kind, Collection<String> points, VerificationPeriod quarter) {
        if (points.isEmpty()) {
            return Map.of();
        }
        return database.query(
                "SELECT point_code, quarter_start, area_code FROM form_area WHERE kind = :kind"
                        + " AND point_code = ANY (:points) AND quarter_start BETWEEN :from AND :until",
                q ->
                        within(quarter, q)
                                .bind("kind", kind)
                                .bind("points", texts(points))
                                .map(database.rowsAs(ReportedArea.class))
                                .collect(
                                        groupingBy(
                                                ReportedArea::pointCode,
                                                mapping(ReportedArea::report, toSet()))));
    }

    /**
     * Quarters with a form that contains the member, whichever school or service it is of and
     * whoever sent it.
     */
    Map<UUID, Set<VerificationPeriod>> quartersOnForms(
            Collection<UUID> memberIds, VerificationPeriod quarter) {
        return database.query(
                "SELECT m.member_id, m.quarter_start FROM form_member m"
                        + " WHERE NOT EXISTS (SELECT FROM replaced_form r WHERE r.form_id = m.form_id)"
                        + " AND m.member_id = ANY (:members) AND m.quarter_start BETWEEN :from AND :until",
                q ->
                        within(quarter, q)
                                .bind("members", uuids(memberIds))
                                .map(database.rowsAs(OnForm.class))
                                .collect(
                                        groupingBy(
                                                OnForm::memberId,
                                                mapping(OnForm::quarter, toSet()))));
    }

    /** The longest window is a year, so its first quarter is three quarters back. */
    private static Query within(VerificationPeriod quarter, Query query) {
        return query.bind("from", quarter.firstMonth().minusMonths(9))
                .bind("until", quarter.firstMonth());
    }
}
