package id.pkh.disbursement.withdrawal.persistence;

import id.pkh.disbursement.withdrawal.AccompaniedLists;
import id.pkh.disbursement.withdrawal.domain.Companion;
import id.pkh.disbursement.withdrawal.domain.WithdrawalChannel;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SqlAccompaniedLists implements AccompaniedLists {

    private static final String ADD =
            """
            INSERT INTO withdrawal_list (list_id, first_list_id, revision, cycle_id, village_code, held_on, place, channel,
                                         accompanied_by, families, amount_idr, recorded_by, recorded_at)
            SELECT :list, :first, :revision, cycle_id, :village, :heldOn, :place, :channel, :accompaniedBy, :families,
                   :amount, :by, :at
              FROM payment_cycle WHERE cycle_code = :cycle
            """;

    private static final String IS_LATEST =
            "NOT EXISTS (SELECT FROM withdrawal_list later WHERE later.first_list_id = i.first_list_id"
                    + " AND later.revision = i.revision + 1)";

    private static final String SELECT =
            "SELECT i.list_id, i.first_list_id, i.revision, "
                    + IS_LATEST
                    + " AS is_latest, c.cycle_code, i.village_code, i.held_on, i.place, i.channel,"
                    + " i.accompanied_by, i.families, i.amount_idr, i.recorded_by, i.recorded_at"
                    + " FROM withdrawal_list i JOIN payment_cycle c USING (cycle_id) WHERE ";

    private final Database database;

    SqlAccompaniedLists(Database database) {
        this.database = database;
    }

    @Override
    public void add(AccompaniedList list, List<PresentFamily> families) {
        ListFacts facts = list.facts();
        database.update(
                ADD,
                u ->
                        u.bind("list", list.listId())
                                .bind("first", list.firstListId())
                                .bind("revision", list.revision())
                                .bind("cycle", facts.cycleCode())
                                .bind("village", facts.villageCode())
                                .bind("heldOn", facts.heldOn())
                                .bind("place", facts.place())
                                .bind("channel", facts.channel().name())
                                .bind("accompaniedBy", facts.accompaniedBy().name())
                                .bind("families", list.families())
                                .bind("amount", list.amountIdr())
                                .bind("by", list.recordedBy())
                                .bind("at", list.recordedAt()));
        database.copy(
                "withdrawal_list_family (list_id, payment_id, kpm_id, amount_idr)",
                families,
                (row, family) ->
                        row.uuid(list.listId())
                                .uuid(family.paymentId())
                                .uuid(family.kpmId())
                                .number(family.amountIdr()));
    }

    @Override
    public Optional<AccompaniedList> lock(UUID listId) {
        database.query(
                "SELECT list_id FROM withdrawal_list WHERE list_id ="
                        + " (SELECT first_list_id FROM withdrawal_list WHERE list_id = :list) FOR UPDATE",
                q -> q.bind("list", listId).mapTo(UUID.class).list());
        return one(listId);
    }

    @Override
    public Optional<AccompaniedList> one(UUID listId) {
        return database.query(
                SELECT + "i.list_id = :list",
                q -> q.bind("list", listId).map((row, context) -> list(row)).findOne());
    }

    @Override
    public List<PresentFamily> families(UUID listId) {
        return database.query(
                "SELECT payment_id, kpm_id, amount_idr FROM withdrawal_list_family"
                        + " WHERE list_id = :list ORDER BY kpm_id",
                q -> q.bind("list", listId).map(database.rowsAs(PresentFamily.class)).list());
    }

    @Override
    public List<AccompaniedList> page(Filter filter) {
        Conditions where =
                new Conditions()
                        .andIfGiven("c.cycle_code = ?", filter.cycleCode())
                        .andIfGiven("i.list_id > ?", filter.after());
        SqlSentPayments.within(filter.scope(), where);
        if (filter.area() != null) {
            SqlSentPayments.within(filter.area(), where);
        }
        if (filter.latest()) {
            where.and(IS_LATEST);
        }
        return database.queryWithFreshPlan(
                SELECT + where.sql() + " ORDER BY i.list_id LIMIT :limit",
                q ->
                        q.bindMap(where.values())
                                .bind("limit", filter.limit() + 1)
                                .map((row, context) -> list(row))
                                .list());
    }

    private static AccompaniedList list(ResultSet row) throws SQLException {
        return new AccompaniedList(
                row.getObject("list_id", UUID.class),
                row.getObject("first_list_id", UUID.class),
                row.getInt("revision"),
                row.getBoolean("is_latest"),
                new ListFacts(
                        row.getString("cycle_code"),
                        row.getString("village_code"),
                        row.getObject("held_on", LocalDate.class),
                        row.getString("place"),
                        WithdrawalChannel.valueOf(row.getString("channel")),
                        Companion.valueOf(row.getString("accompanied_by"))),
                row.getInt("families"),
                row.getLong("amount_idr"),
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
