package id.pkh.registry.notification.rest;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.registry.notification.domain.NotificationState;
import id.pkh.registry.notification.domain.ReceiverRole;
import id.pkh.registry.notification.domain.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The rows of notifications for people who read, print and acknowledge them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class NotificationList {

    private static final String LIST =
            """
            SELECT n.notification_id, n.event, n.subject_id, n.receiver_role, n.receiver_ref,
                   n.area_code, n.kpm_id, n.template, n.variables, n.due_by, n.state, n.state_since,
                   n.state_by, n.route, n.queued_at, m.attempts,
                   (SELECT outcome FROM message_attempt a WHERE a.message_id = n.message_id
                     ORDER BY attempt_no DESC LIMIT 1) AS last_outcome
              FROM notification n LEFT JOIN message m ON m.message_id = n.message_id
             WHERE\s""";

    private static final String PRINTABLE =
            """
            SELECT n.notification_id, n.receiver_role, n.kpm_id, n.template, n.variables, n.due_by,
                   p.name_cipher
              FROM notification n
              LEFT JOIN kpm k ON k.id = n.kpm_id
              LEFT JOIN family_member p ON p.id = k.caretaker_member_id
             WHERE (n.receiver_role = 'FAMILY' AND n.kpm_id IN (
                        SELECT id FROM kpm WHERE group_code = :group)
                    OR n.receiver_role = 'GROUP_CHAIR' AND n.receiver_ref = :group)
               AND (n.state = 'FAILED' OR n.state = 'QUEUED'
                    AND (n.route = 'PRINTED' OR n.route IS NULL AND NOT :messages))
             ORDER BY n.receiver_role DESC, n.kpm_id, n.notification_id LIMIT :limit
            """;

    private static final String COUNTS =
            "SELECT n.receiver_role, n.state, count(*) AS count FROM notification n WHERE ";

    private final Database database;

    NotificationList(Database database) {
        this.database = database;
    }

    record Row(
            UUID notificationId,
            String event,
            UUID subjectId,
            ReceiverRole receiverRole,
            String receiverRef,
            String areaCode,
            UUID kpmId,
            Template template,
            String variables,
            LocalDate dueBy,
            NotificationState state,
            Instant stateSince,
            String stateBy,
            String route,
            Instant queuedAt,
            Integer attempts,
            String lastOutcome) {}

    record PrintableRow(
            UUID notificationId,
            ReceiverRole receiverRole,
            UUID kpmId,
            Template template,
            String variables,
            LocalDate dueBy,
            byte[] nameCipher) {}

    record CountRow(String receiverRole, String state, long count) {}

    List<Row> list(Conditions which, int limit) {
        return database.queryWithFreshPlan(
                LIST + which.sql() + " ORDER BY n.notification_id LIMIT :limit",
                q ->
                        q.bindMap(which.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(Row.class))
                                .list());
    }

    List<PrintableRow> printable(String group, boolean messages, int limit) {
        return database.query(
                PRINTABLE,
                q ->
                        q.bind("group", group)
                                .bind("messages", messages)
                                .bind("limit", limit)
                                .map(database.rowsAs(PrintableRow.class))
                                .list());
    }

    List<CountRow> counts(Conditions which) {
        return database.queryWithFreshPlan(
                COUNTS + which.sql() + " GROUP BY n.receiver_role, n.state ORDER BY 1, 2",
                q -> q.bindMap(which.values()).map(database.rowsAs(CountRow.class)).list());
    }

    /** Locks notifications in the order of their ids. */
    List<Row> lock(Conditions which, Collection<UUID> ids) {
        database.query(
                "SELECT notification_id FROM notification WHERE notification_id = ANY (:ids)"
                        + " ORDER BY notification_id FOR UPDATE",
                q -> q.bind("ids", SqlArrays.uuids(ids)).mapTo(UUID.class).list());
        String given = "n.notification_id = ANY (:ids)";
        return database.query(
                LIST + which.sql() + " AND " + given,
                q ->
                        q.bindMap(which.values())
                                .bind("ids", SqlArrays.uuids(ids))
                                .map(database.rowsAs(Row.class))
                                .list());
    }

    /** Whether a signed-in person is this facilitator: by id or by staff code. */
    boolean isFacilitator(String facilitatorId, String subject) {
        return database.query(
                "SELECT EXISTS (SELECT FROM facilitator WHERE id = :id::uuid"
                        + " AND (code = :subject OR id::text = :subject))",
                q ->
                        q.bind("id", facilitatorId)
                                .bind("subject", subject)
                                .mapTo(Boolean.class)
                                .one());
    }

    void become(NotificationState state, Collection<UUID> ids, String by, Instant now) {
        database.update(
                "UPDATE notification SET state = :state, state_since = :now, state_by = :by"
                        + " WHERE notification_id = ANY (:ids)",
                u ->
                        u.bind("state", state)
                                .bind("now", now)
                                .bind("by", by)
                                .bind("ids", SqlArrays.uuids(ids)));
    }
}
