package id.pkh.registry.merge;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.merge.domain.MergeCodes.MergeEvidence;
import id.pkh.registry.merge.domain.MergeCodes.MergeRejectionReason;
import id.pkh.registry.merge.domain.MergeCodes.OpenWork;
import id.pkh.registry.merge.domain.MergeState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of merges of families, and of what people did with them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class FamilyMerges {

    private static final String SELECT =
            """
            SELECT g.merge_id, g.survivor_kpm, s.village_code AS survivor_village, s.status AS survivor_status,
                   g.survivor_version, g.ended_kpm, e.village_code AS ended_village, e.status AS ended_status,
                   g.ended_version, g.ended_group, e.group_code AS group_now, g.evidence, g.evidence_reference,
                   g.effective_on, g.state, g.version, g.rejection, g.proposed_by, g.proposed_at, g.reviewed_by,
                   g.exit_proposal_id, g.decision_id,
                   EXISTS (SELECT FROM family_member m WHERE m.kpm_id = g.ended_kpm
                       AND m.former_since >= g.effective_on) AS members_left
              FROM family_merge g JOIN kpm s ON s.id = g.survivor_kpm JOIN kpm e ON e.id = g.ended_kpm
             WHERE\s""";

    private static final String INSERT =
            """
            INSERT INTO family_merge (merge_id, survivor_kpm, survivor_version, ended_kpm, ended_version, ended_group,
                   evidence, evidence_reference, effective_on, state, version, proposed_by, proposed_at)
            VALUES (:id, :survivor, :survivorVersion, :ended, :endedVersion, :group, :evidence, :reference,
                   :effective, 'PROPOSED', 1, :by, :now)
            """;

    private static final String BECOME =
            """
            UPDATE family_merge SET state = :state, version = :version, rejection = :rejection,
                   reviewed_by = :reviewer, exit_proposal_id = :exit, decision_id = :decision
             WHERE merge_id = :id
            """;

    private static final String OPEN_WORK =
            """
            SELECT 'ACCOUNT_WAITS' FROM kpm WHERE id = :kpm AND account_waits_since IS NOT NULL
            UNION ALL SELECT 'UPDATE_OPEN' FROM family_update WHERE kpm_id = :kpm AND state IN ('SUBMITTED', 'RETURNED')
            UNION ALL SELECT 'COMPLAINT_OPEN' FROM complaint
             WHERE kpm_id = :kpm AND state IN ('OPEN', 'IN_PROGRESS', 'FOLLOWED_UP')
            UNION ALL SELECT 'ADVOCACY_OPEN' FROM advocacy
             WHERE kpm_id = :kpm AND state IN ('LISTED', 'REPORTED', 'PROPOSED', 'GRANTED')
            UNION ALL SELECT 'GRADUATION_OPEN' FROM graduation
             WHERE kpm_id = :kpm AND state IN ('PROPOSED', 'FORWARDED', 'CONFIRMED')
            UNION ALL SELECT 'NUMBER_WAITS' FROM contact
             WHERE holder_role = 'FAMILY' AND holder_ref = :kpm::text AND waiting_change_id IS NOT NULL
            """;

    private final Database database;

    FamilyMerges(Database database) {
        this.database = database;
    }

    /**
     * @param endedGroup the group of the family when the merge was proposed
     * @param exitProposalId the proposal in the verification service, once it is forwarded
     * @param decisionId the decision there, once it is decided
     * @param membersLeft whether persons of the ended family are in another one since
     */
    public record MergeRow(
            UUID mergeId,
            UUID survivorKpm,
            String survivorVillage,
            KpmStatus survivorStatus,
            long survivorVersion,
            UUID endedKpm,
            String endedVillage,
            KpmStatus endedStatus,
            long endedVersion,
            String endedGroup,
            String groupNow,
            MergeEvidence evidence,
            String evidenceReference,
            LocalDate effectiveOn,
            MergeState state,
            int version,
            MergeRejectionReason rejection,
            String proposedBy,
            Instant proposedAt,
            String reviewedBy,
            UUID exitProposalId,
            UUID decisionId,
            boolean membersLeft) {}

    /** What is proposed. */
    record NewMerge(
            UUID id,
            UUID survivor,
            long survivorVersion,
            UUID ended,
            long endedVersion,
            String endedGroup,
            MergeEvidence evidence,
            String evidenceReference,
            LocalDate effectiveOn,
            String by,
            Instant at) {}

    /** What comes of a merge. */
    record Next(
            MergeState state,
            MergeRejectionReason rejection,
            String reviewedBy,
            UUID exitProposalId,
            UUID decisionId) {}

    /** One step of a merge. */
    public record ActRow(int actNo, MergeState state, String byPerson, Instant actedAt) {}

    /**
     * @param which conditions for the merge {@code g} and one of its families {@code k}
     */
    List<MergeRow> list(Conditions which, int limit) {
        return database.queryWithFreshPlan(
                SELECT
                        + "EXISTS (SELECT FROM kpm k WHERE k.id IN (g.survivor_kpm, g.ended_kpm) AND "
                        + which.sql()
                        + ") ORDER BY g.merge_id LIMIT :limit",
                q ->
                        q.bindMap(which.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(MergeRow.class))
                                .list());
    }

    /** Nobody else brings it to another state before this transaction ends. */
    Optional<MergeRow> lock(String condition, UUID id) {
        return database.query(
                SELECT + condition + " = :id ORDER BY g.merge_id DESC LIMIT 1 FOR UPDATE OF g",
                q -> q.bind("id", id).map(database.rowsAs(MergeRow.class)).findFirst());
    }

    List<ActRow> acts(UUID id) {
        return database.query(
                "SELECT act_no, state, by_person, acted_at FROM family_merge_act"
                        + " WHERE merge_id = :id ORDER BY act_no",
                q -> q.bind("id", id).map(database.rowsAs(ActRow.class)).list());
    }

    /**
     * Whether the family that is to stay ends elsewhere, or the one that is to end stays for
     * another.
     */
    boolean isInAnotherMerge(UUID survivor, UUID ended) {
        return database.query(
                "SELECT EXISTS (SELECT FROM family_merge WHERE state IN ('PROPOSED', 'FORWARDED',"
                        + " 'CONFIRMED', 'MERGED') AND (ended_kpm = :survivor OR survivor_kpm = :ended))",
                q -> q.bind("survivor", survivor).bind("ended", ended).mapTo(Boolean.class).one());
    }

    /** What is open about a family in this service. */
    List<OpenWork> openWork(UUID family) {
        return database
                .query(OPEN_WORK, q -> q.bind("kpm", family).mapTo(String.class).list())
                .stream()
                .map(OpenWork::valueOf)
                .distinct()
                .sorted()
                .toList();
    }

    void insert(NewMerge merge) {
        database.update(
                INSERT,
                u ->
                        u.bind("id", merge.id())
                                .bind("survivor", merge.survivor())
                                .bind("survivorVersion", merge.survivorVersion())
                                .bind("ended", merge.ended())
                                .bind("endedVersion", merge.endedVersion())
                                .bind("group", merge.endedGroup())
                                .bind("evidence", merge.evidence())
                                .bind("reference", merge.evidenceReference())
                                .bind("effective", merge.effectiveOn())
                                .bind("by", merge.by())
                                .bind("now", merge.at()));
        act(merge.id(), 1, MergeState.PROPOSED, merge.by(), merge.at());
    }

    void become(MergeRow row, Next next, String by, Instant now) {
        database.update(
                BECOME,
                u ->
                        u.bind("state", next.state())
                                .bind("version", row.version() + 1)
                                .bind("rejection", next.rejection())
                                .bind("reviewer", next.reviewedBy())
                                .bind("exit", next.exitProposalId())
                                .bind("decision", next.decisionId())
                                .bind("id", row.mergeId()));
        act(row.mergeId(), row.version() + 1, next.state(), by, now);
    }

    private void act(UUID id, int number, MergeState state, String by, Instant now) {
        database.update(
                "INSERT INTO family_merge_act (merge_id, act_no, state, by_person, acted_at)"
                        + " VALUES (:id, :no, :state, :by, :now)",
                u ->
                        u.bind("id", id)
                                .bind("no", number)
                                .bind("state", state)
                                .bind("by", by)
                                .bind("now", now));
    }
}
