package id.pkh.disbursement.work.persistence;

import id.pkh.platform.persistence.Database;
import jakarta.inject.Singleton;

/** The name of the caretaker is another one than that of the account. */
@Singleton
class NamesToCompare extends CorrectionsToMake {

    NamesToCompare(Database database) {
        super(database, "NAME_TO_COMPARE", "NAME_DIFFERS", "PAYEE_DATA_INCOMPLETE");
    }
}
