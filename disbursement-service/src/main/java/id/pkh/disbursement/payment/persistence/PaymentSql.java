package id.pkh.disbursement.payment.persistence;

/**
 * The statements of {@link JdbcPayments}; lists travel inside one array as text, joined by commas.
 */
final class PaymentSql {

    /**
     * The cycle is written so that no index serves it: in the first calculation of a cycle the
     * statistics say that it has no payments, and each chunk would read all that are there by then.
     */
    static final String REGULAR =
            "SELECT * FROM payment WHERE kpm_id = ANY (:kpms) AND kind = 'REGULAR'"
                    + " AND (cycle_id = :cycle) IS TRUE";

    static final String INELIGIBLE =
            "SELECT kpm_id, village_code, reasons, lines FROM ineligible_family"
                    + " WHERE cycle_id = :cycle AND kpm_id = ANY (:kpms)";

    static final String COVERED_ELSEWHERE =
            """
            SELECT p.kpm_id
              FROM payment_cycle c
              JOIN payment p ON p.cycle_id = c.cycle_id AND p.kind = 'REGULAR' AND p.status <> 'NOT_ELIGIBLE'
                            AND p.kpm_id = ANY (:kpms)
             WHERE c.status = 'SEALED' AND c.channel <> :channel AND c.covers_from <= :until AND c.covers_until >= :from
            """;

    static final String WITHHELD_IN_SEALED_CYCLES =
            """
            SELECT p.*
              FROM payment p
              JOIN payment_cycle c ON c.cycle_id = p.cycle_id AND c.status = 'SEALED'
             WHERE p.kpm_id = ANY (:kpms) AND p.kind = 'REGULAR' AND cardinality(p.blocked_by) > 0
               AND NOT EXISTS (SELECT 1 FROM payment made_up WHERE made_up.compensates = p.payment_id)
             ORDER BY p.kpm_id, c.covers_from, p.cycle_id
            """;

    private static final String INSERT =
            """
            INSERT INTO payment (payment_id, kpm_id, cycle_id, kind, village_code, amount_idr, status, warned, reasons,
                                 blocked_by, lines, steps, compensates, created_at, changed_at)
            SELECT payment_id, kpm_id, cycle_id, kind, village_code, amount_idr, status, warned, string_to_array(reasons, ','),
                   string_to_array(blocked_by, ',')::uuid[], lines::jsonb, steps::jsonb, compensates, :now, :now
              FROM unnest(:ids, :kpms, :cycles, :kinds, :villages, :amounts, :statuses, :warned, :reasons,
                          :blockedBy, :lines, :steps, :compensated)
                   AS r (payment_id, kpm_id, cycle_id, kind, village_code, amount_idr, status, warned, reasons,
                         blocked_by, lines, steps, compensates)
            """;

    static final String SAVE =
            INSERT
                    + """
                    ON CONFLICT (kpm_id, cycle_id, kind) DO UPDATE
                       SET village_code = excluded.village_code, amount_idr = excluded.amount_idr, status = excluded.status,
                           warned = excluded.warned, reasons = excluded.reasons, blocked_by = excluded.blocked_by,
                           lines = excluded.lines, steps = excluded.steps, changed_at = excluded.changed_at
                    """;

    static final String ADD_COMPENSATING =
            INSERT + " ON CONFLICT (kpm_id, cycle_id, kind) DO NOTHING RETURNING payment_id";

    static final String REMEMBER =
            """
            INSERT INTO payment_history (payment_id, kpm_id, cycle_id, old_status, new_status, amount_idr, warned, reasons,
                                         blocked_by, cause, cause_id, recorded_at)
            SELECT payment_id, kpm_id, cycle_id, old_status, new_status, amount_idr, warned, string_to_array(reasons, ','),
                   string_to_array(blocked_by, ',')::uuid[], cause, cause_id, :now
              FROM unnest(:ids, :kpms, :cycles, :before, :after, :amounts, :warned, :reasons,
                          :blockedBy, :causes, :causeIds)
                   AS r (payment_id, kpm_id, cycle_id, old_status, new_status, amount_idr, warned, reasons,
                         blocked_by, cause, cause_id)
            """;

    static final String SAVE_INELIGIBLE =
            """
            INSERT INTO ineligible_family (cycle_id, kpm_id, village_code, reasons, lines, looked_at)
            SELECT :cycle, kpm_id, village_code, string_to_array(reasons, ','), lines::jsonb, :now
              FROM unnest(:kpms, :villages, :reasons, :lines) AS r (kpm_id, village_code, reasons, lines)
            ON CONFLICT (cycle_id, kpm_id) DO UPDATE
               SET village_code = excluded.village_code, reasons = excluded.reasons, lines = excluded.lines,
                   looked_at = excluded.looked_at
            """;

    static final String REMOVE_INELIGIBLE =
            "DELETE FROM ineligible_family WHERE cycle_id = :cycle AND kpm_id = ANY (:kpms)";

    private PaymentSql() {}
}
