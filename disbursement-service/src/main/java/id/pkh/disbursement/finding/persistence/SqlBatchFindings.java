package id.pkh.disbursement.finding.persistence;

import id.pkh.disbursement.finding.BatchFindings;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Set-wise, by the function of the database that its trigger uses as well. */
@ApplicationScoped
class SqlBatchFindings implements BatchFindings {

    private static final String KEPT =
            "(SELECT line_no, kind, payment_id, kpm_id, village_code::text, amount_idr, detail"
                    + " FROM batch_finding WHERE batch_id = :batch)";
    private static final String MADE =
            "(SELECT line_no, kind, payment_id, kpm_id, village_code::text, amount_idr, detail"
                    + " FROM batch_finding_present WHERE batch_id = :batch)";
    private static final String NOW = "batch_findings(:batch)";

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
            SELECT batch_id, line_no, kind, payment_id, kpm_id, village_code, amount_idr, detail
              FROM batch_finding_present WHERE batch_id = :batch
            """;

    private static final String MAKE =
            """
            INSERT INTO batch_finding_present (batch_id, line_no, kind, payment_id, kpm_id, village_code, amount_idr, detail)
            SELECT :batch, line_no, kind, payment_id, kpm_id, village_code, amount_idr, detail FROM batch_findings(:batch)
            """;

    private static final String MADE_NOW =
            """
            INSERT INTO batch_finding_made (batch_id, list_sha256, made_at)
            SELECT batch_id, list_sha256, :at FROM payment_batch WHERE batch_id = :batch
            ON CONFLICT (batch_id) DO UPDATE SET list_sha256 = excluded.list_sha256, made_at = excluded.made_at
            """;

    private static final String FORGET_SHARED =
            """
            DELETE FROM batch_finding_made m
             USING payment_instruction gone, payment_instruction other
             WHERE gone.batch_id = :batch AND gone.status = 'VOIDED'
               AND (other.account_token IN (gone.account_token, gone.account_token_former)
                    OR other.account_token_former = gone.account_token)
               AND other.cycle_id = gone.cycle_id
               AND other.batch_id <> gone.batch_id AND m.batch_id = other.batch_id
            """;

    private static final String FORGET_FAMILIES =
            """
            DELETE FROM batch_finding_made m
             WHERE m.batch_id IN (SELECT i.batch_id FROM payment p JOIN payment_instruction i USING (payment_id)
                                   WHERE p.kpm_id = ANY (:kpms) AND i.status = 'PLANNED')
            """;

    /** What was acknowledged, what was made of the present content, or nothing of both. */
    private static final String SOURCE =
            """
            SELECT CASE WHEN b.approved_by IS NOT NULL THEN 'KEPT'
                        WHEN m.list_sha256 = b.list_sha256 THEN 'MADE'
                        ELSE 'NOW' END
              FROM payment_batch b LEFT JOIN batch_finding_made m USING (batch_id) WHERE b.batch_id = :batch
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

    /**
     * Of a batch that was approved, what was acknowledged; there is nothing if nothing was. Before,
     * what was made of its content; it is computed where a change has made that wrong.
     */
    private String source(UUID batchId) {
        String source =
                database.query(SOURCE, q -> q.bind("batch", batchId).mapTo(String.class).one());
        return switch (source) {
            case "KEPT" -> KEPT;
            case "MADE" -> MADE;
            default -> NOW;
        };
    }

    @Override
    public Summary make(UUID batchId, Instant at) {
        forgetPresent(batchId);
        database.update(MAKE, u -> u.bind("batch", batchId));
        database.update(MADE_NOW, u -> u.bind("batch", batchId).bind("at", at));
        return summary(batchId, MADE);
    }

    private void forgetPresent(UUID batchId) {
        database.update(
                "DELETE FROM batch_finding_present WHERE batch_id = :batch",
                u -> u.bind("batch", batchId));
    }

    @Override
    public void forgetSharedWith(UUID batchId) {
        database.update(FORGET_SHARED, u -> u.bind("batch", batchId));
    }

    @Override
    public void forgetOf(Collection<UUID> kpmIds) {
        database.update(FORGET_FAMILIES, u -> u.bind("kpms", SqlArrays.uuids(kpmIds)));
    }

    @Override
    public void acknowledge(UUID batchId, Summary made, String by, Instant at) {
        database.update(KEEP, u -> u.bind("batch", batchId));
        forgetPresent(batchId);
        if (made.findings() > 0) {
            database.update(
                    "INSERT INTO batch_acknowledgement (batch_id, findings, findings_sha256, acknowledged_by,"
                            + " acknowledged_at) VALUES (:batch, :findings, :sha256, :by, :at)",
                    u ->
                            u.bind("batch", batchId)
                                    .bind("findings", made.findings())
                                    .bind("sha256", made.sha256())
                                    .bind("by", by)
                                    .bind("at", at));
        }
    }
}
