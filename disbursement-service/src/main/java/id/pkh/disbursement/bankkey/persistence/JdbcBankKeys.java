package id.pkh.disbursement.bankkey.persistence;

import id.pkh.disbursement.bankkey.BankKeys;
import id.pkh.disbursement.bankkey.domain.BankKey;
import id.pkh.disbursement.bankkey.domain.BankKey.Act;
import id.pkh.disbursement.bankkey.domain.BankKey.KeyKind;
import id.pkh.disbursement.bankkey.domain.BankKey.KeyStatus;
import id.pkh.disbursement.bankkey.domain.BankKey.Statement;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JdbcBankKeys implements BankKeys {

    private static final String ADD =
            """
            INSERT INTO bank_key (key_id, bank, kind, fingerprint, owner, content, valid_from, valid_until, status,
                                  recorded_by, recorded_at)
            VALUES (:id, :bank, :kind, :fingerprint, :owner, :content, :from, :until, 'RECORDED', :by, :at)
            ON CONFLICT (fingerprint) WHERE status <> 'REFUSED' DO NOTHING
            """;

    private static final String DECIDE =
            """
            UPDATE bank_key SET status = :status, decided_by = :by, decided_at = :at, refusal_reason = :reason
             WHERE key_id = :id
            """;

    private static final String WITHDRAW =
            """
            UPDATE bank_key SET withdrawn_by = :by, withdrawn_at = :at, withdrawal_reason = :reason WHERE key_id = :id
            """;

    private final Database database;

    JdbcBankKeys(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(BankKey key) {
        Statement statement = key.statement();
        return database.update(
                        ADD,
                        u ->
                                u.bind("id", key.keyId())
                                        .bind("bank", statement.bank())
                                        .bind("kind", statement.kind().name())
                                        .bind("fingerprint", statement.fingerprint())
                                        .bind("owner", statement.owner())
                                        .bind("content", key.content())
                                        .bind("from", statement.validFrom())
                                        .bind("until", statement.validUntil())
                                        .bind("by", key.recordedBy())
                                        .bind("at", key.recordedAt()))
                == 1;
    }

    @Override
    public Optional<BankKey> byId(UUID keyId) {
        return one("", keyId);
    }

    @Override
    public Optional<BankKey> lock(UUID keyId) {
        return one(" FOR UPDATE", keyId);
    }

    private Optional<BankKey> one(String lock, UUID keyId) {
        return database.query(
                "SELECT * FROM bank_key WHERE key_id = :id" + lock,
                q -> q.bind("id", keyId).map((row, context) -> key(row)).findOne());
    }

    @Override
    public List<BankKey> approved() {
        return database.query(
                "SELECT * FROM bank_key WHERE status = 'APPROVED' ORDER BY key_id",
                q -> q.map((row, context) -> key(row)).list());
    }

    @Override
    public List<BankKey> page(String bank, UUID after, int limit) {
        Conditions where =
                new Conditions().andIfGiven("bank = ?", bank).andIfGiven("key_id > ?", after);
        return database.query(
                "SELECT * FROM bank_key WHERE " + where.sql() + " ORDER BY key_id LIMIT :limit",
                q ->
                        q.bindMap(where.values())
                                .bind("limit", limit + 1)
                                .map((row, context) -> key(row))
                                .list());
    }

    @Override
    public void approve(UUID keyId, String by, Instant at) {
        decide(keyId, KeyStatus.APPROVED, by, at, null);
    }

    @Override
    public void refuse(UUID keyId, String by, Instant at, String reason) {
        decide(keyId, KeyStatus.REFUSED, by, at, reason);
    }

    private void decide(UUID keyId, KeyStatus status, String by, Instant at, String reason) {
        database.update(
                DECIDE,
                u ->
                        u.bind("id", keyId)
                                .bind("status", status.name())
                                .bind("by", by)
                                .bind("at", at)
                                .bind("reason", reason));
    }

    @Override
    public void withdraw(UUID keyId, String by, Instant at, String reason) {
        database.update(
                WITHDRAW,
                u -> u.bind("id", keyId).bind("by", by).bind("at", at).bind("reason", reason));
    }

    private static BankKey key(ResultSet row) throws SQLException {
        return new BankKey(
                row.getObject("key_id", UUID.class),
                new Statement(
                        row.getString("bank"),
                        KeyKind.valueOf(row.getString("kind")),
                        row.getString("fingerprint"),
                        row.getString("owner"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class)),
                row.getBytes("content"),
                KeyStatus.valueOf(row.getString("status")),
                row.getString("recorded_by"),
                instant(row, "recorded_at"),
                act(row, "decided", "refusal_reason"),
                act(row, "withdrawn", "withdrawal_reason"));
    }

    private static Act act(ResultSet row, String act, String reason) throws SQLException {
        String by = row.getString(act + "_by");
        return by == null ? null : new Act(by, instant(row, act + "_at"), row.getString(reason));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
