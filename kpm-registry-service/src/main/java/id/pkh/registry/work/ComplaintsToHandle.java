package id.pkh.registry.work;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import id.pkh.platform.work.WaitingRows;
import jakarta.inject.Singleton;
import java.util.Set;

/** Complaints that the facilitator of the village settles; a successor gets them too. */
@Singleton
class ComplaintsToHandle extends WaitingRows {

    ComplaintsToHandle(Database database) {
        super(database, "COMPLAINT_TO_HANDLE", Set.of(Roles.FACILITATOR));
    }

    @Override
    protected String sql(String visible) {
        return ComplaintWork.sql("c.state <> 'FOLLOWED_UP' AND c.level = 1", visible);
    }
}
