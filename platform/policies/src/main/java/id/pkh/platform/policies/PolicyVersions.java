package id.pkh.platform.policies;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.policies.PolicyAct.Kind;
import id.pkh.platform.web.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The versions on record, with their acts. */
@ApplicationScoped
public class PolicyVersions {

    private static final String VERSIONS =
            "SELECT version_id, kind, policy_code, valid_from, legal_basis, document::text AS document,"
                    + " sha256, status FROM policy_version_status WHERE ";

    private static final String ACTS =
            "SELECT version_id, act, by_person, acted_at, reason FROM policy_act"
                    + " WHERE version_id = ANY (:ids) ORDER BY acted_at, answers NULLS FIRST";

    private record VersionRow(
            UUID versionId,
            String kind,
            String policyCode,
            LocalDate validFrom,
            String legalBasis,
            String document,
            String sha256,
            PolicyStatus status) {

        PolicyVersion with(List<PolicyAct> acts) {
            return new PolicyVersion(
                    versionId,
                    kind,
                    policyCode,
                    validFrom,
                    legalBasis,
                    document,
                    sha256,
                    status,
                    acts);
        }
    }

    private record ActRow(
            UUID versionId, Kind act, String byPerson, Instant actedAt, String reason) {

        PolicyAct value() {
            return new PolicyAct(act, byPerson, actedAt, reason);
        }
    }

    private final Database database;

    PolicyVersions(Database database) {
        this.database = database;
    }

    public Optional<PolicyVersion> find(UUID versionId) {
        return list(new Conditions().and("version_id = ?", versionId), 1).stream().findFirst();
    }

    /** The versions in the order in which they were entered. */
    List<PolicyVersion> list(PolicyStatus status, String kind, UUID after, int limit) {
        return list(
                new Conditions()
                        .andIfGiven("status = ?", status == null ? null : status.name())
                        .andIfGiven("kind = ?", kind)
                        .andIfGiven("version_id > ?", after),
                limit);
    }

    boolean isWaiting(String kind, String policyCode) {
        return !list(
                        new Conditions()
                                .and("status = ?", PolicyStatus.WAITING.name())
                                .and("kind = ?", kind)
                                .and("policy_code = ?", policyCode),
                        1)
                .isEmpty();
    }

    private List<PolicyVersion> list(Conditions where, int limit) {
        List<VersionRow> rows =
                database.query(
                        VERSIONS + where.sql() + " ORDER BY version_id LIMIT :limit",
                        q ->
                                q.bindMap(where.values())
                                        .bind("limit", limit)
                                        .map(database.rowsAs(VersionRow.class))
                                        .list());
        Map<UUID, List<PolicyAct>> acts =
                database.query(
                        ACTS,
                        q ->
                                q.bind("ids", SqlArrays.uuids(rows, VersionRow::versionId))
                                        .map(database.rowsAs(ActRow.class))
                                        .collect(
                                                groupingBy(
                                                        ActRow::versionId,
                                                        mapping(ActRow::value, toList()))));
        return rows.stream()
                .map(row -> row.with(acts.getOrDefault(row.versionId(), List.of())))
                .toList();
    }

    /** Adds a version; its acts follow. */
    void add(UUID versionId, String kind, PolicyDocument document, HashedJson json) {
        database.update(
                "INSERT INTO policy_version (version_id, kind, policy_code, valid_from, legal_basis,"
                        + " document, sha256) VALUES (:id, :kind, :code, :from, :basis,"
                        + " CAST(:document AS json), :sha256)",
                u ->
                        u.bind("id", versionId)
                                .bind("kind", kind)
                                .bind("code", document.policyCode())
                                .bind("from", document.validFrom())
                                .bind("basis", document.legalBasis())
                                .bind("document", json.text())
                                .bind("sha256", json.sha256()));
    }

    /**
     * Adds an act.
     *
     * @param answered the act of before that this one answers; null for an entry
     */
    void add(UUID versionId, LocalDate validFrom, PolicyAct act, PolicyAct answered) {
        database.update(
                "INSERT INTO policy_act (version_id, valid_from, act, by_person, acted_at, acted_on,"
                        + " reason, answers, answers_person) VALUES (:id, :from, :act, :by, :at, :on,"
                        + " :reason, :answers, :person)",
                u ->
                        u.bind("id", versionId)
                                .bind("from", validFrom)
                                .bind("act", act.act().name())
                                .bind("by", act.byPerson())
                                .bind("at", act.actedAt())
                                .bind("on", BusinessDates.on(act.actedAt()))
                                .bind("reason", act.reason())
                                .bind("answers", answered == null ? null : answered.act().name())
                                .bind("person", answered == null ? null : answered.byPerson()));
    }
}
