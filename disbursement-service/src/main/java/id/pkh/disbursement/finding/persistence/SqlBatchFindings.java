package id.pkh.disbursement.finding.persistence;

import id.pkh.disbursement.finding.BatchFindings;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Set-wise, by the function of the database that its trigger uses as well. */
@ApplicationScoped
class SqlBatchFindings implements BatchFindings {

    private static final String KEPT =
            "(SELECT line_no, kind, payment_id, kpm_id, village_code::text, amount_idr, detail"
                    + " FROM batch_finding WHERE batch_id = :batch)";
    private static final String PRESENT = "batch_findings(:batch)";

    /** One row for all, whose kind is null, and one for each kind. */
    private static final String SUMS =
            """
            SELECT kind, count(*) AS findings, count(*) FILTER (WHERE is_first) AS payments,
                   coalesce(sum(amount_idr), 0)::bigint AS amount_idr,
                   coalesce(sum(amount_idr) FILTER (WHERE is_first), 0)::bigint AS amount_of_payments_idr,
                   encode(sha256(convert_to(coalesce(string_agg(line_no || ' ' || kind || ' ' || payment_id || ' ' || coalesce(detail, ''),
                                                                E'\n' ORDER BY line_no, kind COLLATE "C"), ''), 'UTF8')), 'hex') AS sha256
              FROM (SELECT f.*, row_number() OVER (PARTITION BY f.payment_id ORDER BY f.kind COLLATE "C") = 1 AS is_first
                      FROM %s f) found
             GROUP BY GROUPING SETS ((), (kind))
             ORDER BY kind COLLATE "C" NULLS FIRST
            """;

    private static final String KEEP =
            """
            INSERT INTO batch_finding (batch_id, line_no, kind, payment_id, kpm_id, village_code, amount_idr, detail)
            SELECT :batch, line_no, kind, payment_id, kpm_id, village_code, amount_idr, detail FROM batch_findings(:batch)
            """;

    private final Database database;

    SqlBatchFindings(Database database) {
        this.database = database;
    }

    /** The findings of one kind, or all of them. */
    public record Sum(
            String kind,
            long findings,
            long payments,
            long amountIdr,
            long amountOfPaymentsIdr,
            String sha256) {}

    @Override
    public Summary summary(UUID batchId) {
        return summary(batchId, source(batchId));
    }

    private Summary summary(UUID batchId, String source) {
        List<Sum> sums =
                database.query(
                        SUMS.formatted(source),
                        q -> q.bind("batch", batchId).map(database.rowsAs(Sum.class)).list());
        Sum all = sums.get(0);
        return new Summary(
                all.findings(),
                all.payments(),
                all.amountOfPaymentsIdr(),
                all.sha256(),
                sums.stream()
                        .skip(1)
                        .map(one -> new OfKind(one.kind(), one.findings(), one.amountIdr()))
                        .toList());
    }

    @Override
    public List<Finding> after(UUID batchId, String kind, Place after, int limit) {
        Conditions where =
                new Conditions()
                        .and(
                                "(f.line_no, f.kind COLLATE \"C\") > (?, ?)",
                                after.lineNo(),
                                after.kind())
                        .andIfGiven("f.kind = ?", kind);
        return database.query(
                "SELECT f.* FROM "
                        + source(batchId)
                        + " f WHERE "
                        + where.sql()
                        + " ORDER BY f.line_no, f.kind COLLATE \"C\" LIMIT :limit",
                q ->
                        q.bindMap(where.values())
                                .bind("batch", batchId)
                                .bind("limit", limit)
                                .map(database.rowsAs(Finding.class))
                                .list());
    }

    /** Of a batch that was approved, what was acknowledged; there is nothing if nothing was. */
    private String source(UUID batchId) {
        boolean approved =
                database.query(
                        "SELECT approved_by IS NOT NULL FROM payment_batch WHERE batch_id = :batch",
                        q -> q.bind("batch", batchId).mapTo(Boolean.class).one());
        return approved ? KEPT : PRESENT;
    }

    @Override
    public Summary acknowledge(UUID batchId, String by, Instant at) {
        database.update(KEEP, u -> u.bind("batch", batchId));
        Summary kept = summary(batchId, KEPT);
        if (kept.findings() > 0) {
            database.update(
                    "INSERT INTO batch_acknowledgement (batch_id, findings, findings_sha256, acknowledged_by,"
                            + " acknowledged_at) VALUES (:batch, :findings, :sha256, :by, :at)",
                    u ->
                            u.bind("batch", batchId)
                                    .bind("findings", kept.findings())
                                    .bind("sha256", kept.sha256())
                                    .bind("by", by)
                                    .bind("at", at));
        }
        return kept;
    }
}
