package id.pkh.verification.compliance.persistence;

import static id.pkh.platform.persistence.SqlArrays.codes;
import static id.pkh.platform.persistence.SqlArrays.days;
import static id.pkh.platform.persistence.SqlArrays.numbers;
import static id.pkh.platform.persistence.SqlArrays.texts;
import static id.pkh.platform.persistence.SqlArrays.uuids;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import id.pkh.platform.persistence.Database;
import id.pkh.verification.compliance.ComplianceRecords;
import id.pkh.verification.compliance.domain.FamilyAssessment;
import id.pkh.verification.compliance.domain.MemberAssessment;
import id.pkh.verification.signal.domain.PeriodState;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.Update;

/** Set-based: one statement for all families of a chunk. */
@ApplicationScoped
class JdbcComplianceRecords implements ComplianceRecords {

    private static final String SUPERSEDE =
            "UPDATE commitment_result SET superseded_at = :at"
                    + " WHERE kpm_id = ANY (:kpms) AND quarter_start = :quarter AND superseded_at IS NULL";

    private static final String ADD_RESULTS =
            "INSERT INTO commitment_result (kpm_id, quarter_start, revision, period, result, attribution, reasons,"
                    + " not_met_state, not_met_reasons, not_verified_state, not_verified_attribution,"
                    + " not_verified_reasons, policy_code, assessed_at)"
                    + " SELECT r.kpm_id, r.quarter_start, r.revision, r.period, r.result, r.attribution,"
                    + " string_to_array(r.reasons, ','), r.not_met_state, string_to_array(r.not_met_reasons, ','),"
                    + " r.not_verified_state, r.not_verified_attribution, string_to_array(r.not_verified_reasons, ','),"
                    + " :policy, :at FROM unnest(:kpms, :quarters, :revisions, :periods, :results, :attributions, :reasons,"
                    + " :met_states, :met_reasons, :shown_states, :shown_attributions, :shown_reasons)"
                    + " AS r (kpm_id, quarter_start, revision, period, result, attribution, reasons, not_met_state, not_met_reasons,"
                    + " not_verified_state, not_verified_attribution, not_verified_reasons)";

    private static final String ADD_MEMBERS =
            "INSERT INTO member_result (kpm_id, quarter_start, revision, member_id, component, result, attribution,"
                    + " reasons, failed_windows)"
                    + " SELECT m.kpm_id, m.quarter_start, m.revision, m.member_id, m.component, m.result, m.attribution,"
                    + " string_to_array(m.reasons, ','), string_to_array(m.failed_windows, ',')"
                    + " FROM unnest(:kpms, :quarters, :revisions, :members, :components, :results, :attributions, :reasons,"
                    + " :windows) AS m (kpm_id, quarter_start, revision, member_id,"
                    + " component, result, attribution, reasons, failed_windows)";

    private static final String MEMBERS =
            "SELECT m.* FROM member_result m JOIN commitment_result r USING (kpm_id, quarter_start, revision)"
                    + " WHERE r.kpm_id = ANY (:kpms) AND r.quarter_start = :quarter AND r.superseded_at IS NULL";

    private static final String REVISIONS =
            "SELECT kpm_id, revision FROM commitment_result"
                    + " WHERE kpm_id = ANY (:kpms) AND quarter_start = :quarter AND superseded_at IS NULL";

    private static final String NEXT_VERSIONS =
            "UPDATE sanction_history SET compliance_version = compliance_version + 1"
                    + " WHERE kpm_id = ANY (:kpms) RETURNING kpm_id, compliance_version AS version";

    private record RevisionRow(UUID kpmId, int revision) {}

    private record AssessedQuarter(UUID kpmId, YearMonth quarterStart) {

        VerificationPeriod quarter() {
            return VerificationPeriod.quarterOf(quarterStart);
        }
    }

    private record Version(UUID kpmId, long version) {}

    private final Database database;

    JdbcComplianceRecords(Database database) {
        this.database = database;
    }

    /** Planned afresh: these tables grow from nothing while a quarter is closed. */
    @Override
    public Map<UUID, Revision> current(Collection<UUID> kpmIds, VerificationPeriod quarter) {
        List<RevisionRow> revisions =
                database.queryWithFreshPlan(
                        REVISIONS,
                        q ->
                                q.bind("kpms", uuids(kpmIds))
                                        .bind("quarter", quarter.firstDay())
                                        .map(database.rowsAs(RevisionRow.class))
                                        .list());
        if (revisions.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<MemberAssessment>> members =
                database.queryWithFreshPlan(
                        MEMBERS,
                        q ->
                                q.bind("kpms", uuids(revisions, RevisionRow::kpmId))
                                        .bind("quarter", quarter.firstDay())
                                        .map(database.rowsAs(MemberRow.class))
                                        .collect(
                                                groupingBy(
                                                        MemberRow::kpmId,
                                                        mapping(MemberRow::assessment, toList()))));
        return revisions.stream()
                .collect(
                        toMap(
                                RevisionRow::kpmId,
                                row ->
                                        new Revision(
                                                row.kpmId(),
                                                row.revision(),
                                                new FamilyAssessment(
                                                        quarter,
                                                        members.getOrDefault(
                                                                row.kpmId(), List.of())))));
    }

    @Override
    public void add(List<Revision> revisions, String policyCode, Instant at) {
        List<Revision> superseding = revisions.stream().filter(r -> r.number() > 1).toList();
        if (!superseding.isEmpty()) {
            database.update(
                    SUPERSEDE,
                    u ->
                            u.bind("at", at)
                                    .bind("kpms", uuids(superseding, Revision::kpmId))
                                    .bind("quarter", quarterOf(superseding.get(0))));
        }
        List<FamilyAssessment> outcomes = revisions.stream().map(Revision::assessment).toList();
        List<PeriodState> met = outcomes.stream().map(FamilyAssessment::notMet).toList();
        List<PeriodState> shown = outcomes.stream().map(FamilyAssessment::notVerified).toList();
        database.update(
                ADD_RESULTS,
                u ->
                        withKeys(u, revisions)
                                .bind("policy", policyCode)
                                .bind("at", at)
                                .bind("periods", texts(outcomes, o -> o.quarter().text()))
                                .bind("results", codes(outcomes, FamilyAssessment::result))
                                .bind(
                                        "attributions",
                                        codes(outcomes, FamilyAssessment::attribution))
                                .bind("reasons", texts(outcomes, o -> joined(o.reasons())))
                                .bind("met_states", codes(met, PeriodState::state))
                                .bind("met_reasons", texts(met, s -> joined(s.reasons())))
                                .bind("shown_states", codes(shown, PeriodState::state))
                                .bind("shown_attributions", codes(shown, PeriodState::attribution))
                                .bind("shown_reasons", texts(shown, s -> joined(s.reasons()))));
        addMembers(revisions);
    }

    private void addMembers(List<Revision> revisions) {
        List<Revision> ofEach = new ArrayList<>();
        List<MemberAssessment> members = new ArrayList<>();
        for (Revision revision : revisions) {
            for (MemberAssessment member : revision.assessment().members()) {
                ofEach.add(revision);
                members.add(member);
            }
        }
        database.update(
                ADD_MEMBERS,
                u ->
                        withKeys(u, ofEach)
                                .bind("members", uuids(members, m -> m.member().memberId()))
                                .bind("components", texts(members, m -> m.member().component()))
                                .bind("results", codes(members, MemberAssessment::result))
                                .bind("attributions", codes(members, MemberAssessment::attribution))
                                .bind("reasons", texts(members, m -> joined(m.reasons())))
                                .bind("windows", texts(members, m -> joined(m.failedWindows()))));
    }

    private static Update withKeys(Update update, List<Revision> revisions) {
        return update.bind("kpms", uuids(revisions, Revision::kpmId))
                .bind("quarters", days(revisions, JdbcComplianceRecords::quarterOf))
                .bind("revisions", numbers(revisions, Revision::number));
    }

    @Override
    public Map<VerificationPeriod, Set<UUID>> assessed(
            Collection<UUID> kpmIds, VerificationPeriod from, VerificationPeriod until) {
        return database.query(
                "SELECT kpm_id, quarter_start FROM commitment_result"
                        + " WHERE kpm_id = ANY (:kpms) AND quarter_start BETWEEN :from AND :until"
                        + " AND superseded_at IS NULL",
                q ->
                        q.bind("kpms", uuids(kpmIds))
                                .bind("from", from.firstDay())
                                .bind("until", until.firstDay())
                                .map(database.rowsAs(AssessedQuarter.class))
                                .collect(
                                        groupingBy(
                                                AssessedQuarter::quarter,
                                                mapping(AssessedQuarter::kpmId, toSet()))));
    }

    @Override
    public Map<UUID, Long> nextVersions(Collection<UUID> kpmIds) {
        return database.queryWithFreshPlan(
                NEXT_VERSIONS,
                q ->
                        q.bind("kpms", uuids(kpmIds))
                                .map(database.rowsAs(Version.class))
                                .collectToMap(Version::kpmId, Version::version));
    }

    private static LocalDate quarterOf(Revision revision) {
        return revision.assessment().quarter().firstDay();
    }

    /** Arrays of arrays cannot be unnested, so the codes of a row are passed as one text. */
    private static String joined(List<String> codes) {
        return String.join(",", codes);
    }
}
