package id.pkh.disbursement.withdrawal.persistence;

import id.pkh.disbursement.withdrawal.domain.Companion;
import id.pkh.disbursement.withdrawal.domain.EvidenceKind;
import id.pkh.disbursement.withdrawal.domain.WithdrawalChannel;
import id.pkh.disbursement.withdrawal.domain.WithdrawalEvidence;
import id.pkh.disbursement.withdrawal.domain.WithdrawalFacts;
import id.pkh.disbursement.withdrawal.domain.WithdrawalOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Function;

/** What a report states, in the columns of {@code withdrawal_report}. */
final class FactsColumns {

    /** The columns of a report with the alias {@code r}. */
    static final String SELECTED =
            "r.outcome, r.amount_idr AS withdrawn_idr, r.occurred_on, r.channel, r.reason_code,"
                    + " r.accompanied_by, r.evidence_kind, r.evidence_reference, r.evidence_sha256";

    private FactsColumns() {}

    /** Null when the row has no report. */
    static WithdrawalFacts of(ResultSet row) throws SQLException {
        if (row.getString("outcome") == null) {
            return null;
        }
        return new WithdrawalFacts(
                WithdrawalOutcome.valueOf(row.getString("outcome")),
                row.getObject("withdrawn_idr", Long.class),
                row.getObject("occurred_on", LocalDate.class),
                code(row.getString("channel"), WithdrawalChannel::valueOf),
                row.getString("reason_code"),
                code(row.getString("accompanied_by"), Companion::valueOf),
                new WithdrawalEvidence(
                        EvidenceKind.valueOf(row.getString("evidence_kind")),
                        row.getString("evidence_reference"),
                        row.getString("evidence_sha256")));
    }

    private static <E> E code(String text, Function<String, E> valueOf) {
        return text == null ? null : valueOf.apply(text);
    }
}
