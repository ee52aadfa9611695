package id.pkh.disbursement.work.persistence;

import id.pkh.platform.persistence.Database;
import jakarta.inject.Singleton;

/** The bank or an officer states that the holder of the account has died. */
@Singleton
class CaretakersToReplace extends CorrectionsToMake {

    CaretakersToReplace(Database database) {
        super(database, "CARETAKER_TO_REPLACE", "PAYEE_DECEASED");
    }
}
