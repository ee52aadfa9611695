package id.pkh.verification.coverage.persistence;

import id.pkh.platform.figures.RegenciesOfTable;
import id.pkh.platform.persistence.Database;
import jakarta.inject.Singleton;

/** The regencies in which families live. */
@Singleton
class KpmRegencies extends RegenciesOfTable {

    KpmRegencies(Database database) {
        super(database, "kpm");
    }
}
