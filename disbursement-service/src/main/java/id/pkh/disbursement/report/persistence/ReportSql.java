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

    static final String ADD_CHUNKS_FOR_EACH =
            """
            WITH added AS (
                INSERT INTO bank_report_chunk (report_id, first_line, lines, content)
                SELECT said.report_id, min(line_no), count(*),
                       json_agg(json_build_array(line_no, said.status_code, said.reason_code, NULL,
                                                 replace(instruction_id::text, '-', ''), NULL, NULL, NULL) ORDER BY line_no)::text
                  FROM payment_instruction
                 CROSS JOIN (SELECT ?::uuid AS report_id, ?::text AS status_code, ?::text AS reason_code) AS said
                 WHERE batch_id = ?
                 GROUP BY said.report_id, (line_no - 1) / ?
                RETURNING lines)
            SELECT coalesce(sum(lines), 0)::int FROM added
            """;

    static final String WAITING =
            """
            SELECT first_line, content FROM bank_report_chunk c
             WHERE report_id = ? AND first_line > ?
               AND NOT EXISTS (SELECT 1 FROM bank_report_outcome o
                                WHERE o.report_id = c.report_id AND o.first_line = c.first_line)
             ORDER BY first_line LIMIT 1
            """;

    /**
     * Whoever has it locked applies it; a look after the lock sees what the one before has done.
     */
    static final String LOCK_CHUNK =
            "SELECT 1 FROM bank_report_chunk WHERE report_id = ? AND first_line = ? FOR UPDATE";

    static final String IS_APPLIED =
            "SELECT EXISTS (SELECT 1 FROM bank_report_outcome WHERE report_id = ? AND first_line = ?)";

    /**
     * The first applied chunk that reaches behind a line, with an outcome in it if one is wanted.
     */
    static final String APPLIED =
            """
            SELECT c.first_line, c.content, o.outcomes, r.batch_id
              FROM bank_report_chunk c
              JOIN bank_report_outcome o ON o.report_id = c.report_id AND o.first_line = c.first_line
              JOIN bank_report r ON r.report_id = c.report_id
             WHERE c.report_id = ? AND c.first_line + c.lines - 1 > ? AND (?::text IS NULL OR o.counts -> ? IS NOT NULL)
             ORDER BY c.first_line LIMIT 1
            """;

    static final String OUTCOMES =
            """
            SELECT one.key AS outcome, sum(one.value::bigint)::bigint AS lines
              FROM bank_report_outcome o CROSS JOIN LATERAL json_each_text(o.counts) AS one
             WHERE o.report_id = ? GROUP BY 1
            """;

    static final String FINISH =
            """
            UPDATE bank_report r SET status = 'APPLIED', finished_at = ?
             WHERE r.report_id = ? AND r.status = 'STAGED'
               AND NOT EXISTS (SELECT 1 FROM bank_report_chunk c
                                WHERE c.report_id = r.report_id
                                  AND NOT EXISTS (SELECT 1 FROM bank_report_outcome o
                                                   WHERE o.report_id = c.report_id AND o.first_line = c.first_line))
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
