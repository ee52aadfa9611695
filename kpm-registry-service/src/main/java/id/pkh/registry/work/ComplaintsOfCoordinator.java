package id.pkh.registry.work;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import id.pkh.platform.work.WaitingRows;
import jakarta.inject.Singleton;
import java.util.Set;

/** Complaints that the coordinator of a sub-district settles, or confirms the outcome of. */
@Singleton
class ComplaintsOfCoordinator extends WaitingRows {

    ComplaintsOfCoordinator(Database database) {
        super(database, "COMPLAINT_OF_SUB_DISTRICT", Set.of(Roles.COORDINATOR));
    }

    @Override
    protected String sql(String visible) {
        return ComplaintWork.sql(ComplaintWork.ofLevel(2), visible);
    }
}
