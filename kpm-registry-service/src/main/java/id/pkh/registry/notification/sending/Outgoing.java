package id.pkh.registry.notification.sending;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.persistence.AdvisoryLocks;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.registry.notification.NotificationRows;
import id.pkh.registry.notification.Texts;
import id.pkh.registry.notification.domain.ReceiverRole;
import id.pkh.registry.notification.domain.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The messages that are to leave. Each step is a transaction of its own, and none is open while a
 * gateway is asked.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class Outgoing {

    /** Instances take turns, so that one person's notifications of a day become one message. */
    private static final String BUILDING = "notification-messages";

    private static final int BATCH_ROWS = 5_000;

    private static final String EXPIRE_MESSAGES =
            "UPDATE message SET state = 'EXPIRED', settled_at = :now WHERE message_id IN ("
                    + "SELECT message_id FROM message WHERE state = 'READY' AND expires_on < :today"
                    + " AND next_attempt_at <= :now LIMIT :rows FOR UPDATE SKIP LOCKED)";

    private static final String EXPIRE =
            """
            UPDATE notification SET state = 'EXPIRED', state_since = :now WHERE notification_id IN (
                   SELECT n.notification_id FROM notification n
                     LEFT JOIN message m ON m.message_id = n.message_id
                    WHERE n.state IN ('QUEUED', 'FAILED') AND n.expires_on < :today
                      AND m.state IS DISTINCT FROM 'READY'
                    LIMIT :rows FOR UPDATE OF n SKIP LOCKED)
            """;

    /** Without a number they are on the printable lists, and are not looked at again. */
    private static final String LEAVE_TO_PRINT =
            """
            UPDATE notification SET route = 'PRINTED' WHERE notification_id IN (
                   SELECT n.notification_id FROM notification n
                    WHERE n.state = 'QUEUED' AND n.route IS NULL AND n.not_before <= :now
                      AND n.to_change_id IS NULL AND NOT EXISTS (
                          SELECT FROM contact_address a WHERE a.holder_role = n.receiver_role
                             AND a.holder_ref = n.receiver_ref)
                    LIMIT :rows FOR UPDATE SKIP LOCKED)
            """;

    private static final String DUE =
            """
            SELECT n.receiver_role, n.receiver_ref, max(n.area_code) AS area_code,
                   coalesce(n.to_change_id, a.change_id) AS change_id,
                   n.to_change_id IS NOT NULL AS to_former_number
              FROM notification n
              LEFT JOIN contact_address a ON a.holder_role = n.receiver_role
                    AND a.holder_ref = n.receiver_ref
             WHERE n.state = 'QUEUED' AND n.route IS NULL AND n.not_before <= :now
               AND coalesce(n.to_change_id, a.change_id) IS NOT NULL
             GROUP BY n.receiver_role, n.receiver_ref, coalesce(n.to_change_id, a.change_id),
                   n.to_change_id IS NOT NULL
             ORDER BY min(n.not_before) LIMIT :rows
            """;

    private static final String LINES =
            "SELECT notification_id, template, variables, expires_on FROM notification"
                    + " WHERE receiver_role = :role AND receiver_ref = :ref AND state = 'QUEUED'"
                    + " AND route IS NULL AND not_before <= :now"
                    + " AND to_change_id IS NOT DISTINCT FROM :to_change"
                    + " ORDER BY notification_id FOR UPDATE";

    private static final String NEW_MESSAGE =
            """
            INSERT INTO message (message_id, holder_role, holder_ref, area_code, change_id,
                   is_to_former_number, text, state, attempts, next_attempt_at, expires_on, built_at)
            VALUES (:id, :role, :ref, :area, :change, :former, :text, 'READY', 0, :now, :expires, :now)
            """;

    private static final String CLAIM =
            """
            UPDATE message m SET attempts = m.attempts + 1, next_attempt_at = :until
              FROM contact_change c
             WHERE m.message_id = (
                   SELECT message_id FROM message WHERE state = 'READY' AND next_attempt_at <= :now
                    ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
               AND c.change_id = m.change_id
            RETURNING m.message_id, m.area_code, m.attempts, m.text, c.telephone_cipher,
                   m.is_to_former_number OR EXISTS (
                       SELECT FROM contact_address a WHERE a.holder_role = m.holder_role
                          AND a.holder_ref = m.holder_ref AND a.change_id = m.change_id) AS is_current
            """;

    private final Database database;
    private final AdvisoryLocks locks;
    private final Texts texts;

    Outgoing(Database database, AdvisoryLocks locks, Texts texts) {
        this.database = database;
        this.locks = locks;
        this.texts = texts;
    }

    /** A receiver for whom something is due, and the number it goes to. */
    record Due(
            ReceiverRole receiverRole,
            String receiverRef,
            String areaCode,
            UUID changeId,
            boolean toFormerNumber) {}

    /** One notification of a message. */
    record Line(UUID notificationId, Template template, String variables, LocalDate expiresOn) {}

    /**
     * A message that this instance tries to send.
     *
     * @param isCurrent whether its number is still that of the receiver
     */
    record Claimed(
            UUID messageId,
            String areaCode,
            int attempts,
            String text,
            byte[] telephoneCipher,
            boolean isCurrent) {}

    /** What is too late to be worth sending does not leave any more. */
    void expire(Instant now, LocalDate today) {
        for (String statement : List.of(EXPIRE_MESSAGES, EXPIRE)) {
            database.update(
                    statement,
                    u -> u.bind("now", now).bind("today", today).bind("rows", BATCH_ROWS));
        }
    }

    /** Makes one message for each receiver with due notifications. */
    void build(Instant now, int receivers) {
        locks.take(BUILDING);
        database.update(LEAVE_TO_PRINT, u -> u.bind("now", now).bind("rows", BATCH_ROWS));
        database.query(
                        DUE,
                        q ->
                                q.bind("now", now)
                                        .bind("rows", receivers)
                                        .map(database.rowsAs(Due.class))
                                        .list())
                .forEach(due -> build(due, now));
    }

    private void build(Due due, Instant now) {
        List<Line> lines =
                database.query(
                        LINES,
                        q ->
                                q.bind("role", due.receiverRole())
                                        .bind("ref", due.receiverRef())
                                        .bind("now", now)
                                        .bind(
                                                "to_change",
                                                due.toFormerNumber() ? due.changeId() : null)
                                        .map(database.rowsAs(Line.class))
                                        .list());
        if (lines.isEmpty()) {
            return;
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        String text =
                texts.message(
                        due.receiverRole(),
                        lines.stream()
                                .map(
                                        line ->
                                                new Texts.Line(
                                                        line.template(),
                                                        NotificationRows.read(line.variables())))
                                .toList());
        LocalDate expires = lines.stream().map(Line::expiresOn).max(LocalDate::compareTo).get();
        database.update(
                NEW_MESSAGE,
                u ->
                        u.bind("id", id)
                                .bind("role", due.receiverRole())
                                .bind("ref", due.receiverRef())
                                .bind("area", due.areaCode())
                                .bind("change", due.changeId())
                                .bind("former", due.toFormerNumber())
                                .bind("text", text)
                                .bind("expires", expires)
                                .bind("now", now));
        database.update(
                "UPDATE notification SET route = 'MESSAGE', message_id = :message"
                        + " WHERE notification_id = ANY (:notifications)",
                u ->
                        u.bind("message", id)
                                .bind(
                                        "notifications",
                                        SqlArrays.uuids(lines, Line::notificationId)));
    }

    /** Takes the next message for a while. Another instance takes it when the while is over. */
    Optional<Claimed> claim(Instant now, Duration lease) {
        return database.query(
                CLAIM,
                q ->
                        q.bind("now", now)
                                .bind("until", now.plus(lease))
                                .map(database.rowsAs(Claimed.class))
                                .findFirst());
    }

    /** Gives a message back that was not tried. */
    void postpone(Claimed message, Instant until) {
        database.update(
                "UPDATE message SET attempts = attempts - 1, next_attempt_at = :until"
                        + " WHERE message_id = :id AND attempts = :attempts AND state = 'READY'",
                u ->
                        u.bind("until", until)
                                .bind("id", message.messageId())
                                .bind("attempts", message.attempts()));
    }

    /**
     * Records an attempt and what follows from it.
     *
     * @param next when it is tried again
     * @param mostFaults so many attempts that failed because of the message end it
     */
    void settle(Claimed message, Outcome outcome, Instant now, Instant next, int mostFaults) {
        database.update(
                "INSERT INTO message_attempt (message_id, attempt_no, outcome, attempted_at)"
                        + " VALUES (:id, :attempt, :outcome, :now) ON CONFLICT DO NOTHING",
                u ->
                        u.bind("id", message.messageId())
                                .bind("attempt", message.attempts())
                                .bind("outcome", outcome)
                                .bind("now", now));
        if (outcome == Outcome.ACCEPTED) {
            end(message, "SENT", now);
        } else if (outcome.isFinal() || faultsOf(message) >= mostFaults) {
            end(message, "FAILED", now);
        } else {
            database.update(
                    "UPDATE message SET next_attempt_at = :next WHERE message_id = :id"
                            + " AND attempts = :attempts AND state = 'READY'",
                    u ->
                            u.bind("next", next)
                                    .bind("id", message.messageId())
                                    .bind("attempts", message.attempts()));
        }
    }

    private int faultsOf(Claimed message) {
        return database.query(
                "SELECT count(*) FROM message_attempt WHERE message_id = :id"
                        + " AND outcome IN ('BROKEN', 'NOT_UNDERSTOOD')",
                q -> q.bind("id", message.messageId()).mapTo(Integer.class).one());
    }

    private void end(Claimed message, String state, Instant now) {
        int ended =
                database.update(
                        "UPDATE message SET state = :state, settled_at = :now"
                                + " WHERE message_id = :id AND state = 'READY'",
                        u ->
                                u.bind("state", state)
                                        .bind("now", now)
                                        .bind("id", message.messageId()));
        if (ended == 1) {
            database.update(
                    "UPDATE notification SET state = :state, state_since = :now"
                            + " WHERE message_id = :id AND state = 'QUEUED'",
                    u -> u.bind("state", state).bind("now", now).bind("id", message.messageId()));
        }
    }
}
