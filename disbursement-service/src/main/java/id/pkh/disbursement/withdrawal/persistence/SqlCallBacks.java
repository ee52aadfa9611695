package id.pkh.disbursement.withdrawal.persistence;

import id.pkh.disbursement.withdrawal.CallBacks;
import id.pkh.disbursement.withdrawal.SentPayments.Selection;
import id.pkh.disbursement.withdrawal.WithdrawalReports.WithdrawalReport;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.web.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class SqlCallBacks implements CallBacks {

    private static final String CLOSE =
            "DELETE FROM open_call_back WHERE payment_id = ANY (:payments)";

    private static final String OPEN =
            """
            SELECT i.payment_id, r.kpm_id, i.village_code, r.revision, r.amount_idr AS withdrawn_idr,
                   r.occurred_on AS withdrawn_on, r.channel, r.reported_by, i.waits_since,
                   (SELECT count(*) FROM withdrawal_call_back c WHERE c.payment_id = i.payment_id
                       AND c.report_id = i.report_id) AS attempts
              FROM open_call_back i JOIN withdrawal_report r USING (report_id)
             WHERE\s""";

    private static final String COLUMNS =
            "call_back_id, payment_id, report_id, outcome, amount_idr, asked_on, asked_by, recorded_at";

    private final Database database;

    SqlCallBacks(Database database) {
        this.database = database;
    }

    @Override
    public void follow(List<WithdrawalReport> added) {
        Map<UUID, WithdrawalReport> latest = new LinkedHashMap<>();
        added.forEach(report -> latest.put(report.payment().paymentId(), report));
        close(latest.keySet());
        database.copy(
                "open_call_back (payment_id, report_id, cycle_id, village_code, waits_since)",
                latest.values().stream().filter(WithdrawalReport::isSampled).toList(),
                (row, report) ->
                        row.uuid(report.payment().paymentId())
                                .uuid(report.reportId())
                                .uuid(report.payment().cycleId())
                                .text(report.payment().villageCode())
                                .day(BusinessDates.on(report.recordedAt())));
    }

    private void close(Set<UUID> paymentIds) {
        if (!paymentIds.isEmpty()) {
            database.update(CLOSE, u -> u.bind("payments", SqlArrays.uuids(paymentIds)));
        }
    }

    @Override
    public Set<String> reportersOf(UUID paymentId) {
        return Set.copyOf(
                database.query(
                        "SELECT DISTINCT reported_by FROM withdrawal_report WHERE payment_id = :payment",
                        q -> q.bind("payment", paymentId).mapTo(String.class).list()));
    }

    @Override
    public void add(CallBack callBack) {
        database.copy(
                "withdrawal_call_back (" + COLUMNS + ")",
                List.of(callBack),
                (row, answer) ->
                        row.uuid(answer.callBackId())
                                .uuid(answer.paymentId())
                                .uuid(answer.reportId())
                                .code(answer.outcome())
                                .numberOrNull(answer.amountIdr())
                                .day(answer.askedOn())
                                .text(answer.askedBy())
                                .instant(answer.recordedAt()));
        if (callBack.outcome().isConclusive()) {
            close(Set.of(callBack.paymentId()));
        }
    }

    @Override
    public List<CallBack> of(UUID paymentId, UUID before, int limit) {
        Conditions where =
                new Conditions()
                        .and("payment_id = ?", paymentId)
                        .andIfGiven("call_back_id < ?", before);
        return database.query(
                "SELECT "
                        + COLUMNS
                        + " FROM withdrawal_call_back WHERE "
                        + where.sql()
                        + " ORDER BY call_back_id DESC LIMIT :limit",
                q ->
                        q.bindMap(where.values())
                                .bind("limit", limit + 1)
                                .map(database.rowsAs(CallBack.class))
                                .list());
    }

    @Override
    public List<OpenCallBack> open(
            Selection selection, String afterVillage, UUID afterPayment, int limit) {
        Conditions where = SqlSentPayments.in(selection);
        if (afterVillage != null) {
            where.and("(i.village_code, i.payment_id) > (?, ?)", afterVillage, afterPayment);
        }
        return database.queryWithFreshPlan(
                OPEN + where.sql() + " ORDER BY i.village_code, i.payment_id LIMIT :limit",
                q ->
                        q.bindMap(where.values())
                                .bind("limit", limit + 1)
                                .map(database.rowsAs(OpenCallBack.class))
                                .list());
    }
}
