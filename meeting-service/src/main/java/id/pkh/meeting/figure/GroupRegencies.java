package id.pkh.meeting.figure;

import id.pkh.platform.figures.RegenciesOfTable;
import id.pkh.platform.persistence.Database;
import jakarta.inject.Singleton;

/** The regencies that have groups. */
@Singleton
class GroupRegencies extends RegenciesOfTable {

    GroupRegencies(Database database) {
        super(database, "kpm_group");
    }
}
