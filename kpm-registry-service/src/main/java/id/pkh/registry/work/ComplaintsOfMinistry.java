package id.pkh.registry.work;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import id.pkh.platform.work.WaitingRows;
import jakarta.inject.Singleton;
import java.util.Set;

/** Complaints that the ministry settles, or confirms the outcome of. */
@Singleton
class ComplaintsOfMinistry extends WaitingRows {

    ComplaintsOfMinistry(Database database) {
        super(database, "COMPLAINT_OF_MINISTRY", Set.of(Roles.MINISTRY_OFFICER));
    }

    @Override
    protected String sql(String visible) {
        return ComplaintWork.sql(ComplaintWork.ofLevel(4), visible);
    }
}
