package id.pkh.disbursement.report.persistence;

/** The longer statements about reports. */
final class ReportSql {

    static final String INSERT =
            """
            INSERT INTO bank_report (report_id, bank, sha256, bytes, filename, namespace, message_id, batch_id, group_status,
                                     status, lines, received_by, received_at)
            VALUES (:report, :bank, :sha256, :bytes, :filename, :namespace, :message, :batch, :groupStatus, 'STAGED', 0, :by, :at)
            ON CONFLICT (bank, sha256) DO NOTHING
            """;

    static final String ADD_CHUNKS_FOR_EACH =
            """
            WITH added AS (
                INSERT INTO bank_report_chunk (report_id, first_line, lines, content)
                SELECT said.report_id, min(line_no), count(*),
                       json_agg(json_build_array(line_no, replace(instruction_id::text, '-', ''), NULL, said.status_code,
                                                 said.reason_code, NULL, NULL, NULL) ORDER BY line_no)::text
                  FROM payment_instruction
                 CROSS JOIN (SELECT :report::uuid AS report_id, :status::text AS status_code, :reason::text AS reason_code) AS said
                 WHERE batch_id = :batch
                 GROUP BY said.report_id, (line_no - 1) / :linesOfChunk
                RETURNING lines)
            SELECT coalesce(sum(lines), 0)::int FROM added
            """;

    static final String TAKE_CHUNK =
            """
            DELETE FROM bank_report_chunk
             WHERE report_id = :report
               AND first_line = (SELECT first_line FROM bank_report_chunk WHERE report_id = :report ORDER BY first_line LIMIT 1)
            RETURNING content
            """;

    static final String LINES =
            "bank_report_line (report_id, line_no, instruction_ref, end_to_end_ref, "
                    + "status_code, reason_code, amount_idr,"
                    + " amount_fault, bank_ref, outcome, instruction_id)";

    static final String ADVANCE =
            """
            UPDATE bank_report
               SET checkpoint = checkpoint + :lines,
                   outcomes = (SELECT jsonb_object_agg(outcome, lines)
                                 FROM (SELECT outcome, sum(lines::bigint) AS lines
                                         FROM (SELECT * FROM jsonb_each_text(bank_report.outcomes)
                                               UNION ALL SELECT * FROM jsonb_each_text(:counts::jsonb)) AS one (outcome, lines)
                                        GROUP BY outcome) AS summed)
             WHERE report_id = :report
            """;

    static final String NOT_BELIEVED =
            """
            UPDATE bank_report
               SET status = :status, lines = :lines, finished_at = :at,
                   outcomes = CASE WHEN :lines > 0 THEN jsonb_build_object('WITHHELD', :lines) ELSE '{}' END
             WHERE report_id = :report
            """;

    static final String FINISH =
            """
            UPDATE bank_report r SET status = 'APPLIED', finished_at = :at
             WHERE r.report_id = :report AND r.status = 'STAGED'
               AND NOT EXISTS (SELECT 1 FROM bank_report_chunk c WHERE c.report_id = r.report_id)
            """;

    private ReportSql() {}
}
