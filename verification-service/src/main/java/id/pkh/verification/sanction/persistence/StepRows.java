package id.pkh.verification.sanction.persistence;

import id.pkh.verification.Database;
import id.pkh.verification.sanction.IssuedStep;
import id.pkh.verification.sanction.domain.DueStep;
import id.pkh.verification.sanction.domain.Step;
import id.pkh.verification.signal.domain.Attribution;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A row of sanction_step as a step. */
final class StepRows {

    private StepRows() {}

    static IssuedStep read(ResultSet row) throws SQLException {
        return new IssuedStep(
                Database.id(row, "step_id"),
                Database.id(row, "kpm_id"),
                row.getString("village_code"),
                new DueStep(
                        VerificationPeriod.parse(row.getString("period")),
                        Cause.valueOf(row.getString("cause")),
                        row.getInt("rung"),
                        row.getInt("running"),
                        Step.valueOf(row.getString("step")),
                        row.getBoolean("is_protected"),
                        Attribution.valueOf(row.getString("attribution")),
                        Database.texts(row, "reasons"),
                        Database.texts(row, "notified"),
                        row.getString("policy_code"),
                        row.getString("legal_basis")),
                Database.date(row, "issued_on"),
                Database.instant(row, "issued_at"),
                Database.instant(row, "withdrawn_at"),
                row.getString("withdrawal_reason"));
    }
}
