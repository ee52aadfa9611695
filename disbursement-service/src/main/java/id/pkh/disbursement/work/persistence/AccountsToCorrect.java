package id.pkh.disbursement.work.persistence;

import id.pkh.platform.persistence.Database;
import jakarta.inject.Singleton;

/** The bank does not accept the family's account. */
@Singleton
class AccountsToCorrect extends CorrectionsToMake {

    AccountsToCorrect(Database database) {
        super(
                database,
                "ACCOUNT_TO_CORRECT",
                "ACCOUNT_NUMBER_WRONG",
                "ACCOUNT_CLOSED",
                "ACCOUNT_TAKES_NO_CREDIT");
    }
}
