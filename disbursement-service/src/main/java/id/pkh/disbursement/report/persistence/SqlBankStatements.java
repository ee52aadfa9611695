package id.pkh.disbursement.report.persistence;

import id.pkh.disbursement.report.BankStatements;
import id.pkh.disbursement.report.domain.StatementSequence.Known;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class SqlBankStatements implements BankStatements {

    private static final String KNOWN =
            """
            WITH come AS (
                SELECT s.statement_no, extract(year FROM s.closed_on)::int AS year FROM bank_statement s JOIN bank_report r USING (report_id)
                 WHERE s.bank = :bank AND s.account = :account AND r.status <> 'REJECTED'
                   AND s.statement_no IS NOT NULL AND s.closed_on IS NOT NULL)
            SELECT (SELECT max(statement_no) FROM come WHERE year = :year AND statement_no < :number) AS before,
                   EXISTS (SELECT FROM come WHERE year = :year) AS has_of_year,
                   (SELECT max(statement_no) FROM come
                     WHERE year = (SELECT max(year) FROM come WHERE year < :year)) AS of_years_before
            """;

    private final Database database;

    SqlBankStatements(Database database) {
        this.database = database;
    }

    @Override
    public List<String> fundingAccounts(String bank) {
        return database.query(
                "SELECT DISTINCT funding_account FROM payment_batch WHERE bank = :bank AND status = 'SENT'",
                q -> q.bind("bank", bank).mapTo(String.class).list());
    }

    @Override
    public Known known(String bank, String account, int year, long number) {
        return database.query(
                KNOWN,
                q ->
                        q.bind("bank", bank)
                                .bind("account", account)
                                .bind("year", year)
                                .bind("number", number)
                                .map(database.rowsAs(Known.class))
                                .one());
    }

    @Override
    public void add(UUID reportId, String bank, BankStatement statement) {
        database.update(
                "INSERT INTO bank_statement (report_id, ordinal, bank, account, statement_no, closed_on)"
                        + " VALUES (:report, :ordinal, :bank, :account, :number, :day)",
                u ->
                        u.bind("report", reportId)
                                .bind("ordinal", statement.ordinal())
                                .bind("bank", bank)
                                .bind("account", statement.account())
                                .bind("number", statement.number())
                                .bind("day", statement.day()));
    }

    @Override
    public long countMissing() {
        return database.query(
                "SELECT count(*) FROM bank_exception"
                        + " WHERE exception_class = 'STATEMENT_MISSING' AND state <> 'RESOLVED'",
                q -> q.mapTo(Long.class).one());
    }
}
