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
                    + " amount_idr, amount_fault, bank_ref)";

    static final String INSERT_FOR_EACH =
            """
            INSERT INTO bank_report_line (report_id, line_no, instruction_ref, status_code, reason_code)
            SELECT ?, line_no, replace(instruction_id::text, '-', ''), ?, ? FROM payment_instruction WHERE batch_id = ?
            """;

    static final String PAGE =
            """
            SELECT * FROM bank_report
             WHERE (?::text IS NULL OR bank = ?)
               AND (?::uuid IS NULL OR batch_id = ?)
               AND (?::timestamptz IS NULL OR (received_at, report_id) < (?, ?))
             ORDER BY received_at DESC, report_id DESC LIMIT ?
            """;

    static final String RECORD =
            """
            UPDATE bank_report_line l SET outcome = r.outcome, instruction_id = r.instruction_id
              FROM unnest(?::bigint[], ?::text[], ?::uuid[]) AS r (line_no, outcome, instruction_id)
             WHERE l.report_id = ? AND l.line_no = r.line_no
            """;

    private ReportSql() {}
}
