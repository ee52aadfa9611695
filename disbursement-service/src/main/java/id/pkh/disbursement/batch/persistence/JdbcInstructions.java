package id.pkh.disbursement.batch.persistence;

import id.pkh.disbursement.batch.Instructions;
import id.pkh.disbursement.jdbc.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.FieldCipher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

@ApplicationScoped
class JdbcInstructions implements Instructions {

    private static final String NAME = "disbursement.payee_name";
    private static final String ACCOUNT = "disbursement.account";

    private static final String INSERT =
            """
            INSERT INTO payment_instruction (instruction_id, batch_id, line_no, attempt, payment_id, kpm_id, cycle_id,
                                             village_code, amount_idr, payee_cipher, account_cipher)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String DISPUTED =
            """
            SELECT count(DISTINCT i.payment_id)
              FROM payment_instruction i JOIN bank_exception e USING (payment_id)
             WHERE i.batch_id = ? AND e.exception_class IN ('CREDIT_NOT_INSTRUCTED', 'STATUS_CONTRADICTS')
               AND (e.state <> 'RESOLVED' OR e.finding = 'PAID')
            """;

    private final Database database;
    private final FieldCipher cipher;

    JdbcInstructions(Database database, FieldCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    @Override
    public void add(List<Attempt> attempts) {
        database.batch(
                INSERT,
                attempts,
                (p, attempt) ->
                        p.uuid(attempt.instructionId())
                                .uuid(attempt.batchId())
                                .number(attempt.lineNo())
                                .number(attempt.attempt())
                                .uuid(attempt.paymentId())
                                .uuid(attempt.kpmId())
                                .uuid(attempt.cycleId())
                                .text(attempt.villageCode())
                                .number(attempt.amountIdr())
                                .bytes(cipher.encrypt(attempt.payee().name(), NAME))
                                .bytes(cipher.encrypt(attempt.payee().account(), ACCOUNT)));
    }

    @Override
    public void each(UUID batchId, Consumer<Line> reader) {
        database.each(
                "SELECT * FROM payment_instruction WHERE batch_id = ? ORDER BY line_no",
                p -> p.uuid(batchId),
                row ->
                        reader.accept(
                                new Line(
                                        row.getInt("line_no"),
                                        row.getObject("instruction_id", UUID.class),
                                        row.getObject("payment_id", UUID.class),
                                        row.getObject("kpm_id", UUID.class),
                                        row.getInt("attempt"),
                                        row.getString("village_code"),
                                        row.getLong("amount_idr"),
                                        cipher.decrypt(row.getBytes("payee_cipher"), NAME),
                                        cipher.decrypt(row.getBytes("account_cipher"), ACCOUNT))));
    }

    @Override
    public boolean areWithin(UUID batchId, AreaScope areas) {
        return !database.first(
                        "SELECT EXISTS (SELECT 1 FROM payment_instruction"
                                + " WHERE batch_id = ? AND NOT village_code LIKE ANY (?))",
                        p -> p.uuid(batchId).texts(Arrays.asList(areas.likePatterns())),
                        row -> row.getBoolean(1))
                .orElseThrow();
    }

    @Override
    public long countDisputed(UUID batchId) {
        return database.first(DISPUTED, p -> p.uuid(batchId), row -> row.getLong(1)).orElseThrow();
    }
}
