package id.pkh.disbursement.report.persistence;

import id.pkh.disbursement.report.ReasonTable;
import id.pkh.disbursement.report.domain.BankReasons;
import id.pkh.disbursement.report.domain.BankReasons.BankReason;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

@ApplicationScoped
class SqlReasonTable implements ReasonTable {

    private static final String ON_A_DAY =
            """
            SELECT DISTINCT ON (c.code) c.code, c.reason, r.meaning
              FROM bank_reason_code c JOIN bank_reason r USING (reason)
             WHERE c.valid_from <= :day
             ORDER BY c.code, c.valid_from DESC
            """;

    private final Database database;

    SqlReasonTable(Database database) {
        this.database = database;
    }

    @Override
    public BankReasons on(LocalDate day) {
        return new BankReasons(
                database.query(
                        ON_A_DAY,
                        q -> q.bind("day", day).map(database.rowsAs(BankReason.class)).list()));
    }
}
