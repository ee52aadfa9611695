package id.pkh.disbursement.report.persistence;

/** The longer statements about reports. */
final class ReportSql {

    static final String INSERT =
            """
            INSERT INTO bank_report (report_id, bank, sha256, bytes, filename, namespace, message_id, batch_id, group_status,
                                     status, lines, received_by, received_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'STAGED', 0, ?, ?)
            ON CONFLICT (bank, sha256) DO NOTHING
            """;

    static final String LINES =
            "bank_report_line (report_id, line_no, instruction_ref, end_to_end_ref, status_code, reason_code,"
                    + " amount_idr, amount_fault, bank_ref, outcome, instruction_id)";

    static final String ADD_CHUNKS_FOR_EACH =
            """
            WITH added AS (
                INSERT INTO bank_report_chunk (report_id, first_line, lines, content)
                SELECT said.report_id, min(line_no), count(*),
                       json_agg(json_build_array(line_no, replace(instruction_id::text, '-', ''), NULL, said.status_code,
                                                 said.reason_code, NULL, NULL, NULL) ORDER BY line_no)::text
                  FROM payment_instruction
                 CROSS JOIN (SELECT ?::uuid AS report_id, ?::text AS status_code, ?::text AS reason_code) AS said
                 WHERE batch_id = ?
                 GROUP BY said.report_id, (line_no - 1) / ?
                RETURNING lines)
            SELECT coalesce(sum(lines), 0)::int FROM added
            """;

    static final String FINISH =
            """
            UPDATE bank_report r SET status = 'APPLIED', finished_at = ?
             WHERE r.report_id = ? AND r.status = 'STAGED'
               AND NOT EXISTS (SELECT 1 FROM bank_report_chunk c WHERE c.report_id = r.report_id)
            """;

    static final String PAGE =
            """
            SELECT * FROM bank_report
             WHERE (?::text IS NULL OR bank = ?)
               AND (?::uuid IS NULL OR batch_id = ?)
               AND (?::timestamptz IS NULL OR (received_at, report_id) < (?, ?))
             ORDER BY received_at DESC, report_id DESC LIMIT ?
            """;

    private ReportSql() {}
}
