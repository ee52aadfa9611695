package id.pkh.disbursement.report;

import id.pkh.disbursement.report.domain.BankReasons;
import java.time.LocalDate;

/** The reason codes of banks, with their first days. */
public interface ReasonTable {

    /** Returns the codes that are in force on a day. */
    BankReasons on(LocalDate day);
}
