package id.pkh.disbursement.bank;

import id.pkh.disbursement.bank.domain.BankTerms;
import java.time.LocalDate;
import java.util.Map;

/** The paying banks. */
public interface Banks {

    /** Returns the terms of all banks on a day, by bank. */
    Map<String, BankTerms> on(LocalDate day);
}
