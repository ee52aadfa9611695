package id.pkh.disbursement.work.persistence;

import id.pkh.platform.persistence.Database;
import jakarta.inject.Singleton;

/** An officer took a payment out of a batch, because the account of the family looks wrong. */
@Singleton
class AccountsDoubted extends CorrectionsToMake {

    AccountsDoubted(Database database) {
        super(
                database,
                "ACCOUNT_DOUBTED",
                "ACCOUNT_SHARED",
                "ACCOUNT_CHANGED",
                "ACCOUNT_REFUSED_BEFORE");
    }
}
