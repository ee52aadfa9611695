package id.pkh.registry.work;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import id.pkh.platform.work.WaitingRows;
import jakarta.inject.Singleton;
import java.util.Set;

/** Reported families that a data administrator proposes who did not list them. */
@Singleton
class AdvocaciesToPropose extends WaitingRows {

    AdvocaciesToPropose(Database database) {
        super(database, "ADVOCACY_TO_PROPOSE", Set.of(Roles.DATA_ADMINISTRATOR));
    }

    @Override
    protected String sql(String visible) {
        return AdvocacyWork.sql("a.state = 'REPORTED' AND a.listed_by <> :subject", "", visible);
    }
}
