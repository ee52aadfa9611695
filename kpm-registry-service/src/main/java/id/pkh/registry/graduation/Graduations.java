package id.pkh.registry.graduation;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.registry.graduation.domain.GraduationCodes.Ppse;
import id.pkh.registry.graduation.domain.GraduationCodes.Reason;
import id.pkh.registry.graduation.domain.GraduationCodes.Rejection;
import id.pkh.registry.graduation.domain.GraduationCodes.Type;
import id.pkh.registry.graduation.domain.GraduationCodes.WelfareCategory;
import id.pkh.registry.graduation.domain.GraduationState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of proposals that families graduate, and of what people did with them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Graduations {

    private static final String SELECT =
            """
            SELECT g.graduation_id, g.kpm_id, k.village_code, g.type, g.reason, g.welfare_category, g.ppse,
                   g.year_joined, g.household_size, g.visit_id, g.effective_on, g.policy_code, g.state, g.version,
                   g.rejection, g.proposed_by, g.proposed_at, g.reviewed_by, g.exit_proposal_id, g.decision_id
              FROM graduation g JOIN kpm k ON k.id = g.kpm_id
             WHERE\s""";

    private static final String INSERT =
            """
            INSERT INTO graduation (graduation_id, kpm_id, type, reason, welfare_category, ppse, year_joined,
                   household_size, visit_id, effective_on, policy_code, state, version, proposed_by, proposed_at)
            VALUES (:id, :kpm, :type, :reason, :welfare, :ppse, :year, :size, :visit, :effective, :policy,
                   'PROPOSED', 1, :by, :now)
            """;

    private static final String BECOME =
            """
            UPDATE graduation SET state = :state, version = :version, rejection = :rejection,
                   reviewed_by = :reviewer, exit_proposal_id = :exit, decision_id = :decision
             WHERE graduation_id = :id
            """;

    private final Database database;

    Graduations(Database database) {
        this.database = database;
    }

    /**
     * @param exitProposalId the proposal in the verification service, once it is forwarded
     * @param decisionId the decision there, once it is decided
     */
    record GraduationRow(
            UUID graduationId,
            UUID kpmId,
            String villageCode,
            Type type,
            Reason reason,
            WelfareCategory welfareCategory,
            Ppse ppse,
            int yearJoined,
            int householdSize,
            UUID visitId,
            LocalDate effectiveOn,
            String policyCode,
            GraduationState state,
            int version,
            Rejection rejection,
            String proposedBy,
            Instant proposedAt,
            String reviewedBy,
            UUID exitProposalId,
            UUID decisionId) {}

    /** What comes of a proposal. */
    record Next(
            GraduationState state,
            Rejection rejection,
            String reviewedBy,
            UUID exitProposalId,
            UUID decisionId) {

        /** Another state, and otherwise as it was. */
        static Next of(GraduationRow row, GraduationState state) {
            return new Next(
                    state,
                    row.rejection(),
                    row.reviewedBy(),
                    row.exitProposalId(),
                    row.decisionId());
        }
    }

    record ActRow(int actNo, GraduationState state, String byPerson, Instant actedAt) {}

    List<GraduationRow> list(Conditions which, int limit) {
        return database.queryWithFreshPlan(
                SELECT + which.sql() + " ORDER BY g.graduation_id LIMIT :limit",
                q ->
                        q.bindMap(which.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(GraduationRow.class))
                                .list());
    }

    /** Nobody else brings it to another state before this transaction ends. */
    Optional<GraduationRow> lock(String condition, UUID id) {
        return database.query(
                SELECT + condition + " = :id FOR UPDATE OF g",
                q -> q.bind("id", id).map(database.rowsAs(GraduationRow.class)).findFirst());
    }

    List<ActRow> acts(UUID id) {
        return database.query(
                "SELECT act_no, state, by_person, acted_at FROM graduation_act"
                        + " WHERE graduation_id = :id ORDER BY act_no",
                q -> q.bind("id", id).map(database.rowsAs(ActRow.class)).list());
    }

    void insert(GraduationRow row) {
        database.update(
                INSERT,
                u ->
                        u.bind("id", row.graduationId())
                                .bind("kpm", row.kpmId())
                                .bind("type", row.type())
                                .bind("reason", row.reason())
                                .bind("welfare", row.welfareCategory())
                                .bind("ppse", row.ppse())
                                .bind("year", row.yearJoined())
                                .bind("size", row.householdSize())
                                .bind("visit", row.visitId())
                                .bind("effective", row.effectiveOn())
                                .bind("policy", row.policyCode())
                                .bind("by", row.proposedBy())
                                .bind("now", row.proposedAt()));
        act(row.graduationId(), 1, row.state(), row.proposedBy(), row.proposedAt());
    }

    void become(GraduationRow row, Next next, String by, Instant now) {
        database.update(
                BECOME,
                u ->
                        u.bind("state", next.state())
                                .bind("version", row.version() + 1)
                                .bind("rejection", next.rejection())
                                .bind("reviewer", next.reviewedBy())
                                .bind("exit", next.exitProposalId())
                                .bind("decision", next.decisionId())
                                .bind("id", row.graduationId()));
        act(row.graduationId(), row.version() + 1, next.state(), by, now);
    }

    private void act(UUID id, int number, GraduationState state, String by, Instant now) {
        database.update(
                "INSERT INTO graduation_act (graduation_id, act_no, state, by_person, acted_at)"
                        + " VALUES (:id, :no, :state, :by, :now)",
                u ->
                        u.bind("id", id)
                                .bind("no", number)
                                .bind("state", state)
                                .bind("by", by)
                                .bind("now", now));
    }
}
