package id.pkh.disbursement.report.persistence;

import id.pkh.disbursement.jdbc.Database;
import id.pkh.disbursement.money.domain.MoneyState;
import id.pkh.disbursement.report.Answers;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
class JdbcAnswers implements Answers {

    private static final String NAMED =
            " FROM payment_instruction WHERE batch_id = ? AND (payment_id = ANY (?) OR instruction_id = ANY (?))";

    private static final String MOVE =
            """
            UPDATE payment_instruction i SET state = m.state, state_at = ?, bank_ref = m.bank_ref, state_report = m.report_id
              FROM unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[]) AS m (instruction_id, state, bank_ref, report_id)
             WHERE i.instruction_id = m.instruction_id
            """;

    private static final String REMEMBER =
            """
            INSERT INTO instruction_history (instruction_id, old_state, new_state, cause, cause_id, recorded_at)
            SELECT m.instruction_id, m.old_state, m.new_state, ?, ?, ?
              FROM unnest(?::uuid[], ?::text[], ?::text[]) WITH ORDINALITY AS m (instruction_id, old_state, new_state, nr)
             ORDER BY m.nr
            """;

    private final Database database;

    JdbcAnswers(Database database) {
        this.database = database;
    }

    @Override
    public List<UUID> families(UUID batchId, Collection<UUID> ids) {
        return database.list(
                "SELECT DISTINCT kpm_id" + NAMED + " ORDER BY kpm_id",
                p -> p.uuid(batchId).uuids(ids).uuids(ids),
                row -> row.getObject(1, UUID.class));
    }

    @Override
    public List<Instructed> lock(UUID batchId, Collection<UUID> ids) {
        return database.list(
                "SELECT *" + NAMED + " ORDER BY instruction_id FOR UPDATE",
                p -> p.uuid(batchId).uuids(ids).uuids(ids),
                JdbcAnswers::instructed);
    }

    @Override
    public List<UUID> silent(UUID batchId, int limit) {
        return database.list(
                "SELECT instruction_id FROM payment_instruction WHERE batch_id = ? AND state = 'SENT'"
                        + " ORDER BY line_no LIMIT ?",
                p -> p.uuid(batchId).number(limit),
                row -> row.getObject(1, UUID.class));
    }

    @Override
    public void move(List<Move> moves, String cause, String causeId, Instant at) {
        if (moves.isEmpty()) {
            return;
        }
        Map<UUID, Instructed> last = new LinkedHashMap<>();
        moves.forEach(move -> last.put(move.after().instructionId(), move.after()));
        List<Instructed> ends = List.copyOf(last.values());
        int moved =
                database.update(
                        MOVE,
                        p ->
                                p.instant(at)
                                        .uuids(
                                                ends.stream()
                                                        .map(Instructed::instructionId)
                                                        .toList())
                                        .texts(
                                                ends.stream()
                                                        .map(one -> one.state().name())
                                                        .toList())
                                        .texts(ends.stream().map(Instructed::bankRef).toList())
                                        .uuids(ends.stream().map(Instructed::reportId).toList()));
        if (moved != ends.size()) {
            throw new IllegalStateException(
                    moved + " instructions moved instead of " + ends.size());
        }
        database.update(
                REMEMBER,
                p ->
                        p.text(cause)
                                .text(causeId)
                                .instant(at)
                                .uuids(moves.stream().map(m -> m.after().instructionId()).toList())
                                .texts(moves.stream().map(m -> m.before().state().name()).toList())
                                .texts(moves.stream().map(m -> m.after().state().name()).toList()));
    }

    private static Instructed instructed(ResultSet row) throws SQLException {
        return new Instructed(
                row.getObject("instruction_id", UUID.class),
                row.getObject("payment_id", UUID.class),
                row.getObject("kpm_id", UUID.class),
                row.getObject("cycle_id", UUID.class),
                row.getString("village_code"),
                row.getLong("amount_idr"),
                row.getInt("attempt"),
                MoneyState.valueOf(row.getString("state")),
                row.getString("bank_ref"),
                row.getObject("state_report", UUID.class));
    }
}
