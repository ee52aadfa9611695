package id.pkh.verification.compliance.persistence;

import static id.pkh.verification.Database.column;
import static id.pkh.verification.Database.ids;
import static id.pkh.verification.Database.joined;

import id.pkh.verification.Database;
import id.pkh.verification.compliance.ComplianceRecords;
import id.pkh.verification.compliance.domain.CommitmentResult;
import id.pkh.verification.compliance.domain.FamilyAssessment;
import id.pkh.verification.compliance.domain.MemberAssessment;
import id.pkh.verification.compliance.domain.MemberComponent;
import id.pkh.verification.signal.domain.Attribution;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Set-based: a statement for all families of a chunk. */
@ApplicationScoped
class JdbcComplianceRecords implements ComplianceRecords {

    private static final String SUPERSEDE =
            "UPDATE commitment_result SET superseded_at = ?"
                    + " WHERE kpm_id = ANY (?) AND quarter_start = ? AND superseded_at IS NULL";

    private static final String ADD_RESULTS =
            "INSERT INTO commitment_result (kpm_id, quarter_start, revision, period, result, attribution, reasons,"
                    + " not_met_state, not_met_reasons, not_verified_state, not_verified_attribution,"
                    + " not_verified_reasons, policy_code, assessed_at)"
                    + " SELECT r.kpm_id, r.quarter_start, r.revision, r.period, r.result, r.attribution,"
                    + " string_to_array(r.reasons, ','), r.not_met_state, string_to_array(r.not_met_reasons, ','),"
                    + " r.not_verified_state, r.not_verified_attribution, string_to_array(r.not_verified_reasons, ','),"
                    + " ?, ? FROM unnest(?, ?, ?::int[], ?, ?, ?, ?, ?, ?, ?, ?, ?) AS r (kpm_id, quarter_start,"
                    + " revision, period, result, attribution, reasons, not_met_state, not_met_reasons,"
                    + " not_verified_state, not_verified_attribution, not_verified_reasons)";

    private static final String ADD_MEMBERS =
            "INSERT INTO member_result (kpm_id, quarter_start, revision, member_id, component, result, attribution,"
                    + " reasons, failed_windows)"
                    + " SELECT m.kpm_id, m.quarter_start, m.revision, m.member_id, m.component, m.result, m.attribution,"
                    + " string_to_array(m.reasons, ','), string_to_array(m.failed_windows, ',')"
                    + " FROM unnest(?, ?, ?::int[], ?, ?, ?, ?, ?, ?) AS m (kpm_id, quarter_start, revision, member_id,"
                    + " component, result, attribution, reasons, failed_windows)";

    private record MemberRow(Revision revision, MemberAssessment member) {}

    private final Database database;

    JdbcComplianceRecords(Database database) {
        this.database = database;
    }

    @Override
    public Map<UUID, Revision> standing(Collection<UUID> kpmIds, VerificationPeriod quarter) {
        Map<UUID, List<MemberAssessment>> members = new HashMap<>();
        database.query(
                "SELECT m.* FROM member_result m JOIN commitment_result r USING (kpm_id, quarter_start, revision)"
                        + " WHERE r.kpm_id = ANY (?) AND r.quarter_start = ? AND r.superseded_at IS NULL",
                row ->
                        members.computeIfAbsent(
                                        Database.id(row, "kpm_id"), any -> new ArrayList<>())
                                .add(member(row)),
                ids(kpmIds),
                quarter.firstDay());
        return database
                .query(
                        "SELECT kpm_id, revision FROM commitment_result"
                                + " WHERE kpm_id = ANY (?) AND quarter_start = ? AND superseded_at IS NULL",
                        row -> {
                            UUID kpmId = Database.id(row, "kpm_id");
                            return new Revision(
                                    kpmId,
                                    row.getInt("revision"),
                                    new FamilyAssessment(
                                            quarter, members.getOrDefault(kpmId, List.of())));
                        },
                        ids(kpmIds),
                        quarter.firstDay())
                .stream()
                .collect(Collectors.toMap(Revision::kpmId, revision -> revision));
    }

    @Override
    public void add(List<Revision> revisions, String policyCode, Instant at) {
        List<UUID> superseding =
                revisions.stream().filter(r -> r.number() > 1).map(Revision::kpmId).toList();
        if (!superseding.isEmpty()) {
            database.update(
                    SUPERSEDE,
                    at,
                    ids(superseding),
                    revisions.get(0).assessment().quarter().firstDay());
        }
        database.update(
                ADD_RESULTS,
                policyCode,
                at,
                column(revisions, Revision::kpmId),
                column(revisions, r -> r.assessment().quarter().firstDay()),
                column(revisions, Revision::number),
                column(revisions, r -> r.assessment().quarter().text()),
                column(revisions, r -> r.assessment().result().name()),
                column(revisions, r -> r.assessment().attribution().name()),
                column(revisions, r -> joined(r.assessment().reasons())),
                column(revisions, r -> r.assessment().notMet().state().name()),
                column(revisions, r -> joined(r.assessment().notMet().reasons())),
                column(revisions, r -> r.assessment().notVerified().state().name()),
                column(revisions, r -> r.assessment().notVerified().attribution().name()),
                column(revisions, r -> joined(r.assessment().notVerified().reasons())));
        List<MemberRow> members =
                revisions.stream()
                        .flatMap(
                                r ->
                                        r.assessment().members().stream()
                                                .map(m -> new MemberRow(r, m)))
                        .toList();
        if (!members.isEmpty()) {
            addMembers(members);
        }
    }

    private void addMembers(List<MemberRow> members) {
        database.update(
                ADD_MEMBERS,
                column(members, m -> m.revision().kpmId()),
                column(members, m -> m.revision().assessment().quarter().firstDay()),
                column(members, m -> m.revision().number()),
                column(members, m -> m.member().member().memberId()),
                column(members, m -> m.member().member().component()),
                column(members, m -> m.member().result().name()),
                column(members, m -> m.member().attribution().name()),
                column(members, m -> joined(m.member().reasons())),
                column(members, m -> joined(m.member().failedWindows())));
    }

    @Override
    public Map<VerificationPeriod, Set<UUID>> assessed(
            Collection<UUID> kpmIds, VerificationPeriod from, VerificationPeriod until) {
        Map<VerificationPeriod, Set<UUID>> byQuarter = new HashMap<>();
        database.query(
                "SELECT kpm_id, quarter_start FROM commitment_result"
                        + " WHERE kpm_id = ANY (?) AND quarter_start BETWEEN ? AND ? AND superseded_at IS NULL",
                row ->
                        byQuarter
                                .computeIfAbsent(
                                        VerificationPeriod.quarterOf(
                                                YearMonth.from(
                                                        Database.date(row, "quarter_start"))),
                                        any -> new HashSet<>())
                                .add(Database.id(row, "kpm_id")),
                ids(kpmIds),
                from.firstDay(),
                until.firstDay());
        return byQuarter;
    }

    @Override
    public Map<UUID, Long> nextVersions(Collection<UUID> kpmIds) {
        return database
                .query(
                        "UPDATE sanction_history SET compliance_version = compliance_version + 1"
                                + " WHERE kpm_id = ANY (?) RETURNING kpm_id, compliance_version",
                        row ->
                                Map.entry(
                                        Database.id(row, "kpm_id"),
                                        row.getLong("compliance_version")),
                        (Object) ids(kpmIds))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static MemberAssessment member(ResultSet row) throws SQLException {
        return new MemberAssessment(
                new MemberComponent(Database.id(row, "member_id"), row.getString("component")),
                CommitmentResult.valueOf(row.getString("result")),
                Attribution.valueOf(row.getString("attribution")),
                Database.texts(row, "reasons"),
                Database.texts(row, "failed_windows"));
    }
}
