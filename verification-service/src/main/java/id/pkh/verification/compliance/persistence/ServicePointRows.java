package id.pkh.verification.compliance.persistence;

import static id.pkh.verification.Database.ids;

import id.pkh.verification.Database;
import id.pkh.verification.compliance.domain.AnsweringPoint;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which schools and health services sent forms, and which health service answers for whom. */
@ApplicationScoped
class ServicePointRows {

    private record Serves(String pointCode, String villageCode) {}

    private final Database database;

    ServicePointRows(Database database) {
        this.database = database;
    }

    Map<String, Set<VerificationPeriod>> schoolForms(
            Collection<String> schoolIds, VerificationPeriod quarter) {
        return forms(EvidenceKind.SCHOOL, schoolIds, quarter);
    }

    AnsweringPoint health(
            Collection<UUID> memberIds, Collection<String> villages, VerificationPeriod quarter) {
        Map<UUID, String> ofMember = new HashMap<>();
        database.query(
                "SELECT m.member_id, f.point_code FROM form_member m JOIN form_standing f USING (form_id)"
                        + " WHERE f.kind = 'HEALTH' AND m.member_id = ANY (?) AND m.quarter_start BETWEEN ? AND ?"
                        + " ORDER BY m.quarter_start, f.point_code",
                row -> ofMember.put(Database.id(row, "member_id"), row.getString("point_code")),
                ids(memberIds),
                earliest(quarter),
                quarter.firstDay());
        List<Serves> serving =
                database.query(
                        "SELECT point_code, village_code FROM health_point_village WHERE village_code LIKE ANY (?)",
                        row ->
                                new Serves(
                                        row.getString("point_code"), row.getString("village_code")),
                        (Object)
                                villages.stream()
                                        .map(village -> AnsweringPoint.subDistrictOf(village) + "%")
                                        .distinct()
                                        .toArray());
        Map<String, Set<String>> ofVillage = new HashMap<>();
        Map<String, Set<String>> ofSubDistrict = new HashMap<>();
        Set<String> points = new HashSet<>(ofMember.values());
        for (Serves serves : serving) {
            points.add(serves.pointCode());
            ofVillage
                    .computeIfAbsent(serves.villageCode(), any -> new HashSet<>())
                    .add(serves.pointCode());
            ofSubDistrict
                    .computeIfAbsent(
                            AnsweringPoint.subDistrictOf(serves.villageCode()),
                            any -> new HashSet<>())
                    .add(serves.pointCode());
        }
        return new AnsweringPoint(
                ofMember, ofVillage, ofSubDistrict, forms(EvidenceKind.HEALTH, points, quarter));
    }

    private Map<String, Set<VerificationPeriod>> forms(
            EvidenceKind kind, Collection<String> points, VerificationPeriod quarter) {
        Map<String, Set<VerificationPeriod>> byPoint = new HashMap<>();
        if (points.isEmpty()) {
            return byPoint;
        }
        database.query(
                "SELECT point_code, quarter_start FROM form_standing"
                        + " WHERE kind = ? AND point_code = ANY (?) AND quarter_start BETWEEN ? AND ?",
                row ->
                        byPoint.computeIfAbsent(row.getString("point_code"), any -> new HashSet<>())
                                .add(
                                        VerificationPeriod.quarterOf(
                                                YearMonth.from(
                                                        Database.date(row, "quarter_start")))),
                kind.name(),
                points.toArray(),
                earliest(quarter),
                quarter.firstDay());
        return byPoint;
    }

    /**
     * Quarters of a form that stands and has the member on it, whichever school or service sent it.
     */
    Map<UUID, Set<VerificationPeriod>> quartersOnForms(
            Collection<UUID> memberIds, VerificationPeriod quarter) {
        Map<UUID, Set<VerificationPeriod>> byMember = new HashMap<>();
        database.query(
                "SELECT m.member_id, m.quarter_start FROM form_member m JOIN form_standing f USING (form_id)"
                        + " WHERE m.member_id = ANY (?) AND m.quarter_start BETWEEN ? AND ?",
                row ->
                        byMember.computeIfAbsent(
                                        Database.id(row, "member_id"), any -> new HashSet<>())
                                .add(
                                        VerificationPeriod.quarterOf(
                                                YearMonth.from(
                                                        Database.date(row, "quarter_start")))),
                ids(memberIds),
                earliest(quarter),
                quarter.firstDay());
        return byMember;
    }

    /** The longest window is a year, so its first quarter is three quarters back. */
    private static LocalDate earliest(VerificationPeriod quarter) {
        return quarter.firstMonth().minusMonths(9).atDay(1);
    }
}
