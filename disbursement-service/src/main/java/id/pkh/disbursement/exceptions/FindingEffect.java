package id.pkh.disbursement.exceptions;

import id.pkh.disbursement.exceptions.BankExceptions.BankException;
import java.time.Instant;

/** What the finding of two people changes at the attempt to pay that an exception concerns. */
public interface FindingEffect {

    /** Called in the transaction that settles the exception. */
    void found(BankException settled, Instant at);
}
