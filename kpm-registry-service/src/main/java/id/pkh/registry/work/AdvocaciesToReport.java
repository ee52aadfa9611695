package id.pkh.registry.work;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import id.pkh.platform.work.WaitingRows;
import jakarta.inject.Singleton;
import java.util.Set;

/** Families that were put on the list, and that the field has not reported yet. */
@Singleton
class AdvocaciesToReport extends WaitingRows {

    AdvocaciesToReport(Database database) {
        super(database, "ADVOCACY_TO_REPORT", Set.of(Roles.FACILITATOR, Roles.COORDINATOR));
    }

    @Override
    protected String sql(String visible) {
        return AdvocacyWork.sql("a.state = 'LISTED' AND :subject <> ''", "", visible);
    }
}
