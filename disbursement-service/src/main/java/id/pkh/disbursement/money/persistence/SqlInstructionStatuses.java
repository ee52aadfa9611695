package id.pkh.disbursement.money.persistence;

import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.disbursement.money.Instruction;
import id.pkh.disbursement.money.InstructionStatuses;
import id.pkh.disbursement.money.StatusChange;
import id.pkh.disbursement.money.StatusChangeSource;
import id.pkh.disbursement.money.StatusChangeSource.Kind;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Query;

@ApplicationScoped
class SqlInstructionStatuses implements InstructionStatuses {

    private static final String SELECT =
            "SELECT instruction_id, payment_id, kpm_id, village_code, amount_idr, attempt, status, bank_ref, report_id"
                    + " FROM payment_instruction WHERE batch_id = :batch AND status <> 'VOIDED' ";

    private static final String CHANGE =
            """
            UPDATE payment_instruction i
               SET status = c.new_status, status_at = :at, status_reason = c.reason,
                   bank_ref = coalesce(c.bank_ref, i.bank_ref), report_id = coalesce(:report, i.report_id)
              FROM unnest(:ids, :old, :new, :refs, :reasons) AS c (instruction_id, old_status, new_status, bank_ref, reason)
             WHERE i.instruction_id = c.instruction_id AND i.status = c.old_status
            """;

    private static final String HISTORY =
            "instruction_history (instruction_id, old_status, new_status, source, source_id, "
                    + "report_line, bank_ref,"
                    + " reason, recorded_at)";

    private final Database database;

    SqlInstructionStatuses(Database database) {
        this.database = database;
    }

    /** The lock blocks neither readers nor new rows that refer to the batch. */
    @Override
    public void lockBatch(UUID batchId) {
        database.query(
                "SELECT batch_id FROM payment_batch WHERE batch_id = :batch FOR NO KEY UPDATE",
                q -> q.bind("batch", batchId).mapTo(UUID.class).one());
        database.lookUpByKey();
    }

    @Override
    public List<Instruction> byIds(UUID batchId, Collection<UUID> instructionIds) {
        return instructionIds.isEmpty()
                ? List.of()
                : list(
                        "AND instruction_id = ANY (:ids)",
                        batchId,
                        q -> q.bind("ids", SqlArrays.uuids(instructionIds)));
    }

    @Override
    public List<Instruction> byPayments(UUID batchId, Collection<UUID> paymentIds) {
        return paymentIds.isEmpty()
                ? List.of()
                : list(
                        "AND payment_id = ANY (:payments)",
                        batchId,
                        q -> q.bind("payments", SqlArrays.uuids(paymentIds)));
    }

    @Override
    public List<Instruction> onLines(UUID batchId, int firstLine, int lastLine) {
        return list(
                "AND line_no BETWEEN :first AND :last ORDER BY line_no",
                batchId,
                q -> q.bind("first", firstLine).bind("last", lastLine));
    }

    @Override
    public List<Integer> unansweredLines(UUID batchId, int afterLine, int limit) {
        return database.query(
                "SELECT line_no FROM payment_instruction WHERE batch_id = :batch AND status = 'SENT'"
                        + " AND line_no > :after ORDER BY line_no LIMIT :limit",
                q ->
                        q.bind("batch", batchId)
                                .bind("after", afterLine)
                                .bind("limit", limit)
                                .mapTo(Integer.class)
                                .list());
    }

    private List<Instruction> list(String condition, UUID batchId, Consumer<Query> bind) {
        return database.query(
                SELECT + condition,
                q -> {
                    bind.accept(q.bind("batch", batchId));
                    return q.map((row, context) -> instruction(row)).list();
                });
    }

    private static Instruction instruction(ResultSet row) throws SQLException {
        return new Instruction(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getLong(5),
                row.getInt(6),
                InstructionStatus.valueOf(row.getString(7)),
                row.getString(8),
                row.getObject(9, UUID.class));
    }

    @Override
    public void change(List<StatusChange> changes, StatusChangeSource source) {
        firstsThenSeconds(changes).forEach(round -> update(round, source));
        database.copy(
                HISTORY,
                changes,
                (row, change) ->
                        row.uuid(change.instruction().instructionId())
                                .code(change.instruction().status())
                                .code(change.newStatus())
                                .code(source.kind())
                                .text(source.id())
                                .numberOrNull(change.reportLine())
                                .text(change.bankRef())
                                .text(change.reason())
                                .instant(source.at()));
    }

    /**
     * An instruction that changes twice needs two updates, because one statement updates a row only
     * once.
     */
    private static List<List<StatusChange>> firstsThenSeconds(List<StatusChange> changes) {
        List<List<StatusChange>> rounds = new ArrayList<>();
        Map<UUID, Integer> changesOf = new HashMap<>();
        for (StatusChange change : changes) {
            int round = changesOf.merge(change.instruction().instructionId(), 1, Integer::sum);
            if (round > rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round - 1).add(change);
        }
        return rounds;
    }

    private void update(List<StatusChange> changes, StatusChangeSource source) {
        UUID report = source.kind() == Kind.BANK_REPORT ? UUID.fromString(source.id()) : null;
        int changed =
                database.update(
                        CHANGE,
                        u ->
                                u.bind("at", source.at())
                                        .bindByType("report", report, UUID.class)
                                        .bind(
                                                "ids",
                                                SqlArrays.uuids(
                                                        changes,
                                                        change ->
                                                                change.instruction()
                                                                        .instructionId()))
                                        .bind(
                                                "old",
                                                SqlArrays.codes(
                                                        changes,
                                                        change -> change.instruction().status()))
                                        .bind(
                                                "new",
                                                SqlArrays.codes(changes, StatusChange::newStatus))
                                        .bind(
                                                "refs",
                                                SqlArrays.texts(changes, StatusChange::bankRef))
                                        .bind(
                                                "reasons",
                                                SqlArrays.texts(changes, StatusChange::reason)));
        if (changed != changes.size()) {
            throw new IllegalStateException(
                    "%d instructions changed instead of %d".formatted(changed, changes.size()));
        }
    }
}
