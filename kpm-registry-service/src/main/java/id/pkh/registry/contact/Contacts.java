package id.pkh.registry.contact;

import static java.util.stream.Collectors.toMap;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.registry.contact.domain.ContactRoute;
import id.pkh.registry.identity.domain.Sealed;
import id.pkh.registry.notification.domain.Receiver;
import id.pkh.registry.notification.domain.ReceiverRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The current numbers, and the history of their changes, of which nothing is rewritten. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Contacts {

    private static final String LOCK =
            """
            SELECT c.holder_role, c.holder_ref, c.latest_no, c.current_change_id, s.telephone_token,
                   s.route, s.caretaker_member_id,
                   contact_last_number(c.holder_role, c.holder_ref, c.latest_no + 1) AS last_token
              FROM contact c JOIN contact_change s ON s.change_id = c.current_change_id
             WHERE (c.holder_role, c.holder_ref) IN (
                   SELECT * FROM unnest(CAST(:roles AS text[]), CAST(:refs AS text[])))
             ORDER BY c.holder_role, c.holder_ref FOR UPDATE OF c
            """;

    private static final String INSERT_CHANGE =
            """
            INSERT INTO contact_change (change_id, holder_role, holder_ref, change_no, area_code,
                   kpm_id, caretaker_member_id, telephone_cipher, telephone_token, route, source,
                   file_id, line, needs_confirmation, changed_by, changed_at, update_id)
            VALUES (:id, :role, :ref, :no, :area, :kpm, :caretaker, :cipher, :token, :route, :source,
                   :file, :line, :waits, :by, :now, :update)
            """;

    private static final String BECOMES_CURRENT =
            """
            INSERT INTO contact (holder_role, holder_ref, area_code, kpm_id, latest_no, current_change_id)
            VALUES (:role, :ref, :area, :kpm, :no, :id)
            ON CONFLICT (holder_role, holder_ref) DO UPDATE SET area_code = excluded.area_code,
                   latest_no = excluded.latest_no, current_change_id = excluded.current_change_id,
                   waiting_change_id = NULL
            """;

    private static final String WAITS =
            "UPDATE contact SET latest_no = :no, waiting_change_id = :id"
                    + " WHERE holder_role = :role AND holder_ref = :ref";

    private static final String LIST =
            """
            SELECT c.holder_role, c.holder_ref, coalesce(k.village_code, c.area_code) AS area_code,
                   s.telephone_cipher, s.route, s.changed_by, s.changed_at,
                   s.kpm_id IS NOT NULL AND s.caretaker_member_id <> k.caretaker_member_id AS of_former,
                   (SELECT count(*) FROM contact o JOIN contact_change p
                        ON p.change_id = o.current_change_id
                     WHERE p.telephone_token = s.telephone_token
                       AND (o.holder_role, o.holder_ref) <> (c.holder_role, c.holder_ref)) AS shared_with,
                   c.waiting_change_id, w.telephone_cipher AS waiting_cipher,
                   w.changed_by AS waiting_by, w.changed_at AS waiting_since
              FROM contact c JOIN contact_change s ON s.change_id = c.current_change_id
              LEFT JOIN contact_change w ON w.change_id = c.waiting_change_id
              LEFT JOIN kpm k ON k.id = c.kpm_id
             WHERE\s""";

    private static final String CHANGES =
            """
            SELECT c.change_id, c.change_no, c.holder_role, c.holder_ref,
                   coalesce(k.village_code, c.area_code) AS area_code, c.telephone_cipher, c.route,
                   c.source, c.file_id, c.line, c.changed_by, c.changed_at, c.needs_confirmation,
                   d.decision, d.decided_by, d.decided_at, o.waiting_change_id = c.change_id AS waits
              FROM contact_change c JOIN contact o
                ON o.holder_role = c.holder_role AND o.holder_ref = c.holder_ref
              LEFT JOIN contact_decision d ON d.change_id = c.change_id
              LEFT JOIN kpm k ON k.id = c.kpm_id
             WHERE\s""";

    private final Database database;

    Contacts(Database database) {
        this.database = database;
    }

    /**
     * The current number of a holder.
     *
     * @param lastToken the latest number that took effect, even if it was withdrawn since
     */
    record Current(
            ReceiverRole holderRole,
            String holderRef,
            int latestNo,
            UUID currentChangeId,
            String telephoneToken,
            ContactRoute route,
            UUID caretakerMemberId,
            String lastToken) {}

    /** A change as it is entered. */
    record Change(
            UUID id,
            Holders.Holder holder,
            int no,
            Sealed telephone,
            ContactRoute route,
            UUID fileId,
            Integer line,
            UUID updateId,
            boolean needsConfirmation,
            String by,
            Instant at) {}

    record ContactRow(
            ReceiverRole holderRole,
            String holderRef,
            String areaCode,
            byte[] telephoneCipher,
            ContactRoute route,
            String changedBy,
            Instant changedAt,
            boolean ofFormer,
            long sharedWith,
            UUID waitingChangeId,
            byte[] waitingCipher,
            String waitingBy,
            Instant waitingSince) {}

    record ChangeRow(
            UUID changeId,
            int changeNo,
            ReceiverRole holderRole,
            String holderRef,
            String areaCode,
            byte[] telephoneCipher,
            ContactRoute route,
            String source,
            UUID fileId,
            Integer line,
            String changedBy,
            Instant changedAt,
            boolean needsConfirmation,
            String decision,
            String decidedBy,
            Instant decidedAt,
            Boolean waits) {

        boolean isWaiting() {
            return Boolean.TRUE.equals(waits);
        }

        Receiver holder() {
            return new Receiver(holderRole, holderRef);
        }
    }

    Map<Receiver, Current> lock(Collection<Receiver> holders) {
        List<Receiver> all = List.copyOf(holders);
        return database
                .query(
                        LOCK,
                        q ->
                                q.bind("roles", SqlArrays.codes(all, Receiver::role))
                                        .bind("refs", SqlArrays.texts(all, Receiver::ref))
                                        .map(database.rowsAs(Current.class))
                                        .list())
                .stream()
                .collect(toMap(one -> new Receiver(one.holderRole(), one.holderRef()), one -> one));
    }

    void enter(List<Change> changes) {
        database.batch(
                INSERT_CHANGE,
                changes,
                (row, one) ->
                        row.bind("id", one.id())
                                .bind("role", one.holder().who().role())
                                .bind("ref", one.holder().who().ref())
                                .bind("no", one.no())
                                .bind("area", one.holder().areaCode())
                                .bind("kpm", one.holder().kpmId())
                                .bind("caretaker", one.holder().caretakerId())
                                .bind("cipher", one.telephone().cipher())
                                .bind("token", one.telephone().token())
                                .bind("route", one.route())
                                .bind("source", one.fileId() == null ? "REQUEST" : "FILE")
                                .bind("file", one.fileId())
                                .bind("line", one.line())
                                .bind("waits", one.needsConfirmation())
                                .bind("by", one.by())
                                .bind("now", one.at())
                                .bind("update", one.updateId()));
        database.batch(
                BECOMES_CURRENT,
                changes.stream().filter(one -> !one.needsConfirmation()).toList(),
                (row, one) ->
                        row.bind("role", one.holder().who().role())
                                .bind("ref", one.holder().who().ref())
                                .bind("area", one.holder().areaCode())
                                .bind("kpm", one.holder().kpmId())
                                .bind("no", one.no())
                                .bind("id", one.id()));
        database.batch(
                WAITS,
                changes.stream().filter(Change::needsConfirmation).toList(),
                (row, one) ->
                        row.bind("role", one.holder().who().role())
                                .bind("ref", one.holder().who().ref())
                                .bind("no", one.no())
                                .bind("id", one.id()));
    }

    /** Everybody who had a part in a change: one who accepts it has not entered it alone. */
    boolean isChanger(UUID changeId, String person) {
        return database.query(
                "SELECT :person IN (SELECT contact_changers(:change))",
                q -> q.bind("person", person).bind("change", changeId).mapTo(Boolean.class).one());
    }

    void decided(ChangeRow change, boolean isConfirmed, String by, Instant now) {
        database.update(
                "INSERT INTO contact_decision (change_id, decision, decided_by, decided_at)"
                        + " VALUES (:id, :decision, :by, :now)",
                u ->
                        u.bind("id", change.changeId())
                                .bind("decision", isConfirmed ? "CONFIRMED" : "REFUSED")
                                .bind("by", by)
                                .bind("now", now));
        database.update(
                "UPDATE contact SET waiting_change_id = NULL, current_change_id ="
                        + " CASE WHEN :confirmed THEN waiting_change_id ELSE current_change_id END"
                        + " WHERE holder_role = :role AND holder_ref = :ref"
                        + " AND waiting_change_id = :id",
                u ->
                        u.bind("confirmed", isConfirmed)
                                .bind("role", change.holderRole())
                                .bind("ref", change.holderRef())
                                .bind("id", change.changeId()));
    }

    List<ContactRow> list(Conditions which, int limit) {
        return database.queryWithFreshPlan(
                LIST + which.sql() + " ORDER BY c.holder_role, c.holder_ref LIMIT :limit",
                q ->
                        q.bindMap(which.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(ContactRow.class))
                                .list());
    }

    List<ChangeRow> changes(Conditions which, int limit) {
        return database.queryWithFreshPlan(
                CHANGES + which.sql() + " ORDER BY c.change_id LIMIT :limit",
                q ->
                        q.bindMap(which.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(ChangeRow.class))
                                .list());
    }

    Optional<ChangeRow> change(Conditions which) {
        return changes(which, 1).stream().findFirst();
    }
}
