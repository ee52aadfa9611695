package id.pkh.verification.compliance.persistence;

import static id.pkh.platform.persistence.SqlArrays.texts;
import static id.pkh.platform.persistence.SqlArrays.uuids;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import id.pkh.platform.persistence.Database;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.compliance.domain.PointReport;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which forms schools and health services sent, for which people and areas. */
@ApplicationScoped
class ServicePointRows {

    /** A health service or social service that reported on somebody of a village. */
    record Serves(String pointCode, String villageCode) {}

    /** A person on a form. */
    record OnForm(UUID memberId, YearMonth quarterStart, EvidenceKind kind, String pointCode) {

        VerificationPeriod quarter() {
            return VerificationPeriod.quarterOf(quarterStart);
        }
    }

    private record ReportedArea(String pointCode, YearMonth quarterStart, String areaCode) {

        PointReport report() {
            return new PointReport(VerificationPeriod.quarterOf(quarterStart), areaCode);
        }
    }

    private final Database database;

    ServicePointRows(Database database) {
        this.database = database;
    }

    /**
     * The forms of these quarters that contain people, whichever school or service they are of and
     * whoever sent them; the latest last.
     */
    Map<UUID, List<OnForm>> onForms(
            Collection<UUID> memberIds, YearMonth firstQuarter, YearMonth lastQuarter) {
        return database.query(
                "SELECT m.member_id, m.quarter_start, f.kind, f.point_code FROM form_member m"
                        + " JOIN service_point_form f USING (form_id)"
                        + " WHERE NOT EXISTS (SELECT FROM replaced_form r WHERE r.form_id = m.form_id)"
                        + " AND m.member_id = ANY (:members) AND m.quarter_start BETWEEN :from AND :until"
                        + " ORDER BY m.quarter_start, f.point_code",
                q ->
                        q.bind("members", uuids(memberIds))
                                .bind("from", firstQuarter)
                                .bind("until", lastQuarter)
                                .map(database.rowsAs(OnForm.class))
                                .collect(groupingBy(OnForm::memberId)));
    }

    /** The health services or social services of sub-districts. */
    List<Serves> serving(EvidenceKind kind, Collection<String> subDistricts) {
        return database.query(
                "SELECT point_code, village_code FROM visit_point_village"
                        + " WHERE kind = :kind AND village_code LIKE ANY (:patterns)",
                q ->
                        q.bind("kind", kind)
                                .bind("patterns", texts(subDistricts, code -> code + "%"))
                                .map(database.rowsAs(Serves.class))
                                .list());
    }

    /** What each school or service reported in these quarters. */
    Map<String, Set<PointReport>> reports(
            EvidenceKind kind,
            Collection<String> points,
            YearMonth firstQuarter,
            YearMonth lastQuarter) {
        if (points.isEmpty()) {
            return Map.of();
        }
        return database.query(
                "SELECT point_code, quarter_start, area_code FROM form_area WHERE kind = :kind"
                        + " AND point_code = ANY (:points) AND quarter_start BETWEEN :from AND :until",
                q ->
                        q.bind("kind", kind)
                                .bind("points", texts(points))
                                .bind("from", firstQuarter)
                                .bind("until", lastQuarter)
                                .map(database.rowsAs(ReportedArea.class))
                                .collect(
                                        groupingBy(
                                                ReportedArea::pointCode,
                                                mapping(ReportedArea::report, toSet()))));
    }
}
