package id.pkh.registry.work;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import id.pkh.platform.work.WaitingRows;
import jakarta.inject.Singleton;
import java.util.Set;

/** What the centre granted: the field looks whether the family receives it. */
@Singleton
class AdvocaciesToSettle extends WaitingRows {

    AdvocaciesToSettle(Database database) {
        super(database, "ADVOCACY_TO_SETTLE", Set.of(Roles.FACILITATOR, Roles.COORDINATOR));
    }

    @Override
    protected String sql(String visible) {
        return AdvocacyWork.sql("a.state = 'GRANTED' AND :subject <> ''", "/outcome", visible);
    }
}
