package id.pkh.registry.notification;

import id.pkh.platform.messaging.envelope.WireFormat;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.registry.notification.domain.NotificationState;
import id.pkh.registry.notification.domain.Receiver;
import id.pkh.registry.notification.domain.ReceiverRole;
import id.pkh.registry.notification.domain.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The rows of notifications for the use case that queues them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class NotificationRows {

    private static final String INSERT =
            """
            INSERT INTO notification (notification_id, event_id, event, sequence, subject_id, takes_back,
                   receiver_role, receiver_ref, area_code, kpm_id, template, variables, due_by,
                   expires_on, not_before, to_change_id, state, state_since, queued_at)
            VALUES (:id, :event_id, :event, :sequence, :subject, :takes_back, :role, :ref, :area,
                   :kpm, :template, :variables, :due, :expires, :not_before, :to_change, :state, :now, :now)
            ON CONFLICT ON CONSTRAINT notification_once DO NOTHING
            """;

    private static final String EARLIER =
            "SELECT subject_id, receiver_role, receiver_ref, sequence, takes_back, state,"
                    + " message_id FROM notification WHERE subject_id = ANY (:subjects)";

    /** What has not left yet does not leave; a message under way is followed by the new one. */
    private static final String TAKE_BACK =
            "UPDATE notification SET state = 'EXPIRED', state_since = :now"
                    + " WHERE subject_id = :subject AND sequence < :sequence AND NOT takes_back"
                    + " AND (state = 'FAILED' OR state = 'QUEUED' AND message_id IS NULL)";

    private final Database database;

    NotificationRows(Database database) {
        this.database = database;
    }

    /** A notification as it is queued. */
    record New(
            UUID id,
            Subject subject,
            Receivers.Found found,
            Template template,
            Map<String, String> variables,
            LocalDate due,
            LocalDate expires,
            Instant notBefore,
            NotificationState state,
            Instant now) {

        /** The family that receives it, or that it is about. */
        UUID kpmId() {
            Receiver receiver = found.receiver();
            return receiver.role() == ReceiverRole.FAMILY
                    ? UUID.fromString(receiver.ref())
                    : subject.kpmId();
        }
    }

    /** A notification that was queued about a subject before. */
    record Earlier(
            UUID subjectId,
            ReceiverRole receiverRole,
            String receiverRef,
            long sequence,
            boolean takesBack,
            NotificationState state,
            UUID messageId) {

        boolean isTo(Receiver receiver) {
            return receiver.role() == receiverRole && receiver.ref().equals(receiverRef);
        }

        /** Whether the receiver has heard of it, or is about to. */
        boolean hasLeft() {
            return switch (state) {
                case SENT, ACKNOWLEDGED, PRINTED -> true;
                case QUEUED -> messageId != null;
                case FAILED, EXPIRED -> false;
            };
        }
    }

    List<Earlier> earlierAbout(List<Subject> subjects) {
        return database.query(
                EARLIER,
                q ->
                        q.bind("subjects", SqlArrays.uuids(subjects, Subject::subjectId))
                                .map(database.rowsAs(Earlier.class))
                                .list());
    }

    void insert(List<New> rows) {
        database.batch(
                INSERT,
                rows,
                (row, one) ->
                        row.bind("id", one.id())
                                .bind("event_id", one.subject().eventId())
                                .bind("event", one.subject().event())
                                .bind("sequence", one.subject().sequence())
                                .bind("subject", one.subject().subjectId())
                                .bind("takes_back", one.subject().takesBack())
                                .bind("role", one.found().receiver().role())
                                .bind("ref", one.found().receiver().ref())
                                .bind("area", one.found().areaCode())
                                .bind("kpm", one.kpmId())
                                .bind("template", one.template())
                                .bind("variables", written(one.variables()))
                                .bind("due", one.due())
                                .bind("expires", later(one.expires(), one.due()))
                                .bind("not_before", one.notBefore())
                                .bind("to_change", one.subject().toChangeId())
                                .bind("state", one.state())
                                .bind("now", one.now()));
    }

    void takeBack(List<Subject> subjects, Instant now) {
        database.batch(
                TAKE_BACK,
                subjects,
                (row, subject) ->
                        row.bind("subject", subject.subjectId())
                                .bind("sequence", subject.sequence())
                                .bind("now", now));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    static String written(Map<String, String> variables) {
        try {
            return WireFormat.mapper().writeValueAsString(new TreeMap<>(variables));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked") // a map of texts was written
    public static Map<String, String> read(String variables) {
        try {
            return WireFormat.mapper().readValue(variables, Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
