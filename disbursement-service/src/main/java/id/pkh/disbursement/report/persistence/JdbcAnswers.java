package id.pkh.disbursement.report.persistence;

import id.pkh.disbursement.jdbc.Database;
import id.pkh.disbursement.money.domain.MoneyState;
import id.pkh.disbursement.report.Answers;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class JdbcAnswers implements Answers {

    private static final String NAMED =
            "SELECT instruction_id, payment_id, kpm_id FROM payment_instruction WHERE batch_id = ? AND ";

    private static final String MOVE =
            """
            UPDATE payment_instruction i SET state = m.state, state_at = ?, bank_ref = m.bank_ref, state_report = m.report_id
              FROM unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[]) AS m (instruction_id, state, bank_ref, report_id)
             WHERE i.instruction_id = m.instruction_id
            """;

    private static final String HISTORY =
            "instruction_history (instruction_id, old_state, new_state, cause, cause_id, recorded_at)";

    private final Database database;

    JdbcAnswers(Database database) {
        this.database = database;
    }

    /** Most lines name both, and the payment is the instruction's: one look is enough for these. */
    @Override
    public List<Named> named(
            UUID batchId, Collection<UUID> instructionIds, Collection<UUID> paymentIds) {
        database.lookUpByKey();
        List<Named> named = named("instruction_id = ANY (?)", batchId, instructionIds);
        Set<UUID> found = named.stream().map(Named::paymentId).collect(Collectors.toSet());
        List<UUID> others = paymentIds.stream().filter(id -> !found.contains(id)).toList();
        named.addAll(named("payment_id = ANY (?)", batchId, others));
        return named;
    }

    private List<Named> named(String condition, UUID batchId, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return new ArrayList<>();
        }
        return database.list(
                NAMED + condition,
                p -> p.uuid(batchId).uuids(ids),
                row ->
                        new Named(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class)));
    }

    @Override
    public List<Instructed> ofLocked(Collection<UUID> instructionIds) {
        return database.list(
                "SELECT instruction_id, payment_id, kpm_id, cycle_id, village_code, amount_idr, attempt, state,"
                        + " bank_ref, state_report FROM payment_instruction WHERE instruction_id = ANY (?)",
                p -> p.uuids(instructionIds),
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
        database.copy(
                HISTORY,
                moves,
                (fields, move) ->
                        fields.uuid(move.after().instructionId())
                                .text(move.before().state().name())
                                .text(move.after().state().name())
                                .text(cause)
                                .text(causeId)
                                .instant(at));
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
