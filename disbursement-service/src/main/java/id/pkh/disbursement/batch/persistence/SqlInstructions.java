package id.pkh.disbursement.batch.persistence;

import id.pkh.disbursement.batch.Instructions;
import id.pkh.disbursement.batch.domain.Payee;
import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.FieldCipher;
import id.pkh.platform.security.Mask;
import id.pkh.platform.security.NikTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

@ApplicationScoped
class SqlInstructions implements Instructions {

    private static final String NAME = "disbursement.payee_name";
    private static final String ACCOUNT = "disbursement.account";
    private static final Pattern ZEROS = Pattern.compile("^0+(?=.)");

    private static final String COLUMNS =
            "payment_instruction (instruction_id, batch_id, line_no, attempt, payment_id, "
                    + "kpm_id, cycle_id, village_code,"
                    + " amount_idr, payee_cipher, account_cipher, status, status_at, account_token, holder)";

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

    private static final String CREDITED_NAMES =
            """
            SELECT t.token, last.payee_cipher
              FROM unnest(:tokens) AS t (token)
              JOIN LATERAL (SELECT payee_cipher FROM payment_instruction
                             WHERE account_token = decode(t.token, 'hex') AND status = 'CREDITED'
                             ORDER BY status_at DESC LIMIT 1) last ON true
            """;

    private static final String ACCOUNTS =
            """
            SELECT DISTINCT ON (payment_id) payment_id, account_cipher
              FROM payment_instruction WHERE payment_id = ANY (:payments) AND status <> 'VOIDED' AND account_cipher IS NOT NULL
             ORDER BY payment_id, attempt DESC
            """;

    private final Database database;
    private final FieldCipher cipher;
    private final NikTokens tokens;

    SqlInstructions(Database database, FieldCipher cipher, NikTokens tokens) {
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
                                .bytes(token(attempt.payee()))
                                .text(attempt.holder() == null ? null : attempt.holder().name()));
    }

    /** Zeros in front of a number do not make it another account. */
    private byte[] token(Payee payee) {
        return payee.account() == null
                ? null
                : HexFormat.of()
                        .parseHex(
                                tokens.tokenOf(
                                        ZEROS.matcher(payee.account()).replaceFirst(""),
                                        ACCOUNT + " " + payee.bank()));
    }

    @Override
    public Map<Payee, String> creditedNames(Collection<Payee> payees) {
        Map<Payee, String> tokenOf = new HashMap<>();
        payees.stream()
                .filter(payee -> payee.account() != null)
                .forEach(payee -> tokenOf.put(payee, HexFormat.of().formatHex(token(payee))));
        if (tokenOf.isEmpty()) {
            return Map.of();
        }
        Map<String, String> names =
                database.query(
                        CREDITED_NAMES,
                        q ->
                                q.bind(
                                                "tokens",
                                                SqlArrays.texts(
                                                        Set.copyOf(tokenOf.values()), t -> t))
                                        .map(
                                                (row, context) ->
                                                        Map.entry(
                                                                row.getString("token"),
                                                                cipher.decrypt(
                                                                        row.getBytes(
                                                                                "payee_cipher"),
                                                                        NAME)))
                                        .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
        Map<Payee, String> found = new HashMap<>();
        tokenOf.forEach(
                (payee, token) -> {
                    if (names.containsKey(token)) {
                        found.put(payee, names.get(token));
                    }
                });
        return found;
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
