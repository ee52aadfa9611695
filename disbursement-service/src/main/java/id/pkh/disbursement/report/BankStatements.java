package id.pkh.disbursement.report;

import id.pkh.disbursement.report.domain.StatementSequence.Known;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The statements of funding accounts that have come. */
public interface BankStatements {

    /**
     * @param ordinal the place of the statement in its file
     * @param account the funding account, as this service knows it
     * @param number null where the bank gives none
     * @param day of the closing balance; null where it is not stated
     */
    record BankStatement(int ordinal, String account, Long number, LocalDate day) {}

    /** The accounts from which something was sent to the bank. */
    List<String> fundingAccounts(String bank);

    /** The statements of the account before this one, without those that were rejected. */
    Known known(String bank, String account, int year, long number);

    void add(UUID reportId, String bank, BankStatement statement);

    /** The number of missing statements that nobody has settled. */
    long countMissing();
}
