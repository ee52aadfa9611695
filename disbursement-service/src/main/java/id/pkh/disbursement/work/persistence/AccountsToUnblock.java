package id.pkh.disbursement.work.persistence;

import id.pkh.platform.persistence.Database;
import jakarta.inject.Singleton;

/** The bank has blocked the family's account. */
@Singleton
class AccountsToUnblock extends CorrectionsToMake {

    AccountsToUnblock(Database database) {
        super(database, "ACCOUNT_TO_UNBLOCK", "ACCOUNT_BLOCKED");
    }
}
