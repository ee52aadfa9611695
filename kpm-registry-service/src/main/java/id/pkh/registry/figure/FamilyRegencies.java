package id.pkh.registry.figure;

import id.pkh.platform.figures.RegenciesOfTable;
import id.pkh.platform.persistence.Database;
import jakarta.inject.Singleton;

/** The regencies in which families live. */
@Singleton
class FamilyRegencies extends RegenciesOfTable {

    FamilyRegencies(Database database) {
        super(database, "kpm");
    }
}
