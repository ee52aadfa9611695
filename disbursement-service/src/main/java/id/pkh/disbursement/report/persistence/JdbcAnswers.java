package id.pkh.disbursement.report.persistence;

import id.pkh.disbursement.jdbc.Database;
import id.pkh.disbursement.report.Answers;
import id.pkh.disbursement.report.PageNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class JdbcAnswers implements Answers {

    private static final String NAMED =
            "SELECT line_no, instruction_id, payment_id FROM payment_instruction WHERE batch_id = ? AND ";

    private final Database database;

    JdbcAnswers(Database database) {
        this.database = database;
    }

    @Override
    public List<PageNames> names(UUID batchId, int fromPage, int limit) {
        return database.list(
                "SELECT page_no, names FROM instruction_names"
                        + " WHERE batch_id = ? AND page_no >= ? ORDER BY page_no LIMIT ?",
                p -> p.uuid(batchId).number(fromPage).number(limit),
                row -> new PageNames(row.getInt(1), row.getBytes(2)));
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
        return ids.isEmpty()
                ? new ArrayList<>()
                : database.list(
                        NAMED + condition, p -> p.uuid(batchId).uuids(ids), JdbcAnswers::named);
    }

    private static Named named(ResultSet row) throws SQLException {
        return new Named(row.getInt(1), row.getObject(2, UUID.class), row.getObject(3, UUID.class));
    }

    @Override
    public List<Instructed> on(UUID batchId, Collection<Integer> lineNos) {
        if (lineNos.isEmpty()) {
            return List.of();
        }
        return database.list(
                "SELECT line_no, instruction_id, payment_id, kpm_id, village_code, amount_idr"
                        + " FROM payment_instruction WHERE batch_id = ? AND line_no = ANY (?)",
                p -> p.uuid(batchId).ints(lineNos),
                row ->
                        new Instructed(
                                row.getInt(1),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class),
                                row.getObject(4, UUID.class),
                                row.getString(5),
                                row.getLong(6)));
    }
}
