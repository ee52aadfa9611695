package id.pkh.verification.coverage.persistence;

import static id.pkh.platform.persistence.SqlArrays.texts;
import static id.pkh.platform.persistence.SqlArrays.uuids;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.verification.VisibleAreas;
import id.pkh.verification.compliance.domain.AnsweringPoint;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.coverage.CoverageFacts;
import id.pkh.verification.coverage.CoveredMember;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collector;

/**
 * Starts from the codes of a page, so it reads the members behind them and nobody else, however
 * many live in the areas of the reader.
 */
@ApplicationScoped
class JdbcCoverageFacts implements CoverageFacts {

    /** The longest window is a year. */
    private static final int REACH_MONTHS = 12;

    private static final String MEMBERS =
            "SELECT m.kpm_id, m.member_id, m.component, k.village_code, m.birth_month, m.component_since AS since,"
                    + " m.component_until AS until, m.school_id, NULL AS reported_by"
                    + " FROM kpm_member m JOIN kpm k USING (kpm_id) WHERE k.status IN ('ACTIVE', 'SUSPENDED')"
                    + " AND m.component = ANY (:components) AND m.component_since <= :last"
                    + " AND (m.component_until IS NULL OR m.component_until >= :first) AND ";

    /** The service that reported last on each of some members. */
    private static final String REPORTED =
            "SELECT DISTINCT ON (fm.member_id) fm.member_id, f.point_code FROM form_member fm"
                    + " JOIN service_point_form f USING (form_id)"
                    + " WHERE NOT EXISTS (SELECT FROM replaced_form r WHERE r.form_id = fm.form_id)"
                    + " AND f.kind = :kind AND fm.member_id = ANY (:members)"
                    + " AND fm.quarter_start BETWEEN :from AND :until"
                    + " ORDER BY fm.member_id, fm.quarter_start DESC, f.point_code DESC";

    /**
     * Villages from which the services had people, the other villages of their sub-districts that
     * no service has reported on, and villages to which people on their forms moved.
     */
    private static final String VILLAGES_OF_SERVICES =
            "SELECT village_code FROM visit_point_village WHERE kind = :kind AND point_code = ANY (:points)"
                    + " UNION SELECT k.village_code FROM (SELECT DISTINCT left(village_code, :chars) AS code"
                    + " FROM visit_point_village WHERE kind = :kind AND point_code = ANY (:points)) s"
                    + " JOIN kpm k ON k.village_code ~>=~ s.code AND k.village_code ~<~ (s.code || '/')"
                    + " AND NOT EXISTS (SELECT FROM visit_point_village v WHERE v.kind = :kind"
                    + " AND v.village_code = k.village_code)"
                    + " UNION SELECT k.village_code FROM service_point_form f JOIN form_member fm USING (form_id)"
                    + " JOIN kpm k ON k.kpm_id = fm.kpm_id WHERE f.kind = :kind AND f.point_code = ANY (:points)"
                    + " AND f.quarter_start BETWEEN :from AND :until";

    private record Reported(UUID memberId, String pointCode) {}

    private record Serves(String pointCode, String villageCode) {}

    private record LatestRow(UUID memberId, Instant receivedAt, Instant byLinkAt) {

        LatestForms latest() {
            return new LatestForms(receivedAt, byLinkAt);
        }
    }

    private final Database database;

    JdbcCoverageFacts(Database database) {
        this.database = database;
    }

    @Override
    public List<CoveredMember> ofSchools(Selection selection, Collection<String> schools) {
        return members(selection, "m.school_id = ANY (?)", schools);
    }

    @Override
    public List<CoveredMember> ofVillages(Selection selection, Collection<String> villages) {
        return members(selection, "k.village_code = ANY (?)", villages);
    }

    @Override
    public List<CoveredMember> ofServices(
            EvidenceKind kind, Selection selection, Collection<String> points) {
        VerificationPeriod quarter = selection.quarter();
        Set<String> villages =
                database.queryWithFreshPlan(
                        VILLAGES_OF_SERVICES,
                        q ->
                                q.bind("kind", kind)
                                        .bind("points", texts(points))
                                        .bind("chars", AnsweringPoint.SUB_DISTRICT_CHARS)
                                        .bind("from", firstQuarter(quarter))
                                        .bind("until", quarter.firstDay())
                                        .mapTo(String.class)
                                        .set());
        List<CoveredMember> members = ofVillages(selection, villages);
        Map<UUID, String> reported = reported(kind, members, quarter);
        return members.stream()
                .map(member -> member.reportedBy(reported.get(member.memberId())))
                .toList();
    }

    private Map<UUID, String> reported(
            EvidenceKind kind, List<CoveredMember> members, VerificationPeriod quarter) {
        return database.queryWithFreshPlan(
                REPORTED,
                q ->
                        q.bind("kind", kind)
                                .bind("members", uuids(members, CoveredMember::memberId))
                                .bind("from", firstQuarter(quarter))
                                .bind("until", quarter.firstDay())
                                .map(database.rowsAs(Reported.class))
                                .collect(toMap(Reported::memberId, Reported::pointCode)));
    }

    private static LocalDate firstQuarter(VerificationPeriod quarter) {
        return quarter.lastMonth().minusMonths(REACH_MONTHS - 1L).atDay(1);
    }

    private List<CoveredMember> members(
            Selection selection, String condition, Collection<String> codes) {
        Conditions where =
                VisibleAreas.within("k.village_code", selection.scope(), selection.area())
                        .and(condition, texts(codes));
        return database.queryWithFreshPlan(
                MEMBERS + where.sql(),
                q ->
                        q.bindMap(where.values())
                                .bind("components", texts(selection.components()))
                                .bind("first", firstQuarter(selection.quarter()))
                                .bind("last", selection.quarter().lastDay())
                                .map(database.rowsAs(CoveredMember.class))
                                .list());
    }

    @Override
    public AnsweringPoint answering(EvidenceKind kind, Collection<CoveredMember> members) {
        Set<String> subDistricts =
                members.stream()
                        .map(member -> AnsweringPoint.subDistrictOf(member.villageCode()))
                        .collect(toSet());
        List<Serves> serving =
                database.queryWithFreshPlan(
                        "SELECT v.* FROM unnest(:subDistricts) AS s (code) JOIN visit_point_village v"
                                + " ON v.kind = :kind AND v.village_code ~>=~ s.code AND v.village_code ~<~ (s.code || '/')",
                        q ->
                                q.bind("kind", kind)
                                        .bind("subDistricts", texts(subDistricts))
                                        .map(database.rowsAs(Serves.class))
                                        .list());
        return new AnsweringPoint(
                members.stream()
                        .filter(member -> member.reportedBy() != null)
                        .collect(
                                toMap(
                                        CoveredMember::memberId,
                                        CoveredMember::reportedBy,
                                        (one, same) -> one)),
                serving.stream().collect(pointsBy(Serves::villageCode)),
                serving.stream()
                        .collect(pointsBy(s -> AnsweringPoint.subDistrictOf(s.villageCode()))),
                Map.of());
    }

    private static Collector<Serves, ?, Map<String, Set<String>>> pointsBy(
            Function<Serves, String> area) {
        return groupingBy(area, mapping(Serves::pointCode, toSet()));
    }

    /** In the order of the index on villages, so that a page ends when it is full. */
    @Override
    public List<String> villages(String area, AreaScope scope, String after, int limit) {
        Conditions where =
                VisibleAreas.within("k.village_code", scope, area)
                        .andIfGiven("k.village_code ~>~ ?", after);
        return database.queryWithFreshPlan(
                "SELECT k.village_code FROM kpm k WHERE k.status IN ('ACTIVE', 'SUSPENDED') AND "
                        + where.sql()
                        + " GROUP BY k.village_code ORDER BY k.village_code USING ~<~ LIMIT :limit",
                q -> q.bindMap(where.values()).bind("limit", limit).mapTo(String.class).list());
    }

    @Override
    public Map<UUID, LatestForms> latestForms(
            Collection<UUID> memberIds, VerificationPeriod quarter) {
        return database.queryWithFreshPlan(
                "SELECT fm.member_id, max(f.received_at) AS received_at,"
                        + " max(l.sent_at) AS by_link_at FROM form_member fm"
                        + " JOIN service_point_form f USING (form_id)"
                        + " LEFT JOIN school_link_sending l USING (form_id)"
                        + " WHERE fm.member_id = ANY (:members) AND fm.quarter_start = :quarter"
                        + " GROUP BY fm.member_id",
                q ->
                        q.bind("members", uuids(memberIds))
                                .bind("quarter", quarter.firstDay())
                                .map(database.rowsAs(LatestRow.class))
                                .collect(toMap(LatestRow::memberId, LatestRow::latest)));
    }
}
