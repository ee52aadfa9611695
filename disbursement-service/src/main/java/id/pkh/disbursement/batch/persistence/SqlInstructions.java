package id.pkh.disbursement.batch.persistence;

import id.pkh.disbursement.account.AccountTokens;
import id.pkh.disbursement.batch.Instructions;
import id.pkh.disbursement.batch.domain.Payee;
import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.FieldCipher;
import id.pkh.platform.security.Mask;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;

@ApplicationScoped
class SqlInstructions implements Instructions {

    private static final String NAME = "disbursement.payee_name";
    private static final String ACCOUNT = "disbursement.account";

    private static final String COLUMNS =
            "payment_instruction (instruction_id, batch_id, line_no, attempt, payment_id, "
                    + "kpm_id, cycle_id, village_code,"
                    + " amount_idr, payee_cipher, account_cipher, status, status_at, account_token, account_key, account_token_former,"
                    + " holder)";

    /** Only what a file and its count need: each further column costs as much as these. */
    private static final String LINES =
            """
            SELECT line_no, instruction_id, payment_id, amount_idr, payee_cipher, account_cipher
              FROM payment_instruction WHERE batch_id = :batch AND status <> 'VOIDED' ORDER BY line_no
            """;

    private static final String LIST =
            """
            SELECT instruction_id, village_code, amount_idr, payee_cipher
              FROM payment_instruction WHERE batch_id = :batch AND status <> 'VOIDED' ORDER BY village_code, line_no
            """;

    private static final String DISPUTED =
            """
            SELECT count(DISTINCT i.payment_id)
              FROM payment_instruction i JOIN bank_exception e USING (payment_id)
             WHERE i.batch_id = :batch AND i.status <> 'VOIDED' AND e.exception_class IN ('CREDIT_NOT_INSTRUCTED', 'STATUS_CONTRADICTS', 'CREDIT_AFTER_RETURN',
                                               'RETURN_WITHOUT_CREDIT', 'ACCOUNT_MISMATCH', 'REFUSAL_UNCLEAR', 'DUPLICATE_CREDIT')
               AND (e.state <> 'RESOLVED' OR e.finding = 'PAID')
            """;

    static final String CREDITED_NAMES =
            """
            SELECT DISTINCT ON (t.payee) t.payee, last.payee_cipher
              FROM unnest(:payees, :tokens) AS t (payee, token)
              JOIN LATERAL (SELECT payee_cipher, status_at FROM payment_instruction
                             WHERE account_token = decode(t.token, 'hex') AND status = 'CREDITED'
                             ORDER BY status_at DESC LIMIT 1) last ON true
             ORDER BY t.payee, last.status_at DESC
            """;

    private static final String ACCOUNTS =
            """
            SELECT DISTINCT ON (payment_id) payment_id, account_cipher
              FROM payment_instruction WHERE payment_id = ANY (:payments) AND status <> 'VOIDED' AND account_cipher IS NOT NULL
             ORDER BY payment_id, attempt DESC
            """;

    private final Database database;
    private final FieldCipher cipher;
    private final AccountTokens tokens;

    SqlInstructions(Database database, FieldCipher cipher, AccountTokens tokens) {
        this.database = database;
        this.cipher = cipher;
        this.tokens = tokens;
    }

    @Override
    public void add(List<Attempt> attempts, Instant at) {
        database.copy(
                COLUMNS,
                attempts,
                (row, attempt) ->
                        row.uuid(attempt.instructionId())
                                .uuid(attempt.batchId())
                                .number(attempt.lineNo())
                                .number(attempt.attempt())
                                .uuid(attempt.paymentId())
                                .uuid(attempt.kpmId())
                                .uuid(attempt.cycleId())
                                .text(attempt.villageCode())
                                .number(attempt.amountIdr())
                                .bytes(cipher.encrypt(attempt.payee().name(), NAME))
                                .bytes(encrypted(attempt.payee().account()))
                                .code(InstructionStatus.PLANNED)
                                .instant(at)
                                .bytes(token(attempt.payee(), tokens::present))
                                .numberOrNull(
                                        attempt.payee().account() == null ? null : tokens.keyId())
                                .bytes(token(attempt.payee(), tokens::former))
                                .text(attempt.holder() == null ? null : attempt.holder().name()));
    }

    private static byte[] token(Payee payee, BiFunction<String, String, byte[]> of) {
        return payee.account() == null ? null : of.apply(payee.bank(), payee.account());
    }

    /** A token of the account of the payee with this number. */
    private record Wanted(int payee, String token) {}

    @Override
    public Map<Payee, String> creditedNames(Collection<Payee> payees) {
        List<Payee> some =
                payees.stream().filter(payee -> payee.account() != null).distinct().toList();
        if (some.isEmpty()) {
            return Map.of();
        }
        List<Wanted> wanted = new ArrayList<>();
        for (int number = 0; number < some.size(); number++) {
            for (byte[] token :
                    tokens.wanted(some.get(number).bank(), some.get(number).account())) {
                wanted.add(new Wanted(number, HexFormat.of().formatHex(token)));
            }
        }
        database.lookUpByKey();
        return database.query(
                CREDITED_NAMES,
                q ->
                        q.bind("payees", SqlArrays.numbers(wanted, Wanted::payee))
                                .bind("tokens", SqlArrays.texts(wanted, Wanted::token))
                                .map(
                                        (row, context) ->
                                                Map.entry(
                                                        some.get(row.getInt("payee")),
                                                        cipher.decrypt(
                                                                row.getBytes("payee_cipher"),
                                                                NAME)))
                                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private byte[] encrypted(String account) {
        return account == null ? null : cipher.encrypt(account, ACCOUNT);
    }

    @Override
    public int lastLine(UUID batchId) {
        return database.query(
                "SELECT coalesce(max(line_no), 0) FROM payment_instruction WHERE batch_id = :batch",
                q -> q.bind("batch", batchId).mapTo(Integer.class).one());
    }

    @Override
    public void each(UUID batchId, Consumer<InstructionLine> reader) {
        database.stream(
                LINES,
                q -> q.bind("batch", batchId),
                (row, context) -> line(row),
                lines -> {
                    lines.forEach(reader);
                    return null;
                });
    }

    /**
     * Reads by position: a million rows are read for a file, and again for its count, and looking
     * up six names per row took a seventh of the time.
     */
    private InstructionLine line(ResultSet row) throws SQLException {
        return new InstructionLine(
                row.getInt(1),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getLong(4),
                cipher.decrypt(row.getBytes(5), NAME),
                row.getBytes(6) == null ? null : cipher.decrypt(row.getBytes(6), ACCOUNT));
    }

    @Override
    public void eachByVillage(UUID batchId, Consumer<PayOutLine> reader) {
        database.stream(
                LIST,
                q -> q.bind("batch", batchId),
                (row, context) ->
                        new PayOutLine(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getLong(3),
                                cipher.decrypt(row.getBytes(4), NAME)),
                lines -> {
                    lines.forEach(reader);
                    return null;
                });
    }

    @Override
    public boolean areWithin(UUID batchId, AreaScope areas) {
        Conditions within = new Conditions().andAnyArea("village_code", areas.codes());
        return database.query(
                "SELECT NOT EXISTS (SELECT 1 FROM payment_instruction WHERE batch_id = :batch AND NOT ("
                        + within.sql()
                        + "))",
                q -> q.bind("batch", batchId).bindMap(within.values()).mapTo(Boolean.class).one());
    }

    @Override
    public long countDisputed(UUID batchId) {
        return database.query(DISPUTED, q -> q.bind("batch", batchId).mapTo(Long.class).one());
    }

    @Override
    public Map<UUID, String> maskedAccounts(Collection<UUID> paymentIds) {
        return database.query(
                ACCOUNTS,
                q ->
                        q.bind("payments", SqlArrays.uuids(paymentIds))
                                .map((row, context) -> account(row))
                                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map.Entry<UUID, String> account(ResultSet row) throws SQLException {
        return Map.entry(
                row.getObject("payment_id", UUID.class),
                Mask.digits(cipher.decrypt(row.getBytes("account_cipher"), ACCOUNT)));
    }
}
