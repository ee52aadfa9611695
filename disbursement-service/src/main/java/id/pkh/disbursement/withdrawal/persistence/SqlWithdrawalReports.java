package id.pkh.disbursement.withdrawal.persistence;

import id.pkh.disbursement.withdrawal.WithdrawalReports;
import id.pkh.disbursement.withdrawal.domain.CurrentReport;
import id.pkh.disbursement.withdrawal.domain.WithdrawalFacts;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
class SqlWithdrawalReports implements WithdrawalReports {

    private static final String COLUMNS =
            "withdrawal_report (report_id, payment_id, revision, kpm_id, cycle_id, village_code,"
                    + " outcome, amount_idr, occurred_on, channel, reason_code, accompanied_by,"
                    + " evidence_kind, evidence_reference, evidence_sha256, list_id, is_sampled,"
                    + " reported_by, recorded_at)";

    private static final String CURRENT =
            "SELECT r.payment_id, r.revision, "
                    + FactsColumns.SELECTED
                    + " FROM latest_withdrawal_report r WHERE r.payment_id = ANY (:payments)";

    private static final String OF_LIST =
            "SELECT r.payment_id, r.revision FROM latest_withdrawal_report r JOIN withdrawal_list l USING (list_id)"
                    + " WHERE l.first_list_id = :list AND r.payment_id = ANY (:payments)";

    private static final String REVISIONS =
            "SELECT r.report_id, r.revision, r.list_id, r.reported_by, r.recorded_at, "
                    + FactsColumns.SELECTED
                    + " FROM withdrawal_report r WHERE r.payment_id = :payment AND r.revision < :before"
                    + " ORDER BY r.revision DESC LIMIT :limit";

    private final Database database;

    SqlWithdrawalReports(Database database) {
        this.database = database;
    }

    @Override
    public Map<UUID, CurrentReport> current(Collection<UUID> paymentIds) {
        Map<UUID, CurrentReport> current = new HashMap<>();
        database.query(
                        CURRENT,
                        q ->
                                q.bind("payments", SqlArrays.uuids(paymentIds))
                                        .map(
                                                (row, context) ->
                                                        Map.entry(
                                                                row.getObject(
                                                                        "payment_id", UUID.class),
                                                                new CurrentReport(
                                                                        row.getInt("revision"),
                                                                        FactsColumns.of(row))))
                                        .list())
                .forEach(entry -> current.put(entry.getKey(), entry.getValue()));
        return current;
    }

    @Override
    public Map<UUID, Integer> latestOfList(UUID firstListId, Collection<UUID> paymentIds) {
        return Map.copyOf(
                database.query(
                        OF_LIST,
                        q ->
                                q.bind("list", firstListId)
                                        .bind("payments", SqlArrays.uuids(paymentIds))
                                        .reduceRows(
                                                new HashMap<UUID, Integer>(),
                                                (revisions, row) -> {
                                                    revisions.put(
                                                            row.getColumn("payment_id", UUID.class),
                                                            row.getColumn(
                                                                    "revision", Integer.class));
                                                    return revisions;
                                                })));
    }

    @Override
    public void add(List<WithdrawalReport> reports) {
        database.copy(
                COLUMNS,
                reports,
                (row, report) -> {
                    WithdrawalFacts facts = report.facts();
                    row.uuid(report.reportId())
                            .uuid(report.payment().paymentId())
                            .number(report.revision())
                            .uuid(report.payment().kpmId())
                            .uuid(report.payment().cycleId())
                            .text(report.payment().villageCode())
                            .code(facts.outcome())
                            .numberOrNull(facts.amountIdr())
                            .day(facts.occurredOn())
                            .code(facts.channel())
                            .text(facts.reasonCode())
                            .code(facts.accompaniedBy())
                            .code(facts.evidence().kind())
                            .text(facts.evidence().reference())
                            .text(facts.evidence().sha256())
                            .uuid(report.listId())
                            .flag(report.isSampled())
                            .text(report.reportedBy())
                            .instant(report.recordedAt());
                });
    }

    @Override
    public List<ReportLine> revisions(UUID paymentId, int beforeRevision, int limit) {
        return database.query(
                REVISIONS,
                q ->
                        q.bind("payment", paymentId)
                                .bind("before", beforeRevision)
                                .bind("limit", limit + 1)
                                .map((row, context) -> line(row))
                                .list());
    }

    private static ReportLine line(ResultSet row) throws SQLException {
        return new ReportLine(
                row.getObject("report_id", UUID.class),
                row.getInt("revision"),
                FactsColumns.of(row),
                row.getObject("list_id", UUID.class),
                row.getString("reported_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
