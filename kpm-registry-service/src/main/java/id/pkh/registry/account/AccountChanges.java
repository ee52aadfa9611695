package id.pkh.registry.account;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.registry.family.domain.PayingBank;
import id.pkh.registry.identity.domain.Sealed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The history of accounts and caretakers, and the decisions on it. Nothing in it is rewritten. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class AccountChanges {

    private static final String SELECT =
            """
            SELECT c.change_id, c.kpm_id, k.village_code, k.version, c.change_no, c.paying_bank, c.account_cipher,
                   c.caretaker_member_id, c.caretaker_name_cipher, b.paying_bank AS former_bank,
                   b.account_cipher AS former_cipher, b.caretaker_member_id AS former_caretaker_id,
                   b.caretaker_name_cipher AS former_name_cipher,
                   c.source, c.file_id, c.line, c.needs_confirmation, c.changed_by, c.changed_at,
                   c.permitted_by, d.decision, d.reason, d.decided_by, d.decided_at,
                   k.account_change_id = c.change_id AS latest,
                   (SELECT count(*) FROM kpm o
                     WHERE o.account_token = c.account_token AND o.id <> c.kpm_id) AS shared_with
              FROM account_change c
              JOIN kpm k ON k.id = c.kpm_id
              LEFT JOIN account_decision d ON d.change_id = c.change_id
              LEFT JOIN LATERAL (
                   SELECT e.paying_bank, e.account_cipher, e.caretaker_member_id,
                          e.caretaker_name_cipher
                     FROM account_change e LEFT JOIN account_decision f ON f.change_id = e.change_id
                    WHERE e.kpm_id = c.kpm_id AND e.change_no < c.change_no
                      AND (NOT e.needs_confirmation OR f.decision = 'CONFIRMED')
                    ORDER BY e.change_no DESC LIMIT 1) b ON true
             WHERE\s""";

    /** The partial index of the families serves this list. */
    private static final String WAITING =
            "k.account_waits_since IS NOT NULL AND k.account_change_id = c.change_id";

    private static final String LATEST_CONFIRMED =
            """
            SELECT c.paying_bank, c.account_cipher, c.account_token, c.caretaker_member_id,
                   c.caretaker_name_cipher
              FROM account_change c LEFT JOIN account_decision d ON d.change_id = c.change_id
             WHERE c.kpm_id = :kpm AND c.change_no < :before
               AND (NOT c.needs_confirmation OR d.decision = 'CONFIRMED')
             ORDER BY c.change_no DESC LIMIT 1
            """;

    private static final String NEW_DECISIONS =
            "account_decision (change_id, decision, reason, decided_by, decided_at)";

    private static final String OLDEST_WAITING =
            "SELECT extract(epoch FROM account_waits_since)::bigint FROM kpm"
                    + " WHERE account_waits_since IS NOT NULL ORDER BY account_change_id LIMIT 1";

    private final Database database;

    AccountChanges(Database database) {
        this.database = database;
    }

    /** Bank, account and caretaker at one time. */
    record Standing(PayingBank bank, Sealed account, UUID caretakerId, Sealed caretakerName) {}

    /**
     * Returns the changes in the order in which they were made.
     *
     * @param after the last change of the page before; null for the first page
     */
    List<RecordedChange> list(
            Conditions which, Optional<AccountChangeStatus> status, UUID after, int limit) {
        boolean waiting = status.filter(AccountChangeStatus.WAITING::equals).isPresent();
        String order = waiting ? "k.account_change_id" : "c.change_id";
        status.ifPresent(one -> which.and(conditionOf(one)));
        which.andIfGiven(order + " > ?", after);
        return database.queryWithFreshPlan(
                SELECT + which.sql() + " ORDER BY " + order + " LIMIT :limit",
                q ->
                        q.bindMap(which.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(RecordedChange.class))
                                .list());
    }

    private static String conditionOf(AccountChangeStatus status) {
        return switch (status) {
            case WAITING -> WAITING;
            case CONFIRMED -> "d.decision = 'CONFIRMED'";
            case REFUSED -> "d.decision = 'REFUSED'";
            case SUPERSEDED ->
                    "c.needs_confirmation AND d.change_id IS NULL"
                            + " AND k.account_change_id <> c.change_id";
            case NOTHING_TO_CONFIRM -> "NOT c.needs_confirmation";
        };
    }

    /**
     * Locks the families of these changes in the order of their ids, and then reads the changes. So
     * they cannot change before the decision is recorded.
     */
    List<RecordedChange> lock(Collection<UUID> changeIds) {
        database.query(
                "SELECT id FROM kpm WHERE id IN (SELECT kpm_id FROM account_change"
                        + " WHERE change_id = ANY (:changes)) ORDER BY id FOR UPDATE",
                q -> q.bind("changes", SqlArrays.uuids(changeIds)).mapTo(UUID.class).list());
        return database.query(
                SELECT + "c.change_id = ANY (:changes)",
                q ->
                        q.bind("changes", SqlArrays.uuids(changeIds))
                                .map(database.rowsAs(RecordedChange.class))
                                .list());
    }

    /** The people who changed what a confirmation of the change would confirm. */
    Map<UUID, Set<String>> changersOf(Collection<UUID> changeIds) {
        return database.query(
                "SELECT change_id, account_changers(change_id) AS changer"
                        + " FROM unnest(:changes) AS change_id",
                q ->
                        q.bind("changes", SqlArrays.uuids(changeIds))
                                .map(
                                        (row, context) ->
                                                Map.entry(
                                                        row.getObject(1, UUID.class),
                                                        row.getString(2)))
                                .collect(
                                        Collectors.groupingBy(
                                                Map.Entry::getKey,
                                                Collectors.mapping(
                                                        Map.Entry::getValue, Collectors.toSet()))));
    }

    /** What two people answered for before a change; empty when there was nothing. */
    Optional<Standing> confirmedBefore(RecordedChange change) {
        return database.query(
                LATEST_CONFIRMED,
                q ->
                        q.bind("kpm", change.kpmId())
                                .bind("before", change.changeNo())
                                .map(
                                        (row, context) ->
                                                new Standing(
                                                        bank(row.getString(1)),
                                                        new Sealed(
                                                                row.getBytes(2), row.getString(3)),
                                                        row.getObject(4, UUID.class),
                                                        new Sealed(row.getBytes(5), null)))
                                .findFirst());
    }

    private static PayingBank bank(String code) {
        return code == null ? null : PayingBank.valueOf(code);
    }

    void confirmed(List<RecordedChange> changes, String by, Instant at) {
        decided(changes, "CONFIRMED", null, by, at);
        database.update(
                "UPDATE kpm SET account_waits_since = NULL, version = version + 1,"
                        + " changed_at = :at WHERE id = ANY (:families)",
                u ->
                        u.bind("at", at)
                                .bind("families", SqlArrays.uuids(changes, RecordedChange::kpmId)));
    }

    void refused(RecordedChange change, RefusalReason reason, String by, Instant at) {
        decided(List.of(change), "REFUSED", reason, by, at);
    }

    private void decided(
            List<RecordedChange> changes,
            String decision,
            RefusalReason reason,
            String by,
            Instant at) {
        database.copy(
                NEW_DECISIONS,
                changes,
                (fields, change) ->
                        fields.uuid(change.changeId())
                                .text(decision)
                                .code(reason)
                                .text(by)
                                .instant(at));
    }

    UUID latestOf(UUID kpmId) {
        return database.query(
                "SELECT account_change_id FROM kpm WHERE id = :id",
                q -> q.bind("id", kpmId).mapTo(UUID.class).one());
    }

    /** Since when the oldest change has waited, in seconds since 1970; empty when none waits. */
    @Transactional
    OptionalLong oldestWaiting() {
        return database.query(OLDEST_WAITING, q -> q.mapTo(Long.class).findFirst())
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }
}
