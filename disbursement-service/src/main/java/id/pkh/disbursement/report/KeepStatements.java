package id.pkh.disbursement.report;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.exceptions.BankExceptions;
import id.pkh.disbursement.exceptions.BankExceptions.About;
import id.pkh.disbursement.exceptions.BankExceptions.BankException;
import id.pkh.disbursement.exceptions.domain.ExceptionClass;
import id.pkh.disbursement.report.BankStatements.BankStatement;
import id.pkh.disbursement.report.domain.Booking;
import id.pkh.disbursement.report.domain.StatementSequence;
import id.pkh.disbursement.report.domain.StatementSequence.Missing;
import id.pkh.disbursement.report.file.ReportParts.Statement;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Keeps which statements of the funding accounts have come. Two people settle an exception about
 * those that are missing before one. A statement of another account is refused: it is none of the
 * programme's business.
 */
@ApplicationScoped
class KeepStatements {

    private final BankStatements statements;
    private final BankExceptions exceptions;
    private final Clock clock;

    KeepStatements(BankStatements statements, BankExceptions exceptions, Clock clock) {
        this.statements = statements;
        this.exceptions = exceptions;
        this.clock = clock;
    }

    void handle(UUID reportId, String bank, List<Statement> stated) {
        if (stated.isEmpty()) {
            return;
        }
        List<String> funding = statements.fundingAccounts(bank);
        for (int i = 0; i < stated.size(); i++) {
            Statement one = stated.get(i);
            keep(
                    reportId,
                    bank,
                    new BankStatement(
                            i + 1, fundingAccount(one, funding, bank), one.number(), one.day()));
        }
    }

    private static String fundingAccount(Statement stated, List<String> funding, String bank) {
        return funding.stream()
                .filter(
                        known ->
                                stated.account() != null && Booking.isSame(stated.account(), known))
                .findFirst()
                .orElseThrow(() -> Refused.because("REPORT_ACCOUNT_UNKNOWN").with("bank", bank));
    }

    private void keep(UUID reportId, String bank, BankStatement statement) {
        if (statement.number() != null && statement.day() != null) {
            StatementSequence.before(
                            statement.number(),
                            statements.known(
                                    bank,
                                    statement.account(),
                                    statement.day().getYear(),
                                    statement.number()))
                    .ifPresent(missing -> report(reportId, bank, statement, missing));
        }
        statements.add(reportId, bank, statement);
    }

    private void report(UUID reportId, String bank, BankStatement statement, Missing missing) {
        exceptions.add(
                List.of(
                        BankException.found(
                                UuidCreator.getTimeOrderedEpoch(),
                                ExceptionClass.STATEMENT_MISSING.name(),
                                "MISSING_%d_TO_%d".formatted(missing.from(), missing.until()),
                                About.ofBank(bank, reportId, statement.ordinal()),
                                clock.instant())));
    }
}
