package id.pkh.registry.dataupdate;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.registry.dataupdate.domain.ChangeKind;
import id.pkh.registry.dataupdate.domain.EvidenceKind;
import id.pkh.registry.dataupdate.domain.ReturnReason;
import id.pkh.registry.dataupdate.domain.UpdateState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of data updates: revisions, changes and acts, of which nothing is rewritten. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class DataUpdates {

    private static final String SELECT =
            """
            SELECT u.update_id, u.kpm_id, k.village_code, u.state, u.revision, u.act_no, u.due_on,
                   u.submitted_by, u.submitted_at, u.visit_id, u.reverses, r.evidence_kind,
                   r.evidence_reference, r.evidence_on, r.note
              FROM family_update u JOIN kpm k ON k.id = u.kpm_id
              JOIN family_update_revision r
                ON r.update_id = u.update_id AND r.revision = u.revision
             WHERE\s""";

    private static final String INSERT =
            """
            INSERT INTO family_update (update_id, kpm_id, state, revision, act_no, due_on,
                   told_overdue, submitted_by, submitted_at, visit_id, reverses)
            VALUES (:id, :kpm, 'SUBMITTED', 1, 1, :due, false, :by, :now, :visit, :reverses)
            """;

    private static final String INSERT_REVISION =
            """
            INSERT INTO family_update_revision (update_id, revision, evidence_kind,
                   evidence_reference, evidence_on, note, submitted_by, submitted_at)
            VALUES (:id, :revision, :kind, :reference, :on, :note, :by, :now)
            """;

    private static final String INSERT_CHANGE =
            """
            INSERT INTO family_update_change (update_id, revision, change_no, kpm_id, kind,
                   member_id, effective_on, from_cipher, becomes_cipher, state)
            VALUES (:id, :revision, :no, :kpm, :kind, :member, :on, :from, :becomes, 'SUBMITTED')
            """;

    private static final String INSERT_ACT =
            """
            INSERT INTO family_update_act (update_id, act_no, revision, act, by_person, acted_at,
                   reasons, note)
            VALUES (:id, :no, :revision, :act, :by, :now, :reasons, :note)
            """;

    private static final String CHANGES =
            "SELECT update_id, revision, change_no, kind, member_id, effective_on, from_cipher,"
                    + " becomes_cipher, state, applied_version, joined_member_id"
                    + " FROM family_update_change WHERE update_id = ANY (:ids)"
                    + " ORDER BY update_id, revision, change_no";

    private static final String ACTS =
            "SELECT update_id, act_no, revision, act, by_person, acted_at,"
                    + " array_to_string(reasons, ',') AS reasons, note"
                    + " FROM family_update_act WHERE update_id = ANY (:ids)"
                    + " ORDER BY update_id, act_no";

    private static final String TELL_OVERDUE =
            """
            UPDATE family_update SET told_overdue = true WHERE update_id IN (
                   SELECT update_id FROM family_update
                    WHERE state = 'SUBMITTED' AND NOT told_overdue AND due_on < :today
                    ORDER BY due_on LIMIT :limit FOR UPDATE SKIP LOCKED)
            RETURNING update_id, kpm_id, act_no, due_on
            """;

    private final Database database;

    DataUpdates(Database database) {
        this.database = database;
    }

    record ChangeRow(
            UUID updateId,
            int revision,
            int changeNo,
            ChangeKind kind,
            UUID memberId,
            LocalDate effectiveOn,
            byte[] fromCipher,
            byte[] becomesCipher,
            UpdateState state,
            Long appliedVersion,
            UUID joinedMemberId) {}

    record ActRow(
            UUID updateId,
            int actNo,
            int revision,
            String act,
            String byPerson,
            Instant actedAt,
            String reasons,
            String note) {}

    /** What shows that the changes of a revision are true. */
    record Evidence(EvidenceKind kind, String reference, LocalDate on, String note) {}

    /** A change as it is written. */
    record NewChange(
            int no,
            ChangeKind kind,
            UUID memberId,
            LocalDate effectiveOn,
            byte[] from,
            byte[] becomes) {}

    /** An update that waits for longer than it may. */
    record Overdue(UUID updateId, UUID kpmId, int actNo, LocalDate dueOn) {}

    List<UpdateRow> list(Conditions which, int limit) {
        return database.queryWithFreshPlan(
                SELECT + which.sql() + " ORDER BY u.update_id LIMIT :limit",
                q ->
                        q.bindMap(which.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(UpdateRow.class))
                                .list());
    }

    Optional<UpdateRow> find(UUID id) {
        return list(new Conditions().and("u.update_id = ?", id), 1).stream().findFirst();
    }

    /** Locks an update, whose family the caller has locked before. */
    UpdateRow lock(UUID id) {
        database.query(
                "SELECT update_id FROM family_update WHERE update_id = :id FOR UPDATE",
                q -> q.bind("id", id).mapTo(UUID.class).one());
        return find(id).orElseThrow();
    }

    List<ChangeRow> changes(Collection<UUID> updates) {
        return database.query(
                CHANGES,
                q ->
                        q.bind("ids", SqlArrays.uuids(updates))
                                .map(database.rowsAs(ChangeRow.class))
                                .list());
    }

    List<ActRow> acts(Collection<UUID> updates) {
        return database.query(
                ACTS,
                q ->
                        q.bind("ids", SqlArrays.uuids(updates))
                                .map(database.rowsAs(ActRow.class))
                                .list());
    }

    boolean isSubmitter(UUID update, String person) {
        return database.query(
                "SELECT EXISTS (SELECT FROM family_update_revision"
                        + " WHERE update_id = :id AND submitted_by = :person)",
                q -> q.bind("id", update).bind("person", person).mapTo(Boolean.class).one());
    }

    /**
     * Where an update comes from, besides a report of the field.
     *
     * @param visitId the home visit that found it; null for every other
     * @param reverses the accepted update that it takes back; null for every other
     */
    record Origin(UUID visitId, UUID reverses) {

        static final Origin REPORT = new Origin(null, null);
    }

    void insert(UUID id, UUID kpmId, Origin origin, LocalDate due, String by, Instant now) {
        database.update(
                INSERT,
                u ->
                        u.bind("id", id)
                                .bind("kpm", kpmId)
                                .bind("due", due)
                                .bind("by", by)
                                .bind("now", now)
                                .bind("visit", origin.visitId())
                                .bind("reverses", origin.reverses()));
    }

    void insertRevision(UUID id, int revision, Evidence evidence, String by, Instant now) {
        database.update(
                INSERT_REVISION,
                u ->
                        u.bind("id", id)
                                .bind("revision", revision)
                                .bind("kind", evidence.kind())
                                .bind("reference", evidence.reference())
                                .bind("on", evidence.on())
                                .bind("note", evidence.note())
                                .bind("by", by)
                                .bind("now", now));
    }

    void insertChanges(UUID id, UUID kpmId, int revision, List<NewChange> changes) {
        database.batch(
                INSERT_CHANGE,
                changes,
                (row, change) ->
                        row.bind("id", id)
                                .bind("revision", revision)
                                .bind("no", change.no())
                                .bind("kpm", kpmId)
                                .bind("kind", change.kind())
                                .bind("member", change.memberId())
                                .bind("on", change.effectiveOn())
                                .bind("from", change.from())
                                .bind("becomes", change.becomes()));
    }

    void act(
            UpdateRow update,
            String act,
            String by,
            Instant now,
            List<ReturnReason> reasons,
            String note) {
        database.update(
                INSERT_ACT,
                u ->
                        u.bind("id", update.updateId())
                                .bind("no", update.actNo())
                                .bind("revision", update.revision())
                                .bind("act", act)
                                .bind("by", by)
                                .bind("now", now)
                                .bind("reasons", SqlArrays.codes(reasons, reason -> reason))
                                .bind("note", note));
    }

    /** The state of an update after an act. */
    void become(UpdateRow update) {
        database.update(
                "UPDATE family_update SET state = :state, revision = :revision, act_no = :act,"
                        + " due_on = :due, told_overdue = false WHERE update_id = :id",
                u ->
                        u.bind("state", update.state())
                                .bind("revision", update.revision())
                                .bind("act", update.actNo())
                                .bind("due", update.dueOn())
                                .bind("id", update.updateId()));
    }

    void accepted(ChangeRow change, long version, UUID joined) {
        database.update(
                "UPDATE family_update_change SET state = 'ACCEPTED', applied_version = :version,"
                        + " joined_member_id = :joined WHERE update_id = :id"
                        + " AND revision = :revision AND change_no = :no",
                u ->
                        u.bind("version", version)
                                .bind("joined", joined)
                                .bind("id", change.updateId())
                                .bind("revision", change.revision())
                                .bind("no", change.changeNo()));
    }

    /** The changes of the revision that wait, or went back, follow the update. */
    void othersBecome(UpdateRow update, UpdateState state) {
        database.update(
                "UPDATE family_update_change SET state = :state WHERE update_id = :id"
                        + " AND revision = :revision AND state IN ('SUBMITTED', 'RETURNED')"
                        + " AND state <> :state",
                u ->
                        u.bind("state", state)
                                .bind("id", update.updateId())
                                .bind("revision", update.revision()));
    }

    /** Marks updates that are overdue, each by one instance. */
    List<Overdue> markOverdue(LocalDate today, int limit) {
        return database.query(
                TELL_OVERDUE,
                q ->
                        q.bind("today", today)
                                .bind("limit", limit)
                                .map(database.rowsAs(Overdue.class))
                                .list());
    }
}
